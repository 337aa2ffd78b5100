// What stands between a result and its pay, as a statement arranges it: modifiers, links and gates.
// In: nothing. Out: types. Source: ENGINE.md section 6.

import type { Exact } from '../exact-number.ts';
import type { Money } from '../money.ts';
import type { Span } from '../period-data/period-data.ts';
import type { GateEffect, Window } from '../plan/document.ts';
import type { FigureCells, Quantity } from './statement.ts';

/** A second measure that scaled pay. */
export interface StatementModifier {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly window: Window;
  readonly result: Quantity;
  /** What it multiplies the component's factor or money by. */
  readonly factor: Exact;
}

/** A component's payout factor capped by another's attainment. */
export interface StatementLink {
  readonly id: string;
  readonly title: string;
  /** Days of its segment, where there are several. */
  readonly days?: Span;
  /** Title of the component whose attainment limits. */
  readonly by: string;
  readonly window: Window;
  /** Titles of the components that are limited. */
  readonly actsOn: readonly string[];
  /** At the attainment itself, or at a factor until the attainment is reached. */
  readonly capFactor: 'attainment' | Exact;
  readonly until?: Exact;
  /** Absent while that component's attainment is not known yet. */
  readonly judged?: {
    readonly attainment: Exact;
    readonly met: boolean;
    readonly cost: Money;
    readonly cells: FigureCells<'attainment' | 'met' | 'cost'>;
  };
}

export interface StatementGate {
  readonly id: string;
  readonly title: string;
  /** Days of its segment, where there are several. */
  readonly days?: Span;
  /** Label of the measure it looks at. */
  readonly measure: string;
  readonly window: Window;
  readonly bound: 'atLeast' | 'atMost';
  readonly required: Quantity;
  readonly effect: GateEffect;
  /** Titles of the components it acts on. */
  readonly actsOn: readonly string[];
  /** Absent while it is not judged: over the year, before the year's last period. */
  readonly judged?: {
    readonly result: Quantity;
    readonly met: boolean;
    readonly cost: Money;
    /** What a curve of the gate leaves of pay for the result when it is not met. */
    readonly scale?: Exact;
    readonly cells: FigureCells<'result' | 'required' | 'met' | 'cost'>;
  };
}
