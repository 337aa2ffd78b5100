// Checks of a payout curve inside a component: figures in the right unit, rows in order, ends
// stated. In: a curve and what it runs on. Out: findings at the faulty figures.

import type { Curve } from '../curves/kinds.ts';
import { curveAcross, curveFaults, curveRowFields, curveRows } from '../curves/kinds.ts';
import { type Figure, figureText, percentageIssue } from '../document/leaves.ts';
import type { DocumentPath } from '../source.ts';
import type { CheckContext } from './component-kind.ts';

type Reporter = Pick<CheckContext, 'report'>;
type Asker = Pick<CheckContext, 'report' | 'measure'>;

/** `percent` for curves over an attainment or score, `plain` for tiers over money. */
export function checkCurve(curve: Curve, runsOn: 'percent' | 'plain', context: Asker): void {
  const across = curveAcross(curve);
  if (across !== undefined) context.measure(['curve', 'across'], across);
  const { list, start, pays } = curveRowFields(curve);
  const rows = curveRows(curve);
  rows.forEach((row, index) => {
    const path = ['curve', list, index];
    if (!isIn(runsOn, row.at)) reportStart(row.at, [...path, start], runsOn, context);
    if (isIn('percent', row.pays)) return;
    const shown = figureText(row.pays);
    const what = `\`${shown}\` has no percent sign, and what a row pays is a percentage`;
    context.report('plan/unit-mismatch', [...path, pays], what, percentageIssue(shown).remedy);
  });
  // Figures of two units have no order to check.
  if (!rows.every((row) => isIn(runsOn, row.at))) return;
  for (const { code, path, what, remedy } of curveFaults(curve)) {
    context.report(code, ['curve', ...path], what, remedy);
  }
}

/** Zero is zero in every unit. */
function isIn(unit: 'percent' | 'plain', { number, isPercent }: Figure): boolean {
  return number.eq('0') || isPercent === (unit === 'percent');
}

function reportStart(
  written: Figure,
  path: DocumentPath,
  runsOn: 'percent' | 'plain',
  context: Reporter,
): void {
  const shown = figureText(written);
  const isPercent = runsOn === 'percent';
  const what = isPercent
    ? `\`${shown}\` has no percent sign, and the curve runs on a percentage`
    : `\`${shown}\` is a percentage, and the tiers run on money`;
  const remedy = isPercent ? percentageIssue(shown).remedy : 'write money, such as `50000`';
  context.report('plan/unit-mismatch', path, what, remedy);
}
