// Checks that a figure is written in the unit of the measure it is compared with: a percent sign
// for ratios, none for money, counts and days. One rule for quotas, gates and key results.

import type { Figure } from '../document/leaves.ts';
import { exactText } from '../exact-number.ts';
import type { Measure } from '../measures/measure.ts';
import type { DocumentPath } from '../source.ts';
import type { CheckContext } from './component-kind.ts';

export function checkFigureUnit(
  written: Figure,
  measure: Measure,
  path: DocumentPath,
  context: Pick<CheckContext, 'report'>,
): void {
  const wantsPercent = measure.unit === 'ratio';
  if (written.isPercent === wantsPercent) return;
  const shown = exactText(written.number);
  const what = wantsPercent
    ? `\`${measure.id}\` is a percentage, and \`${shown}\` is written without a percent sign`
    : `\`${measure.id}\` is measured in ${measure.unit}, not in percent`;
  const remedy = wantsPercent ? 'add a percent sign, such as `62%`' : 'write a plain number';
  context.report('plan/unit-mismatch', path, what, remedy);
}
