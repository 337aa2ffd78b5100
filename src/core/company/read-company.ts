// Reads company.yaml into a checked company: every problem at once, each at its line.
// In: the parsed document. Out: the company, or findings. The plans' formulas are typed against
// the data model that this file declares.

import { type Outcome, outcomeOf } from '../diagnostic.ts';
import type { FieldsOf } from '../document/fields.ts';
import { Findings } from '../document/findings.ts';
import { typedAt } from '../document/formulas.ts';
import { text } from '../document/leaves.ts';
import { isMap, nodeAt } from '../document/nodes.ts';
import type { SourceDocument } from '../source.ts';
import type { Unit } from '../worksheet/operations.ts';
import type { AttributeModel, Company, DealMapping, DerivedAttribute, Lookup } from './company.ts';
import {
  type AttributeSource,
  companyShape,
  dealsShape,
  type Objective,
  type TableName,
  tableNames,
  tableShapes,
} from './document.ts';

export function readCompany(document: SourceDocument): Outcome<Company> {
  const findings = new Findings(document);
  const header = findings.read([], companyShape, ['data']);
  checkCalendar(findings, header.fiscalYear?.startMonth);
  checkObjectives(findings, header.objectives ?? []);
  const data = readData(findings);
  if (findings.all.length > 0 || !data) return outcomeOf<Company>(undefined, findings.all);
  const {
    company: id,
    name,
    currency,
    fiscalYear,
    locale,
    contact,
    objectives,
  } = header as Required<typeof header>;
  const company: Company = {
    id,
    name,
    currency,
    locale: locale ?? 'en-US',
    calendar: fiscalYear,
    objectives: objectives ?? [],
    placeOf: document.placeOf,
    ...(contact && { contact }),
    ...data,
  };
  return outcomeOf(company, findings.all);
}

function checkCalendar(findings: Findings, startMonth: number | undefined): void {
  if (startMonth === undefined || (startMonth >= 1 && startMonth <= 12)) return;
  findings.report(
    'company/start-month',
    ['fiscalYear', 'startMonth'],
    `there is no month ${startMonth}`,
    'write a number from 1 (January) to 12 (December)',
  );
}

/** Every key result but the company's own supports another one that exists: the golden thread. */
function checkObjectives(findings: Findings, objectives: readonly Objective[]): void {
  const known = objectives.flatMap((each) => each.keyResults.map(({ id }) => id));
  objectives.forEach((objective, index) => {
    objective.keyResults.forEach(({ supports }, row) => {
      if (supports === undefined || known.includes(supports)) return;
      const path = ['objectives', index, 'keyResults', row, 'supports'];
      findings.unknownName('plan/unknown-key-result', path, 'key result', supports, known);
    });
  });
}

function readData(
  findings: Findings,
): Pick<Company, 'dataFolder' | 'deals' | 'tables' | 'model'> | undefined {
  const known = findings.all.length;
  const { folder } = findings.read(['data'], { folder: text }, ['deals', ...tableNames]);
  if (!isMap(nodeAt(findings.document.root, ['data']))) return undefined;
  const tables = findings.read(['data'], tableShapes, ['folder', 'deals']);
  const deals = readDealMapping(findings);
  if (findings.all.length > known || !deals || folder === undefined) return undefined;
  const place = findings.document.placeOf;
  const placed = tableNames.map((name) => {
    const list = tables[name as TableName] ?? [];
    return [name, list.map((table) => ({ ...table, place: place(['data', name]) }))] as const;
  });
  return {
    dataFolder: folder,
    deals,
    tables: Object.fromEntries(placed) as unknown as Company['tables'],
    model: modelOf(deals),
  };
}

function readDealMapping(findings: Findings): DealMapping | undefined {
  const path = ['data', 'deals'];
  const known = findings.all.length;
  const fields = findings.read(path, dealsShape);
  const units = unitsOf(fields);
  const derived = readDerived(findings, fields, units);
  for (const { name, unit } of derived) units.set(name, unit);
  checkNames(findings, fields, units);
  if (findings.all.length > known) return undefined;
  const { file, sheet, id, creditTo, countsOn, attributes, stage, lookups, show } =
    fields as Required<typeof fields>;
  const place = findings.document.placeOf(path);
  return {
    file,
    creditTo,
    countsOn,
    derived,
    place,
    idColumn: id,
    ...(sheet && { sheet }),
    attributes: new Map(Object.entries(attributes)),
    ...(stage && { stage: { column: stage.column, stageOf: stageWords(stage.stages) } }),
    lookups: (lookups ?? []).map((each, index) => lookupOf(each, index, findings)),
    show: show ?? Object.keys(attributes),
  };
}

