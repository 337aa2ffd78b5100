// What a component kind must provide: its fields, its checks, and the cells of what it earns.
// Gates, caps, rounding and true-up come after, the same for all kinds (calculate/payout.ts).
// A new kind is one file and one line in kinds.ts. Source: ENGINE.md section 6.

import { z } from 'zod';
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import type { FieldsOf, Shape } from '../document/fields.ts';
import { identifier, percentage, text } from '../document/leaves.ts';
import type { Exact } from '../exact-number.ts';
import type { Measure } from '../measures/measure.ts';
import { limitField, type Window, windowField } from '../plan/document.ts';
import type { Pool, PoolField } from '../plan/pool-terms.ts';
import type { ComponentLook } from '../plan-proofs/component-look.ts';
import type { Doubt } from '../plan-proofs/doubt.ts';
import type { RuleList } from '../rules/deal-rule.ts';
import type { DocumentPath } from '../source.ts';
import type { Formula, Unit } from '../worksheet/operations.ts';
import type { InputSource } from '../worksheet/worksheet.ts';

/** Fields of every component. */
export const commonShape = {
  id: identifier,
  title: text,
  window: windowField,
  /** What a negative true-up does; asked for where the window is the year to date. */
  negativeTrueUp: z.enum(['floor-at-zero', 'recover']).optional(),
  supports: identifier.optional(),
  note: text.optional(),
  payoutCap: limitField.optional(),
  payoutFloor: limitField.optional(),
};
export type CommonShape = typeof commonShape;

/** The part of the target incentive that a component stands for; commission has none. */
export const weightShape = { weight: percentage };

/** What a check may ask and say. Paths are relative to the component. */
export interface CheckContext {
  /** The measure of this id; undefined (already reported) when there is none. */
  readonly measure: (path: DocumentPath, id: string) => Measure | undefined;
  /** Whether the component has this field, be it misspelt or not readable (already reported). */
  readonly isWritten: (field: string) => boolean;
  readonly report: (code: DiagnosticCode, path: DocumentPath, what: string, remedy: string) => void;
}

/** A step of a component as a cell: `step` makes the id, `path` names the clause. */
export interface Step {
  readonly step: string;
  readonly label: string;
  readonly unit: Unit;
  readonly path: DocumentPath;
}

/** What compiling a component may use; everything is bound to the component and its window. */
export interface ComponentSheet {
  readonly cell: (step: Step, formula: Formula) => Formula;
  readonly input: (step: Step, source: InputSource) => Formula;
  /** A measure over the component's window, or over another. */
  readonly measure: (
    id: string,
    window?: Window,
  ) => { readonly formula: Formula; readonly unit: Unit };
  /**
   * How a measure's deals are paid, where some are paid by other parts than they are credited:
   * by their figures, or for each. Undefined where pay follows the credit.
   */
  readonly paidApart: (measureId: string) => 'sum' | 'count' | undefined;
  /**
   * Adds a column computed from each counted deal's credited figure, and a cell with its sum: of
   * the money that is paid, in whole cents where it is shared out, or of the credit that pays.
   */
  readonly sumPerDeal: (
    step: Step,
    measureId: string,
    perDeal: (figure: Formula) => Formula,
    of: 'money' | 'credit',
  ) => Formula;
  /** The payee's share of the credit of a deal, for formulas per deal. */
  readonly shareOfDeal: (measureId: string) => Formula;
  /** What a step summed per deal is summed from, whole: for further formulas per deal. */
  readonly ofDeal: (step: string) => Formula;
  /** The same money for each counted deal, or the payee's part of it. */
  readonly countPerDeal: (step: Step, measureId: string, each: Formula) => Formula;
  /** The figure that the component's rules of this field give a deal; for formulas per deal. */
  readonly ruled: (field: string, label: string) => Formula;
  /** The pool that the component shares in. */
  readonly pool: () => Pool;
  /** The payee's whole target incentive over the window. */
  readonly targetIncentive: () => Formula;
  /** How many payout periods of the window the payee is on the plan: 0.5 for half of one. */
  readonly periodsOnPlan: () => Formula;
  /** The quota of the window, from a plan's quota field. */
  readonly quota: (field: QuotaField, measureId: string, window?: Window) => Formula;
}

export type QuotaField = z.output<typeof import('./quota.ts').quotaField>;

