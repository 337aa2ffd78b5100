// Gates that defer: a payout waits until they are met, and is released in full. What waits is taken
// out of the total as if it were not earned yet, one component after the other, so that a plan cap
// never cuts what is paid now for the sake of what waits. In: payouts and gates. Out: what waits of
// each component, and the total without it. Source: ENGINE.md section 6.

import type { Component } from '../components/kinds.ts';
import { actsOn } from '../plan/plan.ts';
import { all, choose, type Formula, minimum, NO_MONEY, subtract } from '../worksheet/operations.ts';
import type { Condition } from './condition.ts';
import { totalCells } from './limits.ts';
import type { PlanSheet } from './plan-sheet.ts';

export interface ComponentPayout {
  readonly component: Component;
  readonly index: number;
  readonly payout: Formula;
}

/** A component that deferring gates act on. */
interface DeferralCells {
  readonly component: Component;
  /** Whether its gates are met, or what waits is paid all the same. */
  readonly open: Formula;
  /** What of its payout waits. */
  readonly waits: Formula;
}

interface DeferredTotal {
  readonly deferrals: readonly DeferralCells[];
  /** What is earned and does not wait. */
  readonly total: Formula;
}

export function deferralCells(
  sheet: PlanSheet,
  payouts: readonly ComponentPayout[],
  conditions: readonly Condition[],
  earned: Formula,
): DeferredTotal {
  const now = payouts.map(({ payout }) => payout);
  let total = earned;
  const deferrals = payouts.flatMap(({ component, index, payout }, at): DeferralCells[] => {
    const opening = openingOf(component, conditions);
    if (!opening) return [];
    const { id, title } = component;
    const named = (step: string, label: string) =>
      ({ id: `${id}.${step}`, label: `${title}: ${label}`, path: ['components', index] }) as const;
    const open = sheet.cell({ ...named('open', 'may be paid'), unit: 'flag' }, opening);
    now[at] = sheet.cell(
      { ...named('payable', 'payable now'), unit: 'money' },
      payableWhen(open, payout),
    );
    const variant = { prefix: `deferring.${id}.`, wording: ` while ${title} waits` };
    const before = total;
    total = totalCells(sheet, now, variant).total;
    const waits = sheet.cell(
      { ...named('waits', 'waits'), unit: 'money' },
      subtract(before, total),
    );
    return [{ component, open, waits }];
  });
  return { deferrals, total };
}

/** What a component pays now under some of the plan's gates and links. */
export function payableNow(
  { component, payout }: Pick<ComponentPayout, 'component' | 'payout'>,
  conditions: readonly Condition[],
): Formula {
  const open = openingOf(component, conditions);
  return open ? payableWhen(open, payout) : payout;
}

/** What is taken back does not wait. */
function payableWhen(open: Formula, payout: Formula): Formula {
  return choose(open, payout, minimum(payout, NO_MONEY));
}

function openingOf({ id }: Component, conditions: readonly Condition[]): Formula | undefined {
  const openings = conditions.flatMap((each) =>
    each.opens && actsOn(each, id) ? [each.opens] : [],
  );
  return openings.length > 0 ? all(...openings) : undefined;
}
