// Turns the gaps of an evaluation into findings a person can act on: which deal lacks what, which
// division had no divisor. In: gaps and the worksheet. Out: diagnostics, one per deal and measure.

import type { DealMapping } from '../company/company.ts';
import {
  type AskedRate,
  type Conversion,
  keptOf,
  missingRate,
  rateDateOf,
} from '../company/conversions.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { Gap } from '../worksheet/exact-formula.ts';
import { type Formula, operandsOf } from '../worksheet/operations.ts';
import { attributesIn, type Cell, type Worksheet } from '../worksheet/worksheet.ts';
import type { CompiledPlan } from './compile.ts';
import type { CreditedDeal } from './credit.ts';

export function gapFindings(
  gaps: readonly Gap[],
  { worksheet }: CompiledPlan,
  payee: string,
  deals: readonly CreditedDeal[],
  mapping: DealMapping,
): readonly Diagnostic[] {
  const seen = new Set<string>();
  return gaps.flatMap((gap) => {
    const deal = gap.deal === undefined ? undefined : deals[gap.deal];
    const cell = worksheet.cells.find(({ id }) => id === gap.cell);
    // A divisor of zero inside a deal's column only matters where the deal counts.
    if (!cell) return [];
    const finding = deal
      ? incompleteDeal(deal, cell, worksheet, mapping)
      : dividedByZero(cell, payee);
    const key = `${finding.code} ${finding.what}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [finding];
  });
}

function incompleteDeal(
  { deal, row }: CreditedDeal,
  cell: Cell,
  worksheet: Worksheet,
  mapping: DealMapping,
): Diagnostic {
  const names = [...attributesBehind(cell.formula, worksheet)];
  const unknown = names.filter((name) => row.get(name) === undefined);
  const [rate] = unknown.flatMap((name) => missingRates(name, row, mapping));
  const counts = `deal \`${deal.id}\` may count for "${cell.label}"`;
  if (rate) return missingRate(deal.place, rate, `${counts}, and `);
  const missing = new Set(unknown.flatMap((name) => sourcesOf(name, row, mapping)));
  const listed = [...missing].join(', ') || 'a figure';
  return diagnose(
    'calculation/deal-incomplete',
    deal.place,
    `${counts} and lacks ${listed}`,
    `fill in the cell, or add the condition \`known(${unknown[0] ?? 'name'})\` to the measure`,
  );
}

/** What an attribute is derived from, and what it is converted by. */
interface MadeOf {
  readonly parts: readonly string[];
  readonly conversion?: Conversion;
}

function madeOf(name: string, { derived, conversions }: DealMapping): MadeOf {
  const formula = derived.find((each) => each.name === name)?.formula;
  const conversion = conversions.find(({ attribute }) => attribute === name);
  return { parts: formula ? attributesIn([formula]) : [], ...(conversion && { conversion }) };
}

/** What is missing behind an attribute: those that it is made of, with their table. */
function sourcesOf(
  name: string,
  row: CreditedDeal['row'],
  mapping: DealMapping,
): readonly string[] {
  const { parts, conversion } = madeOf(name, mapping);
  const needed = conversion ? [conversion.currency, rateDateOf(conversion)] : [];
  const missing = [...parts, ...needed].filter((part) => row.get(part) === undefined);
  if (missing.length > 0) return missing.flatMap((part) => sourcesOf(part, row, mapping));
  const lookup = mapping.lookups.find(({ attributes }) => attributes.has(name));
  return [lookup ? `${name} (in ${lookup.file})` : name];
}

/** The rates that are missing behind an attribute: its own, or of what it is derived from. */
function missingRates(
  name: string,
  row: CreditedDeal['row'],
  mapping: DealMapping,
): readonly AskedRate[] {
  const { parts, conversion } = madeOf(name, mapping);
  const behind = parts.flatMap((part) => missingRates(part, row, mapping));
  if (!conversion || row.get(name) !== undefined) return behind;
  const { written, rate, rateDate } = keptOf(name);
  const [from, day] = [row.get(conversion.currency), row.get(rateDate)];
  const isKnown = from !== undefined && row.get(written) !== undefined;
  const isMissing = isKnown && row.get(rate) === undefined && typeof day === 'number';
  return isMissing ? [{ from: String(from), to: mapping.currency, day }] : behind;
}

function dividedByZero(cell: Cell, payee: string): Diagnostic {
  const what = `"${cell.label}" of \`${payee}\` divides by zero`;
  return diagnose(
    'calculation/divided-by-zero',
    cell.clause,
    what,
    'check the quota or figure it divides by; attainment is not defined at zero',
  );
}

function attributesBehind(formula: Formula, worksheet: Worksheet): Set<string> {
  const found = new Set<string>();
  const visit = (node: Formula): void => {
    if (node.op === 'attribute') found.add(node.name);
    const columns = [
      ...(node.op === 'column' ? [node.id] : []),
      ...('where' in node ? [node.where] : []),
      ...('column' in node ? [node.column] : []),
    ];
    for (const id of columns) {
      const column = worksheet.columns.find((each) => each.id === id);
      if (column) visit(column.formula);
    }
    operandsOf(node).forEach(visit);
  };
  visit(formula);
  return found;
}
