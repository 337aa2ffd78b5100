// Laws of any statement over generated plans and data: lines add up to the payment in whole minor
// units, a gate costs what the payment lacks by it, and no order of rows changes a byte.
// Source: QUALITY.md ("Laws as properties").

import { expect, test } from '@jest/globals';
import { sumOf } from '../../src/core/exact-number.ts';
import {
  buildStatement,
  exactText,
  minorDigits,
  type PayeeCalculation,
  type Statement,
} from '../../src/core/index.ts';
import { statementJson } from '../../src/render/json.ts';
import { forAllScenarios, TIME_LIMIT } from './for-all-scenarios.ts';
import type { Pick } from './generate/pick.ts';
import type { GateDocument, WhenNotMet } from './plan-document.ts';
import { calculated, lastPeriodOf, payeesIn, periodsOf, readScenario } from './product.ts';
import { type Row, type Scenario, TABLES } from './scenario.ts';

function statementsOf(scenario: Scenario, period: string): readonly Statement[] {
  const outcome = calculated(readScenario(scenario), period);
  if (!outcome.ok) return [];
  const { payees, company } = outcome.product;
  return payees.map((payee) => buildStatement(payee, company));
}

function expectToAddUp(statement: Statement): void {
  const { lines, payment, yearToDate, currency } = statement;
  const places = minorDigits(currency);
  const sum = sumOf(lines.map(({ payout }) => payout.exact));
  expect(exactText(sum)).toBe(exactText(payment.exact));
  const whole = lines.map(({ payout }) => exactText(payout.exact.round(places)));
  expect(lines.map(({ payout }) => exactText(payout.exact))).toEqual(whole);
  expect(exactText(yearToDate.at(-1)?.total.exact ?? sum)).toBe(exactText(payment.exact));
  const met = statement.gates.flatMap(({ judged }) => (judged?.met ? [judged.cost.exact] : []));
  expect(met.map(exactText)).toEqual(met.map(() => '0'));
}

test(
  'lines add up to the payment, in whole minor units; a gate that is met costs nothing',
  () => {
    forAllScenarios((scenario, pick) => {
      statementsOf(scenario, pick.one(periodsOf(scenario))).forEach(expectToAddUp);
    });
  },
  TIME_LIMIT,
);

function shuffled(rows: readonly Row[], pick: Pick): readonly Row[] {
  const left = [...rows];
  return rows.flatMap(() => left.splice(pick.whole(0, left.length - 1), 1));
}

function rowsShuffled(scenario: Scenario, pick: Pick): Scenario {
  const tables = TABLES.map((name) => [name, shuffled(scenario.tables[name], pick)]);
  return { ...scenario, tables: Object.fromEntries(tables) as Scenario['tables'] };
}

test(
  'the order of rows in any table changes no byte of a statement',
  () => {
    forAllScenarios((scenario, pick) => {
      const period = lastPeriodOf(scenario);
      const jsonOf = (each: Scenario): string =>
        JSON.stringify(statementsOf(each, period).map(statementJson), null, 1);
      expect(jsonOf(rowsShuffled(scenario, pick))).toBe(jsonOf(scenario));
    });
  },
  TIME_LIMIT,
);

/** What was earned before the settlement, by payee. */
function earnedBy(payees: readonly PayeeCalculation[]): Readonly<Record<string, string>> {
  const earned = payees.map(({ payee, compiled, values }) => {
    const datum = values.cells.get(compiled.earned);
    return [payee.id, typeof datum === 'object' ? exactText(datum) : ''] as const;
  });
  return Object.fromEntries(earned);
}

function withoutGate({ plan, ...rest }: Scenario, gate: GateDocument): Scenario {
  const { gates = [], ...others } = plan;
  const left = gates.filter((each) => each !== gate);
  return { ...rest, plan: { ...others, ...(left.length > 0 && { gates: left }) } };
}

function isDeferring(whenNotMet: WhenNotMet): boolean {
  return typeof whenNotMet === 'object' && 'defer' in whenNotMet;
}

/** The payees with nothing paid before: what they would have had without a gate is the same. */
function startingIn(scenario: Scenario, period: string): readonly PayeeCalculation[] {
  return payeesIn(scenario, period).filter(({ earlier }) => earlier.length === 0);
}

test(
  'a gate costs what the same plan without it would have earned more',
  () => {
    forAllScenarios((scenario, pick) => {
      const { gates = [] } = scenario.plan;
      // A gate costs what would be paid now, and what waits for another one would not be.
      const defers = gates.some(({ whenNotMet }) => isDeferring(whenNotMet));
      if (gates.length === 0 || defers || scenario.laterPlan) return;
      const gate = pick.one(gates);
      const period = periodsOf(scenario)[0] ?? '';
      const without = withoutGate(scenario, gate);
      const found = startingIn(scenario, period).map((payee) => {
        const { segments, earned } = payee.compiled;
        const judged = segments.map((each) => each.gates[gates.indexOf(gate)]?.judged);
        const costs = judged.map((each) => payee.values.cells.get(each?.cost ?? ''));
        const now = payee.values.cells.get(earned);
        const sum = sumOf([...costs, now].filter((each) => typeof each === 'object'));
        return [payee.payee.id, exactText(sum)] as const;
      });
      if (found.length === 0) return;
      expect(Object.fromEntries(found)).toEqual(earnedBy(startingIn(without, period)));
    });
  },
  TIME_LIMIT,
);
