// The annual figures that a letter stands on: those of a payee's assignments to the plan, the last
// of them for examples; the checker's round figures where the letter is for a role.
// In: plan, data and perhaps a payee. Out: figures for sampling, and the payee's terms with days.

import type { Exact } from '../exact-number.ts';
import { type Assignment, overlaps, type PeriodData } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';
import {
  NOMINAL_QUOTA,
  type NominalFigures,
  nominalFigures,
} from '../plan-proofs/nominal-figures.ts';
import type { LetterTerms } from './letter.ts';

export function assignmentsTo(plan: Plan, data: PeriodData, payee: string): readonly Assignment[] {
  return data.assignments
    .filter(
      (each) => each.payee === payee && each.plan === plan.id && overlaps(each, plan.effective),
    )
    .toSorted((left, right) => left.from - right.from);
}

/** One entry for each time on which nothing changes; dated quotas make times of their own. */
export function payeeTerms(plan: Plan, data: PeriodData, payee: string): readonly LetterTerms[] {
  const dated = data.quotas.filter((each) => each.payee === payee);
  return assignmentsTo(plan, data, payee).flatMap((assignment) => {
    const [first, last] = [
      Math.max(assignment.from, plan.effective.from),
      Math.min(assignment.to, plan.effective.to),
    ];
    const starts = dated.map(({ from }) => from).filter((day) => day > first && day <= last);
    const days = [...new Set([first, ...starts])].sort((left, right) => left - right);
    return days.map((from, index): LetterTerms => {
      const to = (days[index + 1] ?? last + 1) - 1;
      const own = dated.filter((each) => each.from <= from && from <= each.to);
      const quotas = new Map([
        ...assignment.quotas,
        ...own.map(({ component, quota }) => [component, quota] as const),
      ]);
      const { baseSalary, targetIncentive } = assignment;
      return { from, to, targetIncentive, quotas, ...(baseSalary && { baseSalary }) };
    });
  });
}

export function figuresFor(plan: Plan, terms: LetterTerms | undefined): NominalFigures {
  if (!terms) return nominalFigures(plan, undefined);
  const quotaOf = (component: string): Exact => terms.quotas.get(component) ?? NOMINAL_QUOTA;
  return { targetIncentive: terms.targetIncentive, quotaOf, words: '', isReal: true };
}
