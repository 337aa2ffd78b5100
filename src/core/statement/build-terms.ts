// What held when, for a statement whose payment stands on more than one set of figures: plans,
// target incentives and quotas with their days. In: a payee's calculation. Out: terms in order of
// time; none where nothing changes. Source: ENGINE.md section 4.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { Part } from '../calculate/parts.ts';
import { measureLookedAt } from '../components/kinds.ts';
import { ONE } from '../exact-number.ts';
import { money } from '../money.ts';
import type { StatementTerms } from './statement.ts';

export function buildTerms({ segments, period }: PayeeCalculation): readonly StatementTerms[] {
  const parts = segments.flatMap((segment) => segment.parts);
  const soFar = parts.filter(({ from }) => from <= period.to);
  const isOne = soFar.length === 1 && !soFar.some(isRamping);
  return isOne ? [] : soFar.map(termsOf).toSorted((a, b) => a.from - b.from);
}

/** Whether less or more than the whole holds. */
function isRamping({ ramp }: Part): boolean {
  return !(ramp.quota.eq(ONE) && ramp.targetIncentive.eq(ONE));
}

function termsOf(part: Part): StatementTerms {
  const { from, to, plan, assignment } = part;
  const { id, title, version } = plan;
  return {
    from,
    to,
    plan: { id, title, version },
    targetIncentive: money(assignment.targetIncentive, plan.currency),
    ...(plan.ramp && { ramp: part.ramp }),
    quotas: plan.components.flatMap((component) => {
      const number = part.quotas.get(component.id);
      if (number === undefined) return [];
      const unit = measureLookedAt(component, plan)?.unit ?? 'number';
      return [{ title: component.title, quota: { number, unit } }];
    }),
  };
}
