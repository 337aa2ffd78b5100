// Reads company.yaml into a checked company: every problem at once, each at its line.
// In: the parsed document. Out: the company, or findings. The plans' formulas are typed against
// the data model that this file declares.

import { type Outcome, outcomeOf } from '../diagnostic.ts';
import { isMisspelt, isWritten } from '../document/fields.ts';
import { Findings } from '../document/findings.ts';
import { typedAt } from '../document/formulas.ts';
import { text } from '../document/leaves.ts';
import { isMap, nodeAt } from '../document/nodes.ts';
import type { LooseUnit } from '../formula/loose-unit.ts';
import type { DocumentPath, SourceDocument } from '../source.ts';
import type { Unit } from '../worksheet/operations.ts';
import { checkNames, type DealFields } from './check-names.ts';
import { checkPools } from './check-pools.ts';
import type { AttributeModel, Company, DealMapping, DerivedAttribute, Lookup } from './company.ts';
import { checkConversions, conversionsOf, keptOf, keptUnits } from './conversions.ts';
import {
  type AttributeSource,
  companyShape,
  dealsShape,
  type Objective,
  type TableName,
  tableNames,
  tableShapes,
} from './document.ts';
import { readWants } from './read-wants.ts';

export function readCompany(document: SourceDocument): Outcome<Company> {
  const findings = new Findings(document);
  const header = findings.read([], companyShape, ['data']);
  checkCalendar(findings, header.fiscalYear?.startMonth);
  checkObjectives(findings, header.objectives ?? []);
  checkPools(findings, header.pools ?? [], header.currency);
  const data = readData(findings, header.currency ?? '');
  const wants = data && header.wants && readWants(findings, header.wants, data.model);
  if (findings.all.length > 0 || !data) return outcomeOf<Company>(undefined, findings.all);
  const {
    company: id,
    name,
    currency,
    fiscalYear,
    locale,
    contact,
    objectives,
    pools,
  } = header as Required<typeof header>;
  const company: Company = {
    id,
    name,
    currency,
    locale: locale ?? 'en-US',
    calendar: fiscalYear,
    objectives: objectives ?? [],
    pools: pools ?? [],
    placeOf: document.placeOf,
    ...(contact && { contact }),
    ...(wants && { wants }),
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

/** The golden thread: what supports another leads, in the end, to one that supports none. */
function checkObjectives(findings: Findings, objectives: readonly Objective[]): void {
  const all = objectives.flatMap(({ keyResults }, index) =>
    keyResults.map((each, row) => ({ ...each, path: ['objectives', index, 'keyResults', row] })),
  );
  const supported = new Map(all.map(({ id, supports }) => [id, supports]));
  const seen = new Set<string>();
  const inCircles = new Set<string>();
  for (const { id, supports, path } of all) {
    if (seen.has(id)) {
      findings.report(
        'plan/duplicate-id',
        [...path, 'id'],
        `the id \`${id}\` is used twice`,
        'give each key result of the company an id of its own',
      );
    }
    seen.add(id);
    if (supports === undefined) continue;
    if (!supported.has(supports)) {
      findings.unknownName(
        'plan/unknown-key-result',
        [...path, 'supports'],
        'key result',
        supports,
        [...supported.keys()],
      );
    } else if (!inCircles.has(id)) {
      const circle = circleFrom(id, supported);
      for (const each of circle) inCircles.add(each);
      if (circle.length > 0) reportCircle(findings, [...path, 'supports'], circle);
    }
  }
}

/** The key results from one to the one that supports it again; empty without a circle. */
function circleFrom(
  id: string,
  supported: ReadonlyMap<string, string | undefined>,
): readonly string[] {
  const passed = new Set([id]);
  let next = supported.get(id);
  while (next !== undefined && !passed.has(next)) {
    passed.add(next);
    next = supported.get(next);
  }
  return next === id ? [...passed] : [];
}

function reportCircle(findings: Findings, path: DocumentPath, circle: readonly string[]): void {
  const [first, ...others] = circle.map((each) => `\`${each}\``);
  const what = `${first} supports ${[...others, first].join(', which supports ')}`;
  const remedy = 'let the thread end in a key result of the company, which supports no other';
  findings.report('company/circular-thread', path, what, remedy);
}

function readData(
  findings: Findings,
  currency: string,
): Pick<Company, 'dataFolder' | 'deals' | 'tables' | 'model'> | undefined {
  const known = findings.all.length;
  const { root } = findings.document;
  if (isMisspelt(root, [], 'data')) return undefined;
  const shape = { folder: text, ...tableShapes };
  const { folder, ...tables } = findings.read(['data'], shape, ['deals']);
  if (!isMap(nodeAt(root, ['data'])) || isMisspelt(root, ['data'], 'deals')) return undefined;
  const deals = readDealMapping(findings, currency);
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

function readDealMapping(findings: Findings, currency: string): DealMapping | undefined {
  const path = ['data', 'deals'];
  const known = findings.all.length;
  const fields = findings.read(path, dealsShape);
  // While one source of attributes is not readable, nobody knows which names are missing.
  const isDeclared = sourceNames.every((name) => isRead(findings, path, fields, name));
  const units = isDeclared ? unitsOf(fields) : undefined;
  const derived = readDerived(findings, fields, units);
  if (units) {
    for (const name of Object.keys(fields.derived ?? {})) units.set(name, 'any');
    for (const { name, unit } of derived) units.set(name, unit);
    checkNames(findings, fields, units);
    checkConversions(findings, fields, units);
  }
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
    currency,
    conversions: conversionsOf(fields),
    idColumn: id,
    ...(sheet && { sheet }),
    attributes: new Map(Object.entries(attributes)),
    ...(stage && { stage: { column: stage.column, stageOf: stageWords(stage.stages) } }),
    lookups: (lookups ?? []).map((each, index) => lookupOf(each, index, findings)),
    show: show ?? shownByDefault(fields),
  };
}

const sourceNames = ['attributes', 'stage', 'lookups', 'derived'] as const;

function isRead(
  findings: Findings,
  path: DocumentPath,
  fields: DealFields,
  name: (typeof sourceNames)[number],
): boolean {
  const isLeftOut = name !== 'attributes' && !isWritten(findings.document.root, path, name);
  return fields[name] !== undefined || isLeftOut;
}

function unitsOf(fields: DealFields): Map<string, LooseUnit> {
  const sources = [
    ...Object.entries(fields.attributes ?? {}),
    ...(fields.lookups ?? []).flatMap((lookup) => Object.entries(lookup.attributes)),
  ];
  const units = new Map<string, LooseUnit>(sources.map(([name, source]) => [name, source.unit]));
  if (fields.stage) units.set('stage', 'text');
  for (const [name, unit] of conversionsOf(fields).flatMap(keptUnits)) units.set(name, unit);
  return units;
}

/** The deal table's own attributes; of converted money also what was written, and the rate. */
function shownByDefault(fields: DealFields): readonly string[] {
  const converted = new Set(conversionsOf(fields).map(({ attribute }) => attribute));
  return Object.keys(fields.attributes ?? {}).flatMap((name) => {
    const { written, rate } = keptOf(name);
    return converted.has(name) ? [written, rate, name] : [name];
  });
}

/** Derived attributes in the order written; a later one may use an earlier one. */
function readDerived(
  findings: Findings,
  fields: DealFields,
  declared: ReadonlyMap<string, LooseUnit> | undefined,
): readonly DerivedAttribute[] {
  const units = declared && new Map(declared);
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
    units?.set(name, typed?.unit ?? 'any');
    if (typed) found.push({ name, label: label ?? titleOf(name), text: formula.text, ...typed });
  }
  return found;
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
  for (const [name, unit] of deals.conversions.flatMap(keptUnits)) {
    units.set(name, unit);
    labels.set(name, titleOf(name));
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
