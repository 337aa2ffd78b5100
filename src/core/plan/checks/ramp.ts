// A ramp counts its steps in months or in payout periods, leaves a quota to attain, and says with
// `segments` how steps that meet inside a time that is paid on are read. In: the draft of a plan.
// Out: findings at the steps.

import { isWritten } from '../../document/fields.ts';
import { percentText } from '../../document/leaves.ts';
import { ZERO } from '../../exact-number.ts';
import type { PlanCheck } from '../draft.ts';

export const checkRamp: PlanCheck = ({ header, components }, findings) => {
  const { ramp } = header;
  if (!ramp) return;
  const report = (path: readonly (string | number)[], what: string, remedy: string): void =>
    findings.report('plan/ramp', ['ramp', ...path], what, remedy);
  const isByMonth = ramp.some(({ months }) => months !== undefined);
  ramp.forEach(({ months, periods, quota, targetIncentive }, index) => {
    const isMixed = (months === undefined) === (periods === undefined);
    if (isMixed || (isByMonth && months === undefined)) {
      const what = 'a step lasts so many `months` or so many `periods`, and all in the same';
      report([index], what, 'write `{ months: 3, quota: 25% }` for each step');
    } else if ((months ?? periods) === 0) {
      report(
        [index],
        'a step of no time changes nothing',
        'write a number above zero, or remove it',
      );
    }
    if (quota.lte(ZERO)) {
      const remedy = 'write more than 0%: attainment is not defined without a quota';
      report([index, 'quota'], `a step has ${percentText(quota)} of the quota`, remedy);
    }
    if (targetIncentive?.lt(ZERO)) {
      const what = `a step has ${percentText(targetIncentive)} of the target incentive`;
      report([index, 'targetIncentive'], what, 'write 0% or more');
    }
  });
  const isSaid = isWritten(findings.document.root, [], 'segments');
  const isLonger = components.some(({ fields: { window } }) => window && window !== 'period');
  if (isSaid || !(isByMonth || isLonger)) return;
  const what = 'the steps change quotas inside what is paid on, and nothing says how that is read';
  const remedy =
    'add `segments: separate` (each time by itself, then added) or `segments: blended` (quotas ' +
    'and target incentives added up, and one attainment over the whole)';
  report([], what, remedy);
};
