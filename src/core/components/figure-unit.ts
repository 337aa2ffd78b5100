// Checks that a figure is written in the unit of the measure it is compared with: a percent sign
// for ratios, none for money, counts and days. One rule for quotas, gates and key results.

import { percentageIssue } from '../document/leaf-issues.ts';
import { type Figure, figureText } from '../document/leaves.ts';
import type { Measure } from '../measures/measure.ts';
import type { DocumentPath } from '../source.ts';
import type { CheckContext } from './component-kind.ts';

export function checkFigureUnit(
  written: Figure,
  measure: Pick<Measure, 'id' | 'unit'>,
  path: DocumentPath,
  context: Pick<CheckContext, 'report'>,
): void {
  const wantsPercent = measure.unit === 'ratio';
  if (written.isPercent === wantsPercent) return;
  const shown = figureText(written);
  const what = wantsPercent
    ? `\`${shown}\` has no percent sign, and \`${measure.id}\` is a percentage`
    : `\`${shown}\` is a percentage, and \`${measure.id}\` is measured in ${measure.unit}`;
  const remedy = wantsPercent ? percentageIssue(shown).remedy : 'write a number without `%`';
  context.report('plan/unit-mismatch', path, what, remedy);
}
