// The plan's times: it starts before it ends, and its period weights cover the year's periods and
// add up to the whole.

import { isoDate, periodsOfYear } from '../../calendar.ts';
import { percentText } from '../../document/leaves.ts';
import { notWhole } from '../../document/whole.ts';
import { ZERO } from '../../exact-number.ts';
import type { PlanCheck } from '../draft.ts';

export const checkPeriods: PlanCheck = ({ header }, findings) => {
  const { effective, payoutPeriod, periodWeights } = header;
  if (effective && effective.from > effective.to) {
    findings.report(
      'plan/effective',
      ['effective'],
      `the plan ends on ${isoDate(effective.to)}, before it starts on ${isoDate(effective.from)}`,
      'write `from` as the first day and `to` as the last day of the plan',
    );
  }
  if (!payoutPeriod || !periodWeights) return;
  const periods = periodsOfYear(2001, payoutPeriod, { startMonth: 1 }).length;
  for (const [name, weights] of Object.entries(periodWeights)) {
    if (weights === 'even') continue;
    const path = ['periodWeights', name];
    if (weights.length !== periods) {
      findings.report(
        'plan/period-weights',
        path,
        `there are ${weights.length} weights for the ${periods} periods of a year`,
        `list ${periods} percentages, or write \`even\``,
      );
      continue;
    }
    weights.forEach((weight, index) => {
      if (name === 'quota' ? weight.gt(ZERO) : weight.gte(ZERO)) return;
      const shown = percentText(weight);
      const share = name === 'quota' ? 'quota' : 'pay';
      const what = `a period cannot have ${shown} of the year’s ${share}`;
      const remedy =
        name === 'quota'
          ? 'write more than 0%: attainment is not defined without a quota'
          : 'write 0% or more';
      findings.report('plan/period-weights', [...path, index], what, remedy);
    });
    const sum = notWhole(weights);
    if (sum === undefined) continue;
    const what = `the weights of \`${name}\` ${sum}`;
    findings.report('plan/period-weights', path, what, 'change them so that they add up to 100%');
  }
};
