// A worked case that an analyst can write: a plan, some data, the cells and payouts expected, with
// the arithmetic in comments. In: nothing. Out: the shape of a case file and the types of results.
// Source: OpenFisca's YAML tests; QUALITY.md ("cases a compensation analyst can read").

import { z } from 'zod';
import type { Calculation } from '../calculate/calculate.ts';
import { attributeSource, attributeUnit, companyShape } from '../company/document.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { attributeName, currency, text, wholeNumber } from '../document/leaves.ts';

/**
 * Fields of a case. Read from the document itself: `plan` (or a list of `plans`, or the name of
 * one; with `company` it is that company's), `given` (what all examples share; an example's own
 * tables go before) and `examples`.
 */
export const caseShape = {
  case: text,
  title: text,
  source: text.optional(),
  note: text.optional(),
  mechanisms: z.array(text).min(1),
  period: text,
  currency: currency.optional(),
  /** First month of the fiscal year; January where nothing is said. */
  startMonth: wholeNumber.optional(),
  /** Attributes of the deals beside `id`, `payee` and `date`: units, or as in company.yaml. */
  attributes: z.record(attributeName, z.union([attributeUnit, attributeSource])).optional(),
  derived: z.record(attributeName, text).optional(),
  /** Tables that deals look into by one of their attributes, with their rows. */
  lookups: z
    .array(
      z.strictObject({
        match: attributeName,
        attributes: z.record(attributeName, attributeUnit),
        rows: z.array(z.record(z.string(), z.string())).min(1),
      }),
    )
    .optional(),
  /** Pools of the company. */
  pools: companyShape.pools,
};

/** One figure that was expected and what the worksheet holds. */
export interface CaseLine {
  readonly payee: string;
  readonly cell: string;
  readonly expected: string;
  readonly found: string;
  readonly holds: boolean;
  /** Found less expected, where both are numbers that differ. */
  readonly difference?: string;
}

/** One example of a case: its figures, or the findings that stopped it. */
export interface ExampleResult {
  readonly name: string;
  readonly lines: readonly CaseLine[];
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where findings stopped it. */
  readonly calculation?: Calculation;
}

export interface CaseResult {
  readonly id: string;
  readonly title: string;
  readonly source?: string;
  readonly mechanisms: readonly string[];
  readonly examples: readonly ExampleResult[];
  readonly holds: boolean;
}
