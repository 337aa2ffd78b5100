// A list of rules as two columns per deal: which rule decided, and the figure it gives.
// In: checked rules and the columns' names. Out: the formula that reads the figure.

import type { Place } from '../diagnostic.ts';
import { exactInteger } from '../exact-number.ts';
import { choose, constant, type Formula } from '../worksheet/operations.ts';
import type { WorksheetBuilder } from '../worksheet/worksheet.ts';
import type { DealRule } from './deal-rule.ts';

/** Columns of a component's rules: `key` as of `rulesKey`. */
export const ruledColumn = {
  rule: (key: string) => `${key}.rule`,
  figure: (key: string) => `${key}.figure`,
};

interface RuleColumns {
  /** Id of the column with the number of the rule that decided, from 1. */
  readonly rule: string;
  readonly ruleLabel: string;
  /** Id of the column with the figure that it gives. */
  readonly figure: string;
  readonly figureLabel: string;
  readonly clause: Place;
}

export function ruleColumns(
  builder: WorksheetBuilder,
  { rule: ruleId, ruleLabel, figure: figureId, figureLabel, clause }: RuleColumns,
  rules: readonly DealRule[],
): Formula {
  const numbered = rules.map((rule, index) => ({
    rule,
    number: constant(exactInteger(index + 1), 'count'),
  }));
  const matched = numbered.reduceRight<Formula>(
    (otherwise, { rule, number }) =>
      rule.when ? choose(rule.when.formula, number, otherwise) : number,
    constant(exactInteger(0), 'count'),
  );
  const decided = builder.column({
    id: ruleId,
    label: ruleLabel,
    unit: 'count',
    clause,
    formula: matched,
  });
  const points = rules.map(({ figure }, index) => ({ at: exactInteger(index + 1), pays: figure }));
  const given: Formula = { op: 'lookup', on: decided, onUnit: 'count', points, below: 'nothing' };
  return builder.column({
    id: figureId,
    label: figureLabel,
    unit: 'ratio',
    clause,
    formula: given,
  });
}
