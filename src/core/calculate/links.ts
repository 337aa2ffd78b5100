// Links: one component's payout factor is capped by another's attainment. Either never above that
// attainment itself, or at a stated factor until the attainment reaches a stated figure. They act
// after modifiers and before gates. In: the plan's links, and what the components earned.
// Out: cells for what is asked and "met", and the condition. Source: ENGINE.md section 6.

import type { Exact } from '../exact-number.ts';
import type { Link } from '../plan/plan.ts';
import {
  choose,
  compare,
  constant,
  type Formula,
  maximum,
  minimum,
} from '../worksheet/operations.ts';
import type { Condition } from './condition.ts';
import type { EarnedComponent } from './payout.ts';
import type { PlanSheet } from './plan-sheet.ts';

/** A link on the worksheet. Without `met` it is not judged yet. */
export interface LinkCells extends Condition {
  readonly link: Link;
  readonly attainment?: Formula;
  readonly met?: Formula;
}

export function linkCells(
  sheet: PlanSheet,
  link: Link,
  index: number,
  earned: readonly EarnedComponent[],
): LinkCells {
  const { id, title, by, actsOn } = link;
  const path = ['links', index];
  const base = { link, id: `link.${id}`, key: `link.${id}`, title, path, actsOn };
  const attainment = earned.find(({ component }) => component.id === by)?.earning.attainment;
  const factors = earned.flatMap(({ component, earning: { earned: due } }) =>
    actsOn.includes(component.id) && due.as === 'factor' ? [due.factor] : [],
  );
  if (!attainment || factors.length === 0) return base;
  const ratio = (number: Exact): Formula => constant(number, 'ratio');
  const cap = link.capFactor === 'attainment' ? attainment : ratio(link.capFactor);
  const met = sheet.cell(
    { id: `link.${id}.met`, label: `${title}: met`, unit: 'flag', path },
    compare(attainment, '>=', link.until ? ratio(link.until) : maximum(...factors)),
  );
  const capped = (factor: Formula): Formula => minimum(factor, cap);
  const factor = link.until ? (before: Formula) => choose(met, before, capped(before)) : capped;
  return { ...base, attainment, met, leaves: { factor, money: refused } };
}

function refused(): Formula {
  throw new Error('a link caps a factor; the plan checker refuses components without one');
}
