// Checks of a payout curve inside a component: figures in the right unit, rows in order, ends
// stated. In: a curve and what it runs on. Out: findings at the faulty figures.

import type { Curve } from '../curves/kinds.ts';
import {
  curveAcross,
  curveFaults,
  curveRowFields,
  curveRows,
  curveYields,
  writtenRows,
} from '../curves/kinds.ts';
import { percentageIssue } from '../document/leaf-issues.ts';
import { type Figure, figureText } from '../document/leaves.ts';
import type { DocumentPath } from '../source.ts';
import type { CheckContext } from './component-kind.ts';

type Reporter = Pick<CheckContext, 'report'>;
type Asker = Pick<CheckContext, 'report' | 'measure'>;

/** A curve over an attainment, a score or a measure that must give a payout factor. */
export function checkFactorCurve(curve: Curve, runsOn: 'percent' | 'plain', context: Asker): void {
  if (curveYields(curve) !== 'money') {
    checkCurve(curve, runsOn, context);
    return;
  }
  context.report(
    'plan/unit-mismatch',
    ['curve', 'shape'],
    `a \`${curve.shape}\` curve earns money, and a payout factor is needed`,
    'write a curve whose rows pay percentages; money is earned by a commission',
  );
}

/** `percent` for curves over an attainment or score, `plain` for tiers over money. */
export function checkCurve(curve: Curve, runsOn: 'percent' | 'plain', context: Asker): void {
  const across = curveAcross(curve);
  if (across !== undefined) context.measure(['curve', 'across'], across);
  const { list, start, pays } = curveRowFields(curve);
  const rows = writtenRows(curve);
  const paysIn = curveYields(curve) === 'money' ? 'plain' : 'percent';
  rows.forEach((row, index) => {
    const path = ['curve', list, index];
    if (!isIn(runsOn, row.at)) reportStart(row.at, [...path, start], runsOn, context);
    if (!isIn(paysIn, row.pays)) reportPay(row.pays, [...path, pays], paysIn, context);
  });
  // Figures of two units have no order to check.
  if (!rows.every((row) => isIn(runsOn, row.at))) return;
  const faults = curveFaults(curve);
  for (const { code, path, what, remedy } of faults) {
    context.report(code, ['curve', ...path], what, remedy);
  }
  const stray = curveRows(curve).find((row) => !isIn(runsOn, row.at));
  if (stray && faults.length === 0) reportStart(stray.at, ['curve'], runsOn, context);
}

/** Zero is zero in every unit. */
function isIn(unit: 'percent' | 'plain', { number, isPercent }: Figure): boolean {
  return number.eq('0') || isPercent === (unit === 'percent');
}

function reportPay(
  written: Figure,
  path: DocumentPath,
  paysIn: 'percent' | 'plain',
  context: Reporter,
): void {
  const shown = figureText(written);
  const isPercent = paysIn === 'percent';
  const what = isPercent
    ? `\`${shown}\` has no percent sign, and what a row pays is a percentage`
    : `\`${shown}\` is a percentage, and what a tier earns is money`;
  const remedy = isPercent ? percentageIssue(shown).remedy : 'write money, such as `10000`';
  context.report('plan/unit-mismatch', path, what, remedy);
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