/** What a component earns before gates, caps and rounding: a factor of its target, or money. */
export interface Earning {
  readonly result: Formula;
  readonly resultUnit: Unit;
  readonly quota?: Formula;
  readonly attainment?: Formula;
  /** What the curve runs on, where it is neither the attainment nor the result. */
  readonly curveOn?: { readonly formula: Formula; readonly unit: Unit };
  /** Money by a curve's rates alone, and the credit times each deal's factor. */
  readonly byRates?: Formula;
  /** Money before a cap per deal. */
  readonly uncapped?: Formula;
  readonly weightedCredit?: Formula;
  /** A pool, the payee's points, and those of all who share in it. */
  readonly poolMoney?: Formula;
  readonly points?: Formula;
  readonly allPoints?: Formula;
  readonly earned:
    | { readonly as: 'factor'; readonly factor: Formula }
    | { readonly as: 'money'; readonly money: Formula };
}

export interface ComponentKind<Own extends Shape> {
  /** Its own fields, beside the common ones. */
  readonly shape: Own;
  /** Whether it is paid as a factor of its weight's part of the target incentive. */
  readonly weighted: boolean;
  readonly check: (fields: FieldsOf<Own & CommonShape>, context: CheckContext) => void;
  readonly earn: (component: CheckedFields<Own & CommonShape>, sheet: ComponentSheet) => Earning;
  /** Whether it has an attainment or a score that other components may look at. */
  readonly attains: (fields: FieldsOf<Own>) => boolean;
  /** Ids of the measures it looks at. */
  readonly measures: (fields: FieldsOf<Own>) => readonly string[];
  /** What its result is made of, for statements: key results and goals; cells carry their ids. */
  readonly parts: (component: CheckedFields<Own>) => readonly ComponentPart[];
  /** The scores it waits for from people: goals and milestones. */
  readonly scored: (component: CheckedFields<Own>) => readonly ScoredItem[];
  /** Its rules per deal, by the field that lists them; kinds that look at no deals have none. */
  readonly rules?: (fields: FieldsOf<Own>) => ReadonlyMap<string, RuleList>;
  /** Where full pay belongs: at 100 %, or wherever an aspiration's curve first pays it. */
  readonly fullPay: FullPay;
  /** What good practice says against it; `nth` counts the plan's components of its kind. */
  readonly practice?: (
    component: CheckedFields<Own>,
    look: ComponentLook,
    nth: number,
  ) => readonly PracticeDoubt[];
  /** For kinds that share in a pool: which, and the cell of a payee's points. */
  readonly shares?: {
    readonly pool: (fields: FieldsOf<Own>) => PoolField | undefined;
    readonly points: (
      component: CheckedFields<Own & CommonShape>,
      sheet: ComponentSheet,
    ) => Formula;
  };
}

export type FullPay = 'at-target' | 'when-first-reached';

/** A doubt about one component; its path is relative to the component. */
export type PracticeDoubt = Omit<Doubt, 'about'>;

/** A key result or goal. `asked` is the figure or figures it asks for, in the measure's unit. */
export interface ComponentPart {
  readonly id: string;
  readonly title: string;
  readonly weight: Exact;
  /** The highest score that it can have. */
  readonly highest: Exact;
  readonly measure?: string;
  readonly asked?: { readonly from?: Exact; readonly to: Exact };
}

/** A goal or milestone that a person scores. */
export interface ScoredItem {
  readonly goal: string;
  readonly title: string;
  /** The scores that the plan's scale knows, or the highest score of a continuous scale. */
  readonly scale: ScoreScale;
  readonly whenMissing: 'stop' | 'zero';
  /**
   * What several periods' scores make where the component looks at more than one: that of the
   * last period, their mean, or the last one that was given (a milestone stays reached).
   */
  readonly combine: 'latest' | 'average' | 'last-given';
}

export type ScoreScale = { readonly levels: readonly Exact[] } | { readonly upTo: Exact };

/** The fields of a shape once all of them were read. */
export type CheckedFields<S extends Shape> = z.output<z.ZodObject<S>>;

/** Ties a kind's shape to its functions; the identity at run time. */
export function defineKind<Own extends Shape>(kind: ComponentKind<Own>): ComponentKind<Own> {
  return kind;
}
