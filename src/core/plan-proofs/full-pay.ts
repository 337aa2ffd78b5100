// What reaching the target pays: 100 % of a quota, or all goals met, must pay the component's part
// of the target incentive, neither more nor less; rates alone must come to it as well, where they
// have a quota; and the plan's own limits must leave it whole in every period of the year. In:
// components under the lens, and a year at target. Out: doubts.

import { compareExact, type Exact, exact, sumOf } from '../exact-number.ts';
import { roundMoney } from '../rounding.ts';
import type { ComponentLook } from './component-look.ts';
import type { Doubt, PlanProof } from './doubt.ts';
import { ResultScale } from './result-scale.ts';
import { moneyWords } from './spoken-figures.ts';
import { yearAtTarget } from './year-at-target.ts';

/** Rates are round figures: a plan of rates alone may miss its target incentive by a hundredth. */
const ROUND_RATES = exact('0.01');

export const proveFullPay: PlanProof = ({ looks }) => looks.flatMap(payAtTarget);

function payAtTarget(look: ComponentLook): readonly Doubt[] {
  const { targetIncentive, fullPayAt, component, plan } = look;
  if (!targetIncentive || !fullPayAt) return [];
  const agreed = roundMoney(targetIncentive, plan);
  const paid = look.payoutAt(fullPayAt);
  if (compareExact(paid, agreed) === 0) return [];
  const scale = new ResultScale(look);
  const words = (money: Exact): string => moneyWords(money, plan.currency);
  return [
    {
      code: 'payout/target',
      path: look.curve ? [...look.path, 'curve'] : look.path,
      about: component.id,
      what:
        `at ${scale.words(scale.resultAt(fullPayAt))} \`${component.id}\` pays ${words(paid)}, ` +
        `and its part of the target incentive is ${words(agreed)} (${look.words})`,
      remedy: 'let the curve pay 100% there, and no cap cut it',
    },
  ];
}

/** Only where every rate has a quota, and the target incentive is somebody's. */
export const proveRatesAtQuota: PlanProof = ({ plan, figures, looks }) => {
  const isProvable = figures.isReal && looks.length > 0;
  if (!isProvable || looks.some((each) => each.targetIncentive || !each.fullPayAt)) return [];
  const agreed = figures.targetIncentive;
  const paid = sumOf(yearAtTarget(plan, figures, looks).map(({ due }) => due));
  if (paid.minus(agreed).abs().lte(agreed.times(ROUND_RATES))) return [];
  const [agreedWords, paidWords] = [agreed, paid].map((each) => moneyWords(each, plan.currency));
  const what =
    `a year at quota pays ${paidWords}, and the target incentive is ${agreedWords} ` +
    `(${figures.words})`;
  const remedy = 'set the rates so that the quota pays the target incentive';
  return [{ code: 'payout/target', path: ['components'], what, remedy }];
};

export const provePlanLimits: PlanProof = ({ plan, figures, looks }) => {
  const cut = yearAtTarget(plan, figures, looks).find(({ paid, due }) => paid.lt(due));
  if (!cut) return [];
  const [due, paid] = [cut.due, cut.paid].map((each) => moneyWords(each, plan.currency));
  const what =
    `exactly at target ${due} are due in ${cut.period}, and the limits of the plan leave ${paid} ` +
    `(${figures.words})`;
  const remedy = 'raise `planCap`; the last period also carries what is measured over the year';
  return [{ code: 'payout/cap-below-target', path: ['planCap'], what, remedy }];
};
