// The quota of a component: assigned to each payee, or stated in the plan. A measure that adds up
// over periods needs to know which time its quota is for; a share or an average is a level.
// In: the quota field as written. Out: its schema and its check. Source: ENGINE.md sections 4, 5.

import { z } from 'zod';
import { type Figure, figure, figureText } from '../document/leaves.ts';
import { ZERO } from '../exact-number.ts';
import { addsUp, type Measure } from '../measures/measure.ts';
import type { DocumentPath } from '../source.ts';
import type { CheckContext } from './component-kind.ts';
import { checkFigureUnit } from './figure-unit.ts';

export const quotaField = z.union([
  z.literal('assigned'),
  z.strictObject({ annual: figure }),
  z.strictObject({ perPeriod: figure }),
  z.strictObject({ level: figure }),
]);
type Quota = z.output<typeof quotaField>;

export function checkQuota(quota: Quota, measure: Measure, context: CheckContext): void {
  if (quota === 'assigned') return;
  const [span, written] = Object.entries(quota)[0] as [string, Figure];
  const path: DocumentPath = ['quota', span];
  checkFigureUnit(written, measure, path, context);
  if (written.number.lte(ZERO)) {
    context.report(
      'quota/not-positive',
      path,
      `the quota is \`${figureText(written)}\``,
      'write a quota above zero; attainment is not defined otherwise',
    );
  }
  const isLevel = span === 'level';
  if (isLevel === addsUp(measure)) {
    const what = isLevel
      ? `\`${measure.id}\` adds up over time, and a level says nothing about time`
      : `\`${measure.id}\` does not add up over time, and the quota is for a time`;
    const remedy = isLevel
      ? `write \`{ annual: ${figureText(written)} }\` or \`{ perPeriod: ${figureText(written)} }\``
      : `write \`{ level: ${figureText(written)} }\``;
    context.report('quota/wrong-span', path, what, remedy);
  }
}
