// Reads one measure of a plan: its fields, its formulas typed against the deals' attributes.
// In: the document and the data model (none when a plan is checked without its company).
// Out: the measure, or findings; each problem at its own line and column.

import { checkFigureUnit } from '../components/figure-unit.ts';
import { MAP_FORM, unknownKind, wrongShape } from '../document/entry-findings.ts';
import type { Findings } from '../document/findings.ts';
import { type SpokenFormula, spokenAt } from '../document/formulas.ts';
import type { Figure } from '../document/leaves.ts';
import { nearestWord } from '../document/nearest-word.ts';
import { isMap, nodeAt } from '../document/nodes.ts';
import type { DealRule } from '../rules/deal-rule.ts';
import { readRules } from '../rules/read-rules.ts';
import type { DocumentPath } from '../source.ts';
import type { Unit } from '../worksheet/operations.ts';
import { checkAttribute } from './check-attribute.ts';
import { type MeasureFields, type MeasureKind, measureKinds, measureShapes } from './document.ts';
import type { Measure, Weight } from './measure.ts';

/** What a plan's measures may look at; undefined when no company is known. */
interface MeasureContext {
  readonly units: ReadonlyMap<string, Unit> | undefined;
  readonly countsOn: string;
}

type Fields<Kind extends MeasureKind> = Extract<MeasureFields, { calculate: Kind }>;

export function readMeasure(
  findings: Findings,
  id: string,
  context: MeasureContext,
): Measure | undefined {
  const path = ['measures', id];
  const known = findings.all.length;
  const kind = readKind(findings, path);
  if (!kind) return undefined;
  const fields = { ...findings.read(path, measureShapes[kind], ['calculate']), calculate: kind };
  const measure = typedMeasure(findings, id, fields as MeasureFields, context);
  return findings.all.length === known ? measure : undefined;
}

function readKind(findings: Findings, path: DocumentPath): MeasureKind | undefined {
  const { document } = findings;
  const node = nodeAt(document.root, path);
  if (!isMap(node)) {
    findings.add(wrongShape(document, path, node, MAP_FORM));
    return undefined;
  }
  const written = node['calculate'];
  const found = measureKinds.find((kind) => kind === written);
  if (found) return found;
  if (typeof written !== 'string' || written === '') {
    findings.add(unknownKind(document, path, 'calculate', measureKinds));
    return undefined;
  }
  const near = nearestWord(written, measureKinds);
  const what = `\`${written}\` is no way to calculate a measure`;
  const remedy = near ? `write \`${near}\`` : `write one of: ${measureKinds.join(', ')}`;
  findings.report('measure/unknown-kind', [...path, 'calculate'], what, remedy);
  return undefined;
}

function typedMeasure(
  findings: Findings,
  id: string,
  fields: MeasureFields,
  context: MeasureContext,
): Measure | undefined {
  const common = { id, label: fields.label ?? titleOf(id) };
  if (fields.calculate === 'reported') {
    const { unit, combine } = fields;
    return unit && combine ? { ...common, calculate: 'reported', unit, combine } : undefined;
  }
  if (fields.calculate === 'ratio') return ratioOf(findings, common, fields);
  const base = dealBase(findings, common, fields, context);
  if (!base) return undefined;
  if (fields.calculate === 'count') return { ...base, unit: 'count', calculate: 'count' };
  if (fields.calculate === 'distinct') return distinctOf(findings, base, fields, context);
  const of =
    fields.of &&
    spokenAt(
      findings,
      ['measures', id, 'of'],
      fields.of,
      context.units,
      fields.calculate === 'share' ? 'flag' : 'number',
    );
  if (fields.calculate === 'sum') {
    const crediting = readCrediting(findings, id, fields, context);
    return of && { ...base, unit: of.unit, calculate: 'sum', of, crediting };
  }
  if (!of) return undefined;
  return fields.calculate === 'share'
    ? shareOf(findings, base, of, fields, context)
    : averageOf(findings, base, of, fields, context);
}

type Base = Omit<Extract<Measure, { calculate: 'count' }>, 'calculate' | 'unit'>;
type FromDeals = Exclude<MeasureFields, { calculate: 'reported' | 'ratio' }>;