type DealFields = FieldsOf<typeof dealsShape>;

function unitsOf(fields: DealFields): Map<string, Unit> {
  const sources = [
    ...Object.entries(fields.attributes ?? {}),
    ...(fields.lookups ?? []).flatMap((lookup) => Object.entries(lookup.attributes)),
  ];
  const units = new Map<string, Unit>(sources.map(([name, source]) => [name, source.unit]));
  if (fields.stage) units.set('stage', 'text');
  return units;
}

/** Derived attributes in the order written; a later one may use an earlier one. */
function readDerived(
  findings: Findings,
  fields: DealFields,
  declared: ReadonlyMap<string, Unit>,
): readonly DerivedAttribute[] {
  const units = new Map(declared);
  const found: DerivedAttribute[] = [];
  for (const [name, written] of Object.entries(fields.derived ?? {})) {
    const { formula, label } =
      'expression' in written ? { formula: written, label: undefined } : written;
    const path = [
      'data',
      'deals',
      'derived',
      name,
      ...('expression' in written ? [] : ['formula']),
    ];
    const typed = typedAt(findings, path, formula, units, 'any');
    units.set(name, typed?.unit ?? 'number');
    if (typed) found.push({ name, label: label ?? titleOf(name), text: formula.text, ...typed });
  }
  return found;
}

function checkNames(
  findings: Findings,
  fields: DealFields,
  units: ReadonlyMap<string, Unit>,
): void {
  const path = ['data', 'deals'];
  const known = [...units.keys()];
  const references = [
    ...(fields.show ?? []).map((name, index) => ({ name, path: [...path, 'show', index] })),
    ...(fields.lookups ?? []).map(({ match }, index) => ({
      name: match,
      path: [...path, 'lookups', index, 'match'],
    })),
    ...(fields.countsOn ? [{ name: fields.countsOn, path: [...path, 'countsOn'] }] : []),
  ];
  for (const { name, path: at } of references) {
    if (!units.has(name))
      findings.unknownName('company/unknown-attribute', at, 'attribute', name, known);
  }
  const date = fields.countsOn;
  if (date && units.has(date) && units.get(date) !== 'date') {
    findings.report(
      'company/counts-on-date',
      [...path, 'countsOn'],
      `\`${date}\` is a ${units.get(date)}, and a deal counts on a date`,
      'name an attribute of unit date',
    );
  }
}

function stageWords(
  stages: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, string> {
  const pairs = Object.entries(stages).flatMap(([stage, words]) =>
    words.map((word) => [word, stage] as const),
  );
  return new Map(pairs);
}

function lookupOf(
  lookup: NonNullable<DealFields['lookups']>[number],
  index: number,
  findings: Findings,
): Lookup {
  const { file, sheet, match, key, attributes } = lookup;
  const place = findings.document.placeOf(['data', 'deals', 'lookups', index]);
  const sources = new Map<string, AttributeSource>(Object.entries(attributes));
  return { file, match, key, attributes: sources, place, ...(sheet && { sheet }) };
}

function modelOf(deals: DealMapping): AttributeModel {
  const sources = [
    ...deals.attributes,
    ...deals.lookups.flatMap((lookup) => [...lookup.attributes]),
  ];
  const units = new Map<string, Unit>(sources.map(([name, source]) => [name, source.unit]));
  const labels = new Map(sources.map(([name, source]) => [name, source.label ?? titleOf(name)]));
  if (deals.stage) {
    units.set('stage', 'text');
    labels.set('stage', 'Stage');
  }
  for (const { name, unit, label } of deals.derived) {
    units.set(name, unit);
    labels.set(name, label);
  }
  return { units, labels, countsOn: deals.countsOn };
}

/** `list_price` as `List price`. */
function titleOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
