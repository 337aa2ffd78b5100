// Ordered rules per deal; the first whose condition holds decides. One mechanism for how much of a
// deal counts (crediting), at which rate it is paid, and by what factor its rate is scaled; so that
// product, discount, margin and term can be said in the same way everywhere.
// In: nothing. Out: what an author writes, and the checked rule. Source: ENGINE.md sections 5, 6.

import { z } from 'zod';
import type { SpokenFormula } from '../document/formulas.ts';
import { type FormulaText, formula, percentage, text } from '../document/leaves.ts';
import type { Exact } from '../exact-number.ts';

const ruleFields = { when: formula.optional(), because: text.optional() };

/** How much of a deal counts. */
export const creditingRules = z.array(z.strictObject({ ...ruleFields, credit: percentage })).min(1);
/** At which rate a deal is paid. */
export const rateRules = z.array(z.strictObject({ ...ruleFields, rate: percentage })).min(1);
/** By what the curve's rate is multiplied for a deal. */
export const factorRules = z.array(z.strictObject({ ...ruleFields, factor: percentage })).min(1);

/** What a rule gives: the name of its field. */
export type RuleGives = 'credit' | 'rate' | 'factor';

/** A list of rules as written, whatever they give. */
export interface RuleList {
  readonly gives: RuleGives;
  readonly rules: readonly {
    readonly when?: FormulaText | undefined;
    readonly because?: string | undefined;
    readonly figure: Exact;
  }[];
}

/** A checked rule; only the last of a list has no condition. */
export interface DealRule {
  readonly when?: SpokenFormula;
  readonly figure: Exact;
  /** What a statement says of a deal that it decided. */
  readonly because: string;
}
