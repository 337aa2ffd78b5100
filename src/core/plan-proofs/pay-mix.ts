// The pay mix: how much of a full year's pay is base salary and how much hangs on the plan, beside
// what is usual for the role. In: the plan's role and its assignments. Out: a doubt about the one
// that is farthest from the usual.

import { percentText } from '../document/leaves.ts';
import { compareExact, type Exact, exact, ONE, ZERO } from '../exact-number.ts';
import type { Assignment } from '../period-data/period-data.ts';
import { roundTo } from '../rounding.ts';
import type { PlanProof } from './doubt.ts';
import { type UsualMix, usualMixes } from './usual-pay-mix.ts';

/** Far is ten points beyond the usual: countries and seniority account for less. */
const FAR = exact('0.1');

export const provePayMix: PlanProof = ({ plan, data }) => {
  const role = plan.role ?? plan.title;
  const usual = usualMixes.find(({ isRole }) => isRole.test(role));
  if (!usual || !data) return [];
  const [farthest] = data.assignments
    .filter((each) => each.plan === plan.id && isPaid(each))
    .map((each) => ({ payee: each.payee, base: baseShare(each) }))
    .map((each) => ({ ...each, distance: distanceTo(usual, each.base) }))
    .toSorted((a, b) => compareExact(b.distance, a.distance));
  if (!farthest || farthest.distance.lte(FAR)) return [];
  const [from, to] = usual.base.map(mixText);
  return [
    {
      code: 'plan/pay-mix',
      path: plan.role === undefined ? ['title'] : ['role'],
      what:
        `base salary and target incentive of \`${farthest.payee}\` are ` +
        `${mixText(farthest.base)}; usual for ${usual.role} is ${from} to ${to}`,
      remedy: 'change base salary or target incentive in the assignments, or say why in `accepts`',
    },
  ];
};

function isPaid({ baseSalary, targetIncentive }: Assignment): boolean {
  return baseSalary?.plus(targetIncentive).gt(ZERO) ?? false;
}

function baseShare({ baseSalary = ZERO, targetIncentive }: Assignment): Exact {
  return baseSalary.div(baseSalary.plus(targetIncentive));
}

function distanceTo({ base: [from, to] }: UsualMix, share: Exact): Exact {
  if (share.lt(from)) return from.minus(share);
  return share.gt(to) ? share.minus(to) : ZERO;
}

/** `50/50`, base salary first. */
function mixText(base: Exact): string {
  const whole = roundTo(base, 2, 'half-up');
  return [whole, ONE.minus(whole)].map((part) => percentText(part).replace('%', '')).join('/');
}
