// Which plans each payee is on. In: people, assignments and plans. Out: plans by payee; payees of
// whom something is unknown are left out, as that is said elsewhere and their plans follow from it.

import type { Plan } from '../plan/plan.ts';
import type { Plans } from '../plan/plans.ts';
import type { PeriodData } from './period-data.ts';

export type PayeePlans = ReadonlyMap<string, readonly Plan[]>;

export function plansByPayee({ people, assignments }: PeriodData, plans: Plans): PayeePlans {
  const assigned = Map.groupBy(assignments, ({ payee }) => payee);
  const found = new Map<string, readonly Plan[]>();
  for (const payee of people.keys()) {
    const ids = [...new Set((assigned.get(payee) ?? []).map(({ plan }) => plan))];
    if (ids.every((id) => plans.has(id))) {
      found.set(
        payee,
        ids.flatMap((id) => plans.get(id) ?? []),
      );
    }
  }
  return found;
}
