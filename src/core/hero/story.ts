// What the hero test tells: deals, what the company has of them, and what is paid for them.
// In: nothing. Out: types.

import type { Place } from '../diagnostic.ts';
import type { Exact } from '../exact-number.ts';
import type { Deal } from '../period-data/period-data.ts';
import type { Datum, Unit } from '../worksheet/operations.ts';

/** A trait of a deal. */
export interface TraitDatum {
  readonly name: string;
  readonly label: string;
  readonly unit: Unit;
  readonly datum: Datum;
}

export interface StoryDeals {
  /** The deal of the company that they are like, but for their size and their traits. */
  readonly like: Deal;
  readonly count: number;
  readonly size: Exact;
  readonly isWanted: boolean;
  /** What is not as with that deal, for the honest one; for others, not as with the honest one. */
  readonly traits: readonly TraitDatum[];
}

export interface Story {
  readonly period: string;
  readonly deals: readonly StoryDeals[];
  /** What is paid for these deals, beyond what is paid without any. */
  readonly pays: Exact;
  readonly wanted: Exact;
  readonly size: Exact;
}

/** A part of the plan, with its place. */
export interface Clause {
  readonly id: string;
  readonly title: string;
  readonly clause: Place;
}

/** A gate that does not stop an exploit: it is met, or it takes too little. */
export interface PassedGate extends Clause {
  readonly isMet: boolean;
}

export interface Exploit extends Story {
  /** The honest one's deals that it is held against. */
  readonly against: Story;
  /** The component that pays most beyond what its deals bring. */
  readonly component: Clause;
  readonly gates: readonly PassedGate[];
}

/** The honest one's deals of two periods, closed when it pays most. */
export interface TimingExploit {
  readonly deals: StoryDeals;
  readonly periods: readonly [string, string];
  /** How many close in each of the two periods, as they come and as it pays most. */
  readonly even: readonly [number, number];
  readonly moved: readonly [number, number];
  readonly evenly: Exact;
  readonly pays: Exact;
  /** The component that pays most for it. */
  readonly component: Clause;
}
