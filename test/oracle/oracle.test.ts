// The engine against a naive oracle in exact fractions: for generated plans and data they pay the
// same, to the cent, for each component, payee and period; and what one refuses, the other does.

import { expect, test } from '@jest/globals';
import type { Exact, PayeeCalculation } from '../../src/core/index.ts';
import {
  censusText,
  enter,
  foundMechanisms,
  neverSeen,
  newCensus,
  writtenMechanisms,
} from './census.ts';
import { forAllScenarios, TIME_LIMIT } from './for-all-scenarios.ts';
import { type NaivePeriod, naivePay } from './naive-pay.ts';
import { calculated, exactText, readScenario } from './product.ts';
import type { Scenario } from './scenario.ts';
import { parameters } from './seed.ts';

/** A period's pay as text: cell to figure. */
type Pay = Readonly<Record<string, string>>;

function naiveText(period: NaivePeriod): Pay {
  if ('refusal' in period) return { refused: 'yes' };
  return {
    ...Object.fromEntries([...period.payouts].map(([id, payout]) => [id, String(payout)])),
    earned: String(period.earned),
    draw: String(period.balances.draw),
    carryforward: String(period.balances.carryforward),
    payment: String(period.payment),
  };
}

function shown(figure: Exact | undefined): string {
  return figure ? exactText(figure) : '0';
}

/** The pay of a period and of those before it, by period. */
function productText({ compiled, values, earlier, period }: PayeeCalculation): Record<string, Pay> {
  const figure = (cell: string | undefined): string => {
    const datum = cell === undefined ? undefined : values.cells.get(cell);
    return shown(typeof datum === 'object' ? datum : undefined);
  };
  const { balances: open } = compiled.settlement;
  const after = (id: string): string => figure(open.find((each) => each.id === id)?.after);
  const before = earlier.map(({ period: { id }, payouts, total, earned, balances }) => [
    id,
    {
      ...Object.fromEntries([...payouts].map(([name, payout]) => [name, exactText(payout)])),
      earned: exactText(earned),
      draw: shown(balances.get('draw')),
      carryforward: shown(balances.get('carryforward')),
      payment: exactText(total),
    },
  ]);
  const now = {
    ...Object.fromEntries(
      compiled.components.map((each) => [each.component.id, figure(each.payout)]),
    ),
    earned: figure(compiled.earned),
    draw: after('draw'),
    carryforward: after('carryforward'),
    payment: figure(compiled.total),
  };
  return { ...Object.fromEntries(before), [period.id]: now };
}

/** From the last period back: one calculation shows all before it, unless it is refused. */
function productPay(
  read: ReturnType<typeof readScenario>,
  payee: string,
  periods: readonly string[],
  seen: (found: PayeeCalculation) => void,
): Readonly<Record<string, Pay>> {
  const last = periods.at(-1);
  if (last === undefined) return {};
  const outcome = calculated(read, last, payee);
  if (!outcome.ok) {
    return { ...productPay(read, payee, periods.slice(0, -1), seen), [last]: { refused: 'yes' } };
  }
  const [found] = outcome.product.payees;
  const known = found ? productText(found) : {};
  if (found) seen(found);
  return Object.fromEntries(periods.map((id) => [id, known[id] ?? { refused: 'yes' }]));
}

/** Compares the pay of all payees; tells what the scenario exercised. */
function expectSamePay(scenario: Scenario): readonly string[] {
  const read = readScenario(scenario);
  const mechanisms = [...writtenMechanisms(scenario)];
  for (const assignment of scenario.tables.assignments) {
    const naive = naivePay(scenario, assignment);
    const payee = assignment['payee'] ?? '';
    const periods = naive.map(({ period }) => period);
    const expected = Object.fromEntries(naive.map((each) => [each.period, naiveText(each)]));
    const found = productPay(read, payee, periods, (each) => {
      mechanisms.push(...foundMechanisms(scenario, each));
    });
    expect({ [payee]: found }).toEqual({ [payee]: expected });
    if (naive.some((each) => 'refusal' in each)) mechanisms.push('refused for want of a figure');
  }
  return mechanisms;
}

const census = newCensus();

test(
  'the oracle pays the same, to the cent',
  () => forAllScenarios((scenario) => enter(census, expectSamePay(scenario))),
  TIME_LIMIT,
);

test('every mechanism was generated', () => {
  process.stdout.write(censusText(census, parameters.numRuns));
  // A few runs, asked for by hand, need not meet the rarest ones.
  if (parameters.numRuns >= 1000) expect(neverSeen(census)).toEqual([]);
});
