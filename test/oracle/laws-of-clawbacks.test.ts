// A law of clawbacks and holds together: after a deal has ended and all that was paid for it is taken
// back, there is paid and kept what there would be had the deal never been. So nothing is taken twice,
// and nothing that was never paid. Source: ENGINE.md section 7.

import { expect, test } from '@jest/globals';
import { type Exact, exactText, type PayeeCalculation } from '../../src/core/index.ts';
import { type Balances, balancesAfter } from '../../src/core/settlement/balances.ts';
import { forAllScenarios, TIME_LIMIT } from './for-all-scenarios.ts';
import { isoOf } from './naive/fiscal-periods.ts';
import { Fraction, total } from './naive/fraction.ts';
import { payeesIn } from './product.ts';
import type { Scenario } from './scenario.ts';
import { parameters } from './seed.ts';
import { type TwoYears, takenBack } from './taken-back.ts';

/** Two years twice over: a broken rule shows within a few scenarios. */
const SHARE = 0.25;

/** What the payee was paid by the end of two years, and what is kept then. */
function paidAndKept(scenario: Scenario, [first, second]: TwoYears['lastPeriods']): string {
  const before = paidIn(scenario, first);
  const after = paidIn(nextYear(scenario, before), second);
  const { balances } = after.compiled.settlement;
  const open = balances.map((each) => figureOf(after, each.after));
  return String(total([paidTo(before), paidTo(after), ...open]));
}

function paidIn(scenario: Scenario, period: string): PayeeCalculation {
  const [payee] = payeesIn(scenario, period);
  if (!payee) throw new Error('nobody is paid');
  return payee;
}

function figureOf({ values }: PayeeCalculation, cell: string): Fraction {
  return Fraction.of(exactText(values.cells.get(cell) as Exact));
}

/** In a year, up to a period and with it. */
function paidTo(payee: PayeeCalculation): Fraction {
  const earlier = payee.earlier.map((each) => Fraction.of(exactText(each.total)));
  return total([...earlier, figureOf(payee, payee.compiled.total)]);
}

/** What timed holds keep, by the period that it was held in. */
function partsAfter({ balances, compiled, values, period }: PayeeCalculation): Balances {
  const figure = (cell: string): Exact => values.cells.get(cell) as Exact;
  const closed = compiled.settlement.balances.flatMap(({ id, after, added }) =>
    added === undefined ? [] : [{ id, after: figure(after), added: figure(added) }],
  );
  return balancesAfter(balances, closed, period);
}

/** What each period has kept is brought into the next year, as finance would state it. */
function nextYear({ tables, ...rest }: Scenario, before: PayeeCalculation): Scenario {
  const parts = [...partsAfter(before)].filter(([id]) => id.includes('.'));
  const balances = parts.map(([id, open]) => [`balance.${id}`, exactText(open)]);
  const { to } = before.period;
  const assignments = tables.assignments.flatMap((row) => [
    { ...row, to: isoOf(to) },
    { ...row, from: isoOf(to + 1), ...Object.fromEntries(balances) },
  ]);
  return { ...rest, tables: { ...tables, assignments } };
}

test(
  'what is taken back for a deal leaves what would be paid and kept without it',
  () => {
    let taken = 0;
    forAllScenarios(
      (made, pick) => {
        const both = takenBack(made, pick);
        if (!both) return;
        const { scenario, without, lastPeriods } = both;
        const left = paidAndKept(without, lastPeriods);
        expect(paidAndKept(scenario, lastPeriods)).toBe(left);
        if (scenario.tables.deals.length > without.tables.deals.length) taken += 1;
      },
      { rising: true, reversible: true },
      SHARE,
    );
    expect(taken).toBeGreaterThan((parameters.numRuns * SHARE) / 3);
  },
  TIME_LIMIT,
);
