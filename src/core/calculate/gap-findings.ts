// Turns the gaps of an evaluation into findings a person can act on: which deal lacks what, which
// division had no divisor. In: gaps and the worksheet. Out: diagnostics, one per deal and measure.

import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { Gap } from '../worksheet/exact.ts';
import { type Formula, operandsOf } from '../worksheet/operations.ts';
import type { Cell, Worksheet } from '../worksheet/worksheet.ts';
import type { CompiledPlan } from './compile.ts';
import type { CreditedDeal } from './credit.ts';

export function gapFindings(
  gaps: readonly Gap[],
  { worksheet }: CompiledPlan,
  payee: string,
  deals: readonly CreditedDeal[],
): readonly Diagnostic[] {
  const seen = new Set<string>();
  return gaps.flatMap((gap) => {
    const deal = gap.deal === undefined ? undefined : deals[gap.deal];
    const cell = worksheet.cells.find(({ id }) => id === gap.cell);
    // A divisor of zero inside a deal's column only matters where the deal counts.
    if (!cell) return [];
    const finding = deal ? incompleteDeal(deal, cell, worksheet) : dividedByZero(cell, payee);
    const key = `${finding.code} ${finding.what}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [finding];
  });
}

function incompleteDeal({ deal, row }: CreditedDeal, cell: Cell, worksheet: Worksheet): Diagnostic {
  const names = [...attributesBehind(cell.formula, worksheet)];
  const missing = names.filter((name) => row.get(name) === undefined);
  const what = `deal \`${deal.id}\` may count for "${cell.label}" and lacks ${missing.join(', ') || 'a figure'}`;
  return diagnose(
    'calculation/deal-incomplete',
    deal.place,
    what,
    'fill in the cell, or write a condition such as `known(employees)` into the measure',
  );
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
