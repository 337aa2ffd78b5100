// A scenario: what would be paid if some figures of a period were others. It is a document, so that
// it can be kept beside the plans. In: nothing. Out: what an author may write, and the types.

import { z } from 'zod';
import type { Period } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import { figure, identifier, percentage, text, wholeNumber } from '../document/leaves.ts';
import type { Exact } from '../exact-number.ts';
import type { PeriodData } from '../period-data/period-data.ts';
import { type Window, windows } from '../plan/document.ts';
import type { Plans } from '../plan/plans.ts';
import type { Datum } from '../worksheet/operations.ts';

const attributes = z.record(z.string(), z.string());

/** Fields of a scenario beside its changes. */
export const scenarioShape = {
  scenario: identifier,
  title: text.optional(),
  note: text.optional(),
  payee: text,
  period: text,
};

export const changesShape = {
  /** A measure's figure in place of what the deals make it. */
  results: z
    .array(z.strictObject({ measure: identifier, window: z.enum(windows).optional(), figure }))
    .optional(),
  scores: z
    .array(z.strictObject({ component: identifier, goal: identifier, score: percentage }))
    .optional(),
  reported: z.array(z.strictObject({ measure: identifier, figure })).optional(),
  /** Imagined deals; `like` copies an existing one, whose dates move into the period. */
  add: z
    .array(
      z.strictObject({
        id: identifier,
        like: text.optional(),
        count: wholeNumber.optional(),
        creditTo: text.optional(),
        attributes: attributes.optional(),
      }),
    )
    .optional(),
  edit: z.array(z.strictObject({ deal: text, attributes })).optional(),
  drop: z.array(text).optional(),
};

export interface ResultChange {
  readonly measure: string;
  readonly window: Window;
  readonly figure: Exact;
}

export interface ScoreChange {
  readonly component: string;
  readonly goal: string;
  readonly score: Exact;
}

export interface ReportedChange {
  readonly measure: string;
  readonly figure: Exact;
}

/** What a deal's attributes are to be; those calculated from others follow. */
export type DealAttributes = ReadonlyMap<string, Datum>;

export interface ImaginedDeal {
  readonly id: string;
  readonly like?: string;
  readonly count: number;
  /** Whose it is; the payee's where nothing is said. */
  readonly creditTo?: string;
  readonly attributes: DealAttributes;
}

export interface DealChange {
  readonly deal: string;
  readonly attributes: DealAttributes;
}

export interface ScenarioChanges {
  readonly results: readonly ResultChange[];
  readonly scores: readonly ScoreChange[];
  readonly reported: readonly ReportedChange[];
  readonly add: readonly ImaginedDeal[];
  readonly edit: readonly DealChange[];
  readonly drop: readonly string[];
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly payee: string;
  readonly period: Period;
  readonly changes: ScenarioChanges;
}

/** What a scenario is about: the names in it are looked up there. */
export interface ScenarioScene {
  readonly company: Company;
  readonly plans: Plans;
  readonly data: PeriodData;
}

export const NO_CHANGES: ScenarioChanges = {
  results: [],
  scores: [],
  reported: [],
  add: [],
  edit: [],
  drop: [],
};

/** Several sets of changes as one; of two for one figure the later holds. */
export function joined(...all: readonly ScenarioChanges[]): ScenarioChanges {
  const last = <Change>(
    pick: (changes: ScenarioChanges) => readonly Change[],
    keyOf: (change: Change) => readonly string[],
  ): readonly Change[] => [
    ...new Map(all.flatMap(pick).map((each) => [JSON.stringify(keyOf(each)), each])).values(),
  ];
  const edits = Map.groupBy(
    all.flatMap((each) => each.edit),
    ({ deal }) => deal,
  );
  return {
    results: last(
      (each) => each.results,
      ({ measure, window }) => [measure, window],
    ),
    scores: last(
      (each) => each.scores,
      ({ component, goal }) => [component, goal],
    ),
    reported: last(
      (each) => each.reported,
      ({ measure }) => [measure],
    ),
    add: last(
      (each) => each.add,
      ({ id }) => [id],
    ),
    edit: [...edits].map(([deal, changes]) => {
      return { deal, attributes: new Map(changes.flatMap((each) => [...each.attributes])) };
    }),
    drop: [...new Set(all.flatMap((each) => each.drop))],
  };
}
