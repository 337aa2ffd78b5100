// A diff of two plans for programs: changes by their paths, effects and pay in exact figures.
// In: the diff. Out: plain objects.

import { exactText, type PlanDiff } from '../core/index.ts';

export function diffJson({ before, after, targetIncentive, quota, changes, pay }: PlanDiff) {
  const named = ({ id, version, file }: PlanDiff['before']) => ({ plan: id, version, file });
  return {
    before: named(before),
    after: named(after),
    targetIncentive: exactText(targetIncentive),
    ...(quota && { quota: exactText(quota) }),
    changes: changes.map(({ change, effect }) => ({
      ...change,
      ...(effect &&
        effect !== 'none' && {
          effect: {
            attainment: exactText(effect.attainment),
            gatesMet: effect.areGatesMet,
            adds: exactText(effect.adds),
          },
        }),
    })),
    pay: pay.map((each) => ({
      attainment: exactText(each.attainment),
      before: exactText(each.before),
      after: exactText(each.after),
    })),
  };
}
