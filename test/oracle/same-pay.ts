// Compares what the engine and the oracle pay in a scenario: each component, the balances and the
// payment of every payee and period; and what one refuses, the other does.
// In: a scenario. Out: what it exercised, or an error that shows the first payee paid otherwise.

import { sumOf } from '../../src/core/exact-number.ts';
import { type Exact, exactText, type PayeeCalculation } from '../../src/core/index.ts';
import { foundMechanisms } from './found-mechanisms.ts';
import { type Fraction, total } from './naive/fraction.ts';
import { type NaivePeriod, naivePay } from './naive/pay.ts';
import type { Balances } from './naive/settlement.ts';
import { calculated, readScenario } from './product.ts';
import type { Scenario } from './scenario.ts';
import { writtenMechanisms } from './written-mechanisms.ts';

/** A period's pay as text: cell to figure. */
type Pay = Readonly<Record<string, string>>;

function naiveText(period: NaivePeriod): Pay {
  if ('refusal' in period) return { refused: 'yes' };
  return {
    ...Object.fromEntries([...period.payouts].map(([id, payout]) => [id, String(payout)])),
    ...naiveBalances(period.balances),
    earned: String(period.earned),
    payment: String(period.payment),
    paid: String(period.paid),
  };
}

/** Those that are open, by name. */
function naiveBalances({ draw, carryforward, waiting, holds }: Balances): Pay {
  const balances: readonly (readonly [string, Fraction])[] = [
    ['draw', draw],
    ['carryforward', carryforward],
    ...[...waiting].map(([id, amount]) => [`deferred.${id}`, amount] as const),
    ...[...holds].map(([id, parts]) => [id, total(parts.map(({ amount }) => amount))] as const),
  ];
  const open = balances.filter(([, amount]) => !amount.isZero);
  return Object.fromEntries(open.map(([id, amount]) => [`${id} open`, String(amount)]));
}

/** The pay of a period and of those before it, by period. */
function productText({ compiled, values, earlier, period }: PayeeCalculation): Record<string, Pay> {
  const figure = (cell: string): Exact => values.cells.get(cell) as Exact;
  const before = earlier.map(({ period: { id }, bySegment, total, balances }) => {
    const paid = [...bySegment.values()];
    const payouts = paid.map(({ byComponent }) => byComponent);
    const earned = sumOf(paid.map((each) => each.earned));
    return [id, payText(payouts, { earned, payment: total }, balances)] as const;
  });
  const payouts = compiled.segments.map(
    ({ components }) =>
      new Map(components.map(({ component, payout }) => [component.id, figure(payout)])),
  );
  const { balances } = compiled.settlement;
  const after = new Map(balances.map((each) => [each.id, figure(each.after)]));
  const sums = { earned: figure(compiled.earned), payment: figure(compiled.total) };
  // What payroll pays in another currency is known of the period itself alone.
  const paid = exactText(figure(values.cells.has('plan.paid') ? 'plan.paid' : compiled.total));
  return { ...Object.fromEntries(before), [period.id]: { ...payText(payouts, sums, after), paid } };
}

/** What segments of a period pay for one component is added. */
function payText(
  payouts: readonly ReadonlyMap<string, Exact>[],
  sums: { readonly earned: Exact; readonly payment: Exact },
  balances: ReadonlyMap<string, Exact>,
): Pay {
  const ids = [...new Set(payouts.flatMap((each) => [...each.keys()]))];
  const sumFor = (id: string): Exact => sumOf(payouts.flatMap((each) => each.get(id) ?? []));
  // What is held stands in the parts that each period has kept.
  const byName = Map.groupBy(balances, ([id]) => id.replace(/\.\d{4}.*$/, ''));
  const open = [...byName]
    .map(([id, parts]) => [id, sumOf(parts.map(([, amount]) => amount))] as const)
    .filter(([, amount]) => !amount.isZero);
  return {
    ...Object.fromEntries(ids.map((id) => [id, exactText(sumFor(id))])),
    ...Object.fromEntries(open.map(([id, amount]) => [`${id} open`, exactText(amount)])),
    earned: exactText(sums.earned),
    payment: exactText(sums.payment),
  };
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

function payeesOf({ tables }: Scenario): readonly string[] {
  return [...new Set(tables.assignments.map(({ payee = '' }) => payee))];
}

/** Compares the pay of all payees; tells what the scenario exercised. */
export function expectSamePay(scenario: Scenario): readonly string[] {
  const read = readScenario(scenario);
  const mechanisms = [...writtenMechanisms(scenario)];
  for (const payee of payeesOf(scenario)) {
    const naive = naivePay(scenario, payee);
    const periods = naive.map(({ period }) => period);
    const expected = Object.fromEntries(naive.map((each) => [each.period, naiveText(each)]));
    const found = productPay(read, payee, periods, (each) => {
      mechanisms.push(...foundMechanisms(scenario, each));
    });
    expectEqual(payee, found, expected);
    if (naive.some((each) => 'refusal' in each)) mechanisms.push('refused for want of a figure');
  }
  return mechanisms;
}

type Year = Readonly<Record<string, Pay>>;

function expectEqual(payee: string, found: Year, expected: Year): void {
  const periods = Object.keys({ ...found, ...expected });
  const differing = periods.flatMap((period) => {
    const [one, other] = [found[period] ?? {}, expected[period] ?? {}];
    const isLast = one['paid'] !== undefined || one['refused'] !== undefined;
    const named = Object.keys({ ...one, ...other }).filter((cell) => isLast || cell !== 'paid');
    const cells = named.filter((cell) => one[cell] !== other[cell]);
    return cells.map((cell) => `${period} ${cell}: engine ${one[cell]}, oracle ${other[cell]}`);
  });
  if (differing.length > 0) throw new Error(`${payee} is paid otherwise:\n${differing.join('\n')}`);
}
