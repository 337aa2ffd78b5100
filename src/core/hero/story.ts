// What the hero test tells: deals, what the company has of them, and what is paid for them.
// In: nothing. Out: types.

import type { Place } from '../diagnostic.ts';
import type { Exact } from '../exact-number.ts';
import type { Deal } from '../period-data/period-data.ts';

export interface StoryDeals {
  readonly deal: Deal;
  readonly count: number;
  readonly size: Exact;
  readonly isWanted: boolean;
}

export interface Story {
  readonly deals: readonly StoryDeals[];
  /** What is paid for these deals, beyond what is paid without any. */
  readonly pays: Exact;
  readonly wanted: Exact;
  readonly size: Exact;
}

export interface Exploit extends Story {
  /** The component that pays most beyond what its deals bring. */
  readonly component: { readonly id: string; readonly title: string };
  readonly clause: Place;
}

/** The honest one's deals of two periods, closed when it pays most. */
export interface TimingExploit {
  readonly moved: StoryDeals;
  readonly isLater: boolean;
  /** How many close in each of the two periods otherwise. */
  readonly even: readonly [number, number];
  readonly pays: Exact;
  readonly evenly: Exact;
}
