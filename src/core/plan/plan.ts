// A checked plan: everything in it refers to something that exists, in the right unit. Compiling
// trusts it and checks nothing again. In: nothing. Out: types.

import type { DayNumber, PayoutPeriodKind } from '../calendar.ts';
import type { Component } from '../components/kinds.ts';
import type { Place } from '../diagnostic.ts';
import type { Exact } from '../exact-number.ts';
import type { Measure } from '../measures/measure.ts';
import type { RoundingMode } from '../rounding.ts';
import type { DocumentPath } from '../source.ts';
import type { GateEffect, Limit, Requirement, Window } from './document.ts';

export interface Gate {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly window: Window;
  readonly require: Requirement;
  readonly actsOn: 'all' | readonly string[];
  readonly whenNotMet: GateEffect;
}

/** The part of an annual figure that each payout period of the year carries; sums to one. */
export interface PeriodWeights {
  readonly quota: readonly Exact[];
  readonly targetIncentive: readonly Exact[];
}

export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly role?: string;
  readonly purpose?: string;
  readonly currency: string;
  readonly effective: { readonly from: DayNumber; readonly to: DayNumber };
  readonly payoutPeriod: PayoutPeriodKind;
  readonly rounding: RoundingMode;
  readonly periodWeights: PeriodWeights;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly components: readonly Component[];
  readonly gates: readonly Gate[];
  readonly planCap?: Limit;
  readonly file: string;
  readonly placeOf: (path: DocumentPath) => Place;
}

export function gateActsOn(gate: Pick<Gate, 'actsOn'>, component: string): boolean {
  return gate.actsOn === 'all' || gate.actsOn.includes(component);
}