function dealBase(
  findings: Findings,
  common: { id: string; label: string },
  fields: FromDeals,
  context: MeasureContext,
): Base | undefined {
  const path = ['measures', common.id];
  const where =
    fields.where && spokenAt(findings, [...path, 'where'], fields.where, context.units, 'flag');
  const date = fields.date ?? context.countsOn;
  if (fields.date) checkAttribute(findings, [...path, 'date'], fields.date, context.units, 'date');
  const { deals, sharedDeals = 'once' } = fields;
  if (deals && deals !== 'team' && fields.sharedDeals) {
    const what = `a deal cannot be shared within \`deals: ${deals}\``;
    const remedy = 'remove it, or write `deals: team`';
    findings.report('document/unknown-field', [...path, 'sharedDeals'], what, remedy);
  }
  return deals && { ...common, deals, sharedDeals, date, ...(where && { where }) };
}

function distinctOf(
  findings: Findings,
  base: Base,
  fields: Fields<'distinct'>,
  context: MeasureContext,
): Measure | undefined {
  const name = fields.of;
  if (!name) return undefined;
  checkAttribute(findings, ['measures', base.id, 'of'], name, context.units);
  const of: SpokenFormula = { formula: { op: 'attribute', name }, text: name };
  return { ...base, unit: 'count', calculate: 'distinct', of };
}

function shareOf(
  findings: Findings,
  base: Base,
  of: SpokenFormula,
  { weightedBy, whenNone }: Fields<'share'>,
  context: MeasureContext,
): Measure | undefined {
  const weights = weightsOf(findings, base, weightedBy, context);
  if (!whenNone) return undefined;
  checkWhenNone(findings, base.id, 'ratio', whenNone);
  const calculate = 'share';
  return { ...base, unit: 'ratio', calculate, of, ...weights, whenNone: whenNone.number };
}

function averageOf(
  findings: Findings,
  base: Base,
  of: SpokenFormula & { unit: Unit },
  { weightedBy, whenNone }: Fields<'average'>,
  context: MeasureContext,
): Measure | undefined {
  const weights = weightsOf(findings, base, weightedBy, context);
  if (!whenNone) return undefined;
  checkWhenNone(findings, base.id, of.unit, whenNone);
  const calculate = 'average';
  return { ...base, unit: of.unit, calculate, of, ...weights, whenNone: whenNone.number };
}

function weightsOf(
  findings: Findings,
  { id }: Base,
  written: Fields<'average'>['weightedBy'],
  { units }: MeasureContext,
): { readonly weightedBy: Weight } | undefined {
  const path = ['measures', id, 'weightedBy'];
  const weightedBy = written && spokenAt(findings, path, written, units, 'number');
  return weightedBy && { weightedBy };
}

/** The unit of a ratio is known once both sides are; `linkRatios` fills it in. */
function ratioOf(
  findings: Findings,
  common: { id: string; label: string },
  { numerator, denominator, whenNone }: Fields<'ratio'>,
): Measure | undefined {
  if (!numerator || !denominator || !whenNone) return undefined;
  for (const [side, measure] of Object.entries({ numerator, denominator })) {
    if (measure !== common.id) continue;
    findings.report(
      'measure/circular',
      ['measures', common.id, side],
      `\`${common.id}\` is calculated from itself`,
      'name another measure',
    );
  }
  return {
    ...common,
    unit: 'ratio',
    calculate: 'ratio',
    numerator,
    denominator,
    whenNone: whenNone.number,
  };
}

function readCrediting(
  findings: Findings,
  id: string,
  { crediting = [] }: Fields<'sum'>,
  { units }: MeasureContext,
): readonly DealRule[] {
  const rules = crediting.map(({ credit, ...rule }) => ({ ...rule, figure: credit }));
  return readRules(findings, ['measures', id, 'crediting'], { gives: 'credit', rules }, units);
}

/** Nothing at all is zero in every unit. */
function checkWhenNone(findings: Findings, id: string, unit: Unit, written: Figure): void {
  if (written.number.eq('0')) return;
  const report = findings.report.bind(findings);
  checkFigureUnit(written, { id, unit }, ['measures', id, 'whenNone'], { report });
}

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
