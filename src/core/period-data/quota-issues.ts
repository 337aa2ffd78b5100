// What can be wrong with a payee's quota, wherever it is written: not in the measure's unit, not
// above zero, or just the baseline that progress starts from. In: the figure, its component and
// plan. Out: issues.

import { type Component, measureLookedAt } from '../components/kinds.ts';
import type { LeafIssue } from '../document/leaf-issues.ts';
import { type Exact, exactText, ZERO } from '../exact-number.ts';
import type { Plan } from '../plan/plan.ts';
import { figureIssue } from './datum.ts';

interface WrittenQuota {
  readonly payee: string;
  readonly quota: Exact;
  /** As its cell has it. */
  readonly written: string;
}

export function quotaIssues(
  { payee, quota, written }: WrittenQuota,
  component: Component,
  plan: Plan,
): readonly LeafIssue[] {
  const measure = measureLookedAt(component, plan);
  const unit = measure && figureIssue(written, measure.unit, measure.id);
  const subject = `the quota of \`${payee}\` for \`${component.id}\` is`;
  return [
    ...(unit ? [unit] : []),
    ...(quota.lte(ZERO)
      ? [
          {
            code: 'quota/not-positive',
            what: `${subject} \`${exactText(quota)}\``,
            remedy: 'write a quota above zero; attainment is not defined otherwise',
          } as const,
        ]
      : []),
    ...('baseline' in component && component.baseline?.number.eq(quota)
      ? [
          {
            code: 'quota/equals-baseline',
            what: `${subject} its baseline`,
            remedy: 'write as quota where things shall be; the baseline is where they stand now',
          } as const,
        ]
      : []),
  ];
}
