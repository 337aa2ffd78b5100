// Which rule of a component decided about a deal, what it gave, and what the deal earned by it:
// read off the worksheet's own columns. In: a payee's calculation, a deal's index.
// Out: rulings; none for a deal that does not count, or a component that is not due yet.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { CompiledSegment } from '../calculate/compile-segment.ts';
import { perDealColumn } from '../calculate/component-sheet.ts';
import { type Component, ruleListsOf } from '../components/kinds.ts';
import { type Exact, wholeCount } from '../exact-number.ts';
import { measureColumn } from '../measures/measure-cells.ts';
import { rulesKey } from '../plan/plan.ts';
import type { RuleGives } from '../rules/deal-rule.ts';
import { ruledColumn } from '../rules/rule-columns.ts';
import type { Datum } from '../worksheet/operations.ts';
import { inSegment } from '../worksheet/worksheet.ts';
import type { StatementRule } from './statement.ts';
import type { DealRuling } from './statement-deals.ts';

/** A component's list of rules that looks at deals in this period. */
export interface RulesInForce {
  readonly segment: CompiledSegment;
  readonly component: Component & { readonly measure: string };
  readonly key: string;
  readonly gives: RuleGives;
}

export function rulesInForce({ compiled, values }: PayeeCalculation): readonly RulesInForce[] {
  return compiled.segments.flatMap((segment) =>
    segment.plan.components.flatMap((component) =>
      [...ruleListsOf(component)].flatMap(([field, { gives }]) => {
        const key = rulesKey(component.id, field);
        const column = inSegment(ruledColumn.rule(key), segment.segment);
        const looks = 'measure' in component && values.columns.has(column);
        return looks ? [{ segment, component, key, gives }] : [];
      }),
    ),
  );
}

export function dealRuling(
  { values }: PayeeCalculation,
  { segment: { plan, segment }, component, key }: RulesInForce,
  deal: number,
): DealRuling | undefined {
  const read = (id: string): Datum => values.columns.get(inSegment(id, segment))?.at(deal);
  if (read(measureColumn.counts(component.measure, component.window)) !== true) return undefined;
  const rule = read(ruledColumn.rule(key)) as Exact;
  const earned = read(perDealColumn(`${component.id}.earned`)) as Exact | undefined;
  return {
    figure: read(ruledColumn.figure(key)) as Exact,
    reason: plan.rules.get(key)?.[wholeCount(rule) - 1]?.because ?? '',
    ...(earned && { earned }),
  };
}

/** What a component's rules say of a deal where a cell of its own opens down to deals. */
export function rulingReason(
  calculation: PayeeCalculation,
  cell: string,
  deal: number,
): string | undefined {
  const behind = rulesInForce(calculation).filter(({ component, segment }) =>
    cell.startsWith(`${inSegment(component.id, segment.segment)}.`),
  );
  return behind.map((rules) => dealRuling(calculation, rules, deal)?.reason)[0];
}

/** A component's rules for a reader of its curve and rates. */
export function statementRules(
  { plan }: CompiledSegment,
  component: Component,
): readonly StatementRule[] {
  return [...ruleListsOf(component)].flatMap(([field, { gives }]) =>
    (plan.rules.get(rulesKey(component.id, field)) ?? []).map(({ figure, because }) => ({
      gives,
      figure,
      because,
    })),
  );
}
