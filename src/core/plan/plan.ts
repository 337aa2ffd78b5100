// A checked plan: everything in it refers to something that exists, in the right unit. Compiling
// trusts it and checks nothing again. In: nothing. Out: types.

import type { DayNumber, PayoutPeriodKind } from '../calendar.ts';
import type { Component } from '../components/kinds.ts';
import type { Curve } from '../curves/kinds.ts';
import type { Place } from '../diagnostic.ts';
import type { SpokenFormula } from '../document/formulas.ts';
import type { Exact } from '../exact-number.ts';
import type { Measure } from '../measures/measure.ts';
import type { RoundingMode } from '../rounding.ts';
import type { DealRule } from '../rules/deal-rule.ts';
import type { DocumentNode, DocumentPath } from '../source.ts';
import type {
  Acceptance,
  Draw,
  GateEffect,
  Limit,
  NegativePayment,
  PayoutRateOn,
  PlanLimit,
  Provided,
  prorationBases,
  RampStep,
  Requirement,
  segmentReadings,
  TimedRelease,
  Window,
} from './document.ts';
import type { Pool } from './pool-terms.ts';

export interface Gate {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly window: Window;
  readonly require: Requirement;
  readonly actsOn: 'all' | readonly string[];
  readonly whenNotMet: GateEffect;
}

/** A second measure that scales pay by a curve of its own. */
export interface Modifier {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly window: Window;
  readonly actsOn: 'all' | readonly string[];
  readonly curve: Curve;
}

/** Something that happens to a deal, and to pay for it with it. */
export interface DealEvent {
  /** The attribute of a deal with the event's day. */
  readonly on: string;
  /** It counts for deals for which this holds. */
  readonly where?: SpokenFormula;
}

/** Pay that is taken back for a deal, in the period of an event. */
export interface Clawback extends DealEvent {
  readonly takes:
    | Exact
    | {
        readonly since: string;
        /** The first row whose days are not passed holds; after the last nothing is taken. */
        readonly schedule: readonly { readonly withinDays: number; readonly share: Exact }[];
      };
}

/** What ends a hold without paying it: an event of the deal, or days without the release's one. */
export interface Forfeit {
  readonly event?: DealEvent;
  readonly after?: { readonly days: number; readonly since: string };
}

interface AnyHold {
  readonly id: string;
  readonly title: string;
  readonly share: Exact;
  readonly actsOn: 'all' | readonly string[];
  readonly whenLeaving: 'release' | 'forfeit';
}

/** A share of payouts that is kept back until a day. */
export interface TimedHold extends AnyHold {
  readonly release: TimedRelease;
  readonly provided?: Provided;
}

/** A share of the pay for each deal that is kept back until something happens to the deal. */
export interface EventHold extends AnyHold {
  readonly release: DealEvent;
  readonly forfeit: Forfeit;
}

export type Hold = TimedHold | EventHold;

export function isEventHold(hold: Hold): hold is EventHold {
  return 'on' in hold.release;
}

/** A cap on what several components pay together in a period. */
export interface GroupCap {
  readonly id: string;
  readonly title: string;
  readonly actsOn: readonly string[];
  readonly cap: Limit;
}

/** A component's payout factor capped by another's attainment. */
export interface Link {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly actsOn: readonly string[];
  readonly capFactor: 'attainment' | Exact;
  readonly until?: Exact;
}

/** The basis on which a part of a payout period is paid. */
export type Proration = (typeof prorationBases)[number];

/** How parts of a year with figures of their own are read together. */
type SegmentReading = (typeof segmentReadings)[number];

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
  readonly proration?: Proration;
  readonly segments?: SegmentReading;
  readonly ramp?: readonly RampStep[];
  readonly measures: ReadonlyMap<string, Measure>;
  readonly components: readonly Component[];
  /** The rules per deal of components, by `rulesKey`. */
  readonly rules: ReadonlyMap<string, readonly DealRule[]>;
  /** The pools that components share in, by component. */
  readonly pools: ReadonlyMap<string, Pool>;
  readonly modifiers: readonly Modifier[];
  readonly links: readonly Link[];
  readonly gates: readonly Gate[];
  readonly holds: readonly Hold[];
  readonly groupCaps: readonly GroupCap[];
  readonly planCap?: PlanLimit;
  readonly planFloor?: PlanLimit;
  /** Doubts of the checker that the plan answers. */
  readonly accepts: readonly Acceptance[];
  readonly draw?: Draw;
  readonly negativePayment?: NegativePayment;
  readonly clawback?: Clawback;
  readonly payoutRateOn?: PayoutRateOn;
  readonly file: string;
  /** The document as it was written, without its layout and comments. */
  readonly root: DocumentNode;
  readonly placeOf: (path: DocumentPath) => Place;
}

/** Where a component's rules of a field stand among the plan's rules. */
export function rulesKey(component: string, field: string): string {
  return `${component}.${field}`;
}

/** Whether a gate, link, modifier or hold acts on a component. */
export function actsOn(acting: Pick<Gate, 'actsOn'>, component: string): boolean {
  return acting.actsOn === 'all' || acting.actsOn.includes(component);
}

/** The curve by which a gate scales; none where it scales by a fixed part, or not at all. */
export function scaleCurve(effect: GateEffect): Curve | undefined {
  if (effect === 'zero' || !('scale' in effect)) return undefined;
  return 'curve' in effect.scale ? effect.scale.curve : undefined;
}
