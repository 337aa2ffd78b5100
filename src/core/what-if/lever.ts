// A lever: one figure of a what-if that a leader can move, with its unit, its present value, its
// steps and a range that makes sense for a slider. In: a lever and a figure. Out: the changes.

import type { Place } from '../diagnostic.ts';
import { identifierFor } from '../document/leaves.ts';
import { type Exact, wholeCount } from '../exact-number.ts';
import type { Window } from '../plan/document.ts';
import type { Unit } from '../worksheet/operations.ts';
import { NO_CHANGES, type ScenarioChanges } from './scenario.ts';

/** What a lever moves. */
export type LeverOf =
  | { readonly of: 'result'; readonly measure: string; readonly window: Window }
  | { readonly of: 'score'; readonly component: string; readonly goal: string }
  | { readonly of: 'reported'; readonly measure: string }
  /** How many more deals like one, imagined under an id that nothing else has. */
  | { readonly of: 'deals'; readonly like: string; readonly as: string }
  | { readonly of: 'deal'; readonly deal: string; readonly attribute: string };

type MoreDeals = Extract<LeverOf, { of: 'deals' }>;

export interface Lever {
  /** `result/new-arr/period`, `score/teamwork/forecast`, `deals/D-7`, `deal/D-7/amount` */
  readonly id: string;
  readonly lever: LeverOf;
  readonly label: string;
  readonly unit: Unit;
  /** Absent where nothing is known, such as a score that is not given yet. */
  readonly present?: Exact;
  readonly step: Exact;
  /** What a slider may show; a scale's own bounds where it has any. */
  readonly from: Exact;
  readonly to: Exact;
  /** No figure lies outside, by its nature or by its scale. */
  readonly least: Exact;
  readonly most: Exact;
  /** The only figures there are, where a scale lists them. */
  readonly levels?: readonly Exact[];
  /** Ids of components and gates whose figures it moves. */
  readonly components: readonly string[];
  readonly gates: readonly string[];
  readonly clause: Place;
}

/** More deals like one, as `more-like-ri-1123`, or with a number where that is taken. */
export function moreLike(like: string, taken: ReadonlySet<string> = new Set()): MoreDeals {
  const id = identifierFor(`more like ${like}`) as string;
  let free = id;
  for (let number = 2; taken.has(free); number += 1) free = `${id}-${number}`;
  return { of: 'deals', like, as: free };
}

/** Where a lever stands; one without a figure stands at its least. */
export function standing({ present, least }: Lever): Exact {
  return present ?? least;
}

export function leverId(lever: LeverOf): string {
  switch (lever.of) {
    case 'result':
      return `result/${lever.measure}/${lever.window}`;
    case 'score':
      return `score/${lever.component}/${lever.goal}`;
    case 'reported':
      return `reported/${lever.measure}`;
    case 'deals':
      return `deals/${lever.like}`;
    case 'deal':
      return `deal/${lever.deal}/${lever.attribute}`;
  }
}

/** The changes that put a lever at a figure. */
export function changesOf({ lever }: Pick<Lever, 'lever'>, figure: Exact): ScenarioChanges {
  switch (lever.of) {
    case 'result': {
      const { measure, window } = lever;
      return { ...NO_CHANGES, results: [{ measure, window, figure }] };
    }
    case 'score': {
      const { component, goal } = lever;
      return { ...NO_CHANGES, scores: [{ component, goal, score: figure }] };
    }
    case 'reported':
      return { ...NO_CHANGES, reported: [{ measure: lever.measure, figure }] };
    case 'deals': {
      const count = wholeCount(figure);
      const imagined = { id: lever.as, like: lever.like, attributes: new Map() };
      return { ...NO_CHANGES, add: count === 0 ? [] : [{ ...imagined, count }] };
    }
    case 'deal': {
      const attributes = new Map([[lever.attribute, figure]]);
      return { ...NO_CHANGES, edit: [{ deal: lever.deal, attributes }] };
    }
  }
}
