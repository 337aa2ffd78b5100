// The payee's figures with which a plan is sampled: those of a real assignment where there is one,
// else 100,000 of target incentive and a quota of 1,000,000, said so in each message.
// In: a plan and perhaps the company's data. Out: figures and the words for whose they are.

import { compareText } from '../diagnostic.ts';
import { type Exact, exact } from '../exact-number.ts';
import { overlaps, type PeriodData } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';
import { figureWords } from './spoken-figures.ts';

export interface NominalFigures {
  readonly targetIncentive: Exact;
  /** Annual, by component. */
  readonly quotaOf: (component: string) => Exact;
  /** `with the figures of \`ann\``. */
  readonly words: string;
  readonly isReal: boolean;
}

const NOMINAL_TARGET_INCENTIVE = exact('100000');
export const NOMINAL_QUOTA = exact('1000000');

export function nominalFigures(plan: Plan, data: PeriodData | undefined): NominalFigures {
  const paid = data?.assignments.filter(
    (each) =>
      each.plan === plan.id && overlaps(each, plan.effective) && each.targetIncentive.gt('0'),
  );
  const [first] = (paid ?? []).toSorted((a, b) => compareText(a.payee, b.payee));
  if (!first) {
    const whole = figureWords(NOMINAL_TARGET_INCENTIVE, 'money', plan.currency);
    const words = `per ${whole} of target incentive a year`;
    const quotaOf = () => NOMINAL_QUOTA;
    return { targetIncentive: NOMINAL_TARGET_INCENTIVE, quotaOf, words, isReal: false };
  }
  return {
    targetIncentive: first.targetIncentive,
    quotaOf: (component) => first.quotas.get(component) ?? NOMINAL_QUOTA,
    words: `with the figures of \`${first.payee}\``,
    isReal: true,
  };
}
