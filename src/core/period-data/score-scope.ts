// Whose score a row of scores is: one payee's, that of all payees of a plan, or of everybody in the
// company: a company's objective is scored once. In: a score. Out: for whom it holds.

import type { Plan } from '../plan/plan.ts';
import { allPlans, type Plans } from '../plan/plans.ts';
import type { Score } from './period-data.ts';
import type { PayeePlans } from './plans-by-payee.ts';

/** For whom a score holds that is not one payee's own. */
export type CommonScope = 'plan' | 'company';

export function commonScope({ payee, plan }: Score): CommonScope | undefined {
  if (payee !== undefined) return undefined;
  return plan === undefined ? 'company' : 'plan';
}

export function isScoreOf(score: Score, payee: string, plan: string): boolean {
  return score.payee === undefined
    ? score.plan === undefined || score.plan === plan
    : score.payee === payee;
}

/** The plans that may look for a score; undefined where that cannot be known (said elsewhere). */
export function plansOfScore(
  { payee, plan }: Score,
  plans: Plans,
  payeePlans: PayeePlans,
): readonly Plan[] | undefined {
  if (payee !== undefined) return payeePlans.get(payee);
  return plan === undefined ? allPlans(plans) : plans.get(plan);
}
