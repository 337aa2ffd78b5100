// Laws of results and payouts over generated plans and data: nothing of a deal is lost between
// payees, marginal tiers have no step, more is never paid less, a year paid in parts is the year,
// and what is reversed was never there. Source: QUALITY.md ("Laws as properties").

import { expect, test } from '@jest/globals';
import { type Exact, exactText, type PayeeCalculation } from '../../src/core/index.ts';
import { forAllScenarios, TIME_LIMIT } from './for-all-scenarios.ts';
import type { Pick } from './generate/pick.ts';
import { Fraction, total } from './naive/fraction.ts';
import type { ComponentDocument, MeasureDocument, TierDocument } from './plan-document.ts';
import { lastPeriodOf, payeesIn, periodsOf } from './product.ts';
import type { Row, Scenario } from './scenario.ts';
import { allYear, paidAsOne, paidToDate } from './turned.ts';

/** Who lacks a figure is not paid, and has nothing to compare. */
const COMPLETE = { complete: true };

function figureOf(payee: PayeeCalculation, cell: string): Fraction {
  return Fraction.of(exactText(payee.values.cells.get(cell) as Exact));
}

/** What each component is worth to date, or in the period where it looks at no more. */
function worthOf(payee: PayeeCalculation): Readonly<Record<string, string>> {
  const components = payee.compiled.segments.flatMap((each) => each.components);
  const worth = components.map(({ component, payoutToDate, payout }) => {
    return [component.id, String(figureOf(payee, payoutToDate ?? payout))] as const;
  });
  return Object.fromEntries(worth);
}

function worthByPayee(scenario: Scenario, period: string) {
  const payees = payeesIn(scenario, period);
  return Object.fromEntries(payees.map((each) => [each.payee.id, worthOf(each)]));
}

function readAs({ sharedDeals: _each, ...measure }: MeasureDocument, deals: string) {
  return { ...measure, deals };
}

/** A plan that does nothing but read a measure three ways, over one period. */
function readThreeWays(scenario: Scenario, measure: MeasureDocument): Scenario {
  const curve = { shape: 'marginal', tiers: [{ from: '0', rate: '1%' }] };
  const scopes = ['own', 'team', 'company'];
  const { plan, effective, payoutPeriod } = scenario.plan;
  return {
    ...scenario,
    plan: {
      plan,
      title: 'Three ways',
      version: '1',
      effective,
      payoutPeriod,
      rounding: 'half-up',
      measures: Object.fromEntries(scopes.map((deals) => [deals, readAs(measure, deals)])),
      components: scopes.map((each) => {
        const common = { id: each, title: each, measure: each, window: 'period', curve };
        return { ...common, kind: 'commission' };
      }),
      negativePayment: 'pay-back',
    },
  };
}

/** Overlays credit more than the whole, and what only shares the pay credits everybody in full. */
function splitOfCredit({ tables, ...rest }: Scenario): Scenario {
  const splits = tables.splits.filter(({ of }) => of === 'both' || of === 'credit');
  return { ...rest, tables: { ...tables, splits } };
}

test(
  'what is credited to all payees, and to whoever stands above them, is the whole of the deals',
  () => {
    forAllScenarios((scenario, pick) => {
      const measure = scenario.plan.measures['bookings'];
      if (!measure) throw new Error('every plan has bookings');
      const all = ['ann', 'bob', 'cleo', 'boss'];
      const three = allYear(splitOfCredit(readThreeWays(scenario, measure)), all);
      const payees = payeesIn(three, pick.one(periodsOf(scenario)));
      // A third of a deal has no end: each payee's part is written down to thirty places.
      const written = (figure: Fraction): string => String(figure.rounded(25, 'half-up'));
      const boss = payees.find(({ payee }) => payee.id === 'boss') as PayeeCalculation;
      const whole = written(figureOf(boss, 'company.result'));
      const parts = payees.map((each) => figureOf(each, 'own.result'));
      expect(written(total(parts))).toBe(whole);
      expect(written(figureOf(boss, 'team.result'))).toBe(whole);
    }, COMPLETE);
  },
  TIME_LIMIT,
);

/** One deal of an amount, and nothing else. */
function oneDeal(scenario: Scenario, amount: Fraction): Scenario {
  const deal: Row = {
    id: 'only',
    owner: 'ann',
    closed: scenario.plan.effective.from,
    signed: scenario.plan.effective.from,
    amount: String(amount),
    list_price: '1',
    seats: '1',
    stage: 'won',
    customer: 'acme',
    sold_in: scenario.currency,
    fit: 'yes',
  };
  return { ...scenario, tables: { ...scenario.tables, deals: [deal], splits: [] } };
}

/** Near the start of a tier, so that a step there would show. */
function amountNear(starts: readonly string[], pick: Pick): Fraction {
  const below = Fraction.of(pick.one(['0', '0.01', '3', '0.000001']));
  return Fraction.of(pick.one(starts)).minus(below);
}

test(
  'one more of anything changes marginal pay by no more than the highest rate',
  () => {
    forAllScenarios((scenario, pick) => {
      const marginal = scenario.plan.components.find(
        ({ curve, quota }) => curve?.shape === 'marginal' && quota === undefined,
      );
      const tiers = marginal?.curve?.tiers;
      if (!tiers) return;
      const step = Fraction.of(pick.one(['0.01', '0.000002', '5']));
      const from = amountNear(
        tiers.map(({ from: start }) => start.replace('%', '')),
        pick,
      );
      const earnedAt = (amount: Fraction): Fraction => {
        const found = payeesIn(oneDeal(marginalOnly(scenario, tiers), amount), firstOf(scenario));
        return figureOf(found[0] as PayeeCalculation, 'commission.earned');
      };
      const [before, after] = [earnedAt(from), earnedAt(from.plus(step))];
      const highest = tiers.map(({ rate = '' }) => Fraction.of(rate)).reduce(higher);
      expect(after.isBelow(before)).toBe(false);
      expect(step.times(highest).isBelow(after.minus(before))).toBe(false);
    }, COMPLETE);
  },
  TIME_LIMIT,
);

function firstOf(scenario: Scenario): string {
  return periodsOf(scenario)[0] ?? '';
}

function higher(left: Fraction, right: Fraction): Fraction {
  return left.isBelow(right) ? right : left;
}

/** Tiers of a generated plan on money, whatever they ran on. */
function marginalOnly(scenario: Scenario, tiers: readonly TierDocument[]): Scenario {
  const measure = { calculate: 'sum', of: 'amount', deals: 'own' };
  const onMoney = tiers.map(({ from, rate = '' }) => ({ from: from.replace('%', ''), rate }));
  const component: ComponentDocument = {
    id: 'commission',
    kind: 'commission',
    title: 'Commission',
    measure: 'own',
    window: 'period',
    curve: { shape: 'marginal', tiers: onMoney },
  };
  const three = readThreeWays(scenario, measure);
  const { own } = three.plan.measures;
  if (!own) throw new Error('it is read as own');
  const plan = { ...three.plan, measures: { own }, components: [component] };
  return allYear({ ...three, plan }, ['ann']);
}

function withMore(scenario: Scenario, pick: Pick): Scenario {
  const { deals } = scenario.tables;
  if (deals.length === 0) return scenario;
  const raised = pick.one(deals);
  const more = Fraction.of(pick.one(['0.01', '1', '1000', '50000']));
  const amount = String(Fraction.of(raised['amount'] ?? '').plus(more));
  const turned = deals.map((each) => (each === raised ? { ...each, amount } : each));
  return { ...scenario, tables: { ...scenario.tables, deals: turned } };
}

test(
  'no component is worth less because a deal is worth more, unless the plan falls',
  () => {
    forAllScenarios(
      (scenario, pick) => {
        const period = lastPeriodOf(scenario);
        const more = worthByPayee(withMore(scenario, pick), period);
        const worth = Object.entries(worthByPayee(scenario, period));
        const fallen = worth.flatMap(([payee, components]) =>
          Object.entries(components).flatMap(([component, before]) => {
            const after = more[payee]?.[component] ?? '';
            const isLess = Fraction.of(after).isBelow(Fraction.of(before));
            return isLess ? [{ payee, component, before, after }] : [];
          }),
        );
        expect(fallen).toEqual([]);
      },
      { rising: true },
    );
  },
  TIME_LIMIT,
);

test(
  'a year paid to date, period by period, pays what the same year pays at once',
  () => {
    forAllScenarios((scenario) => {
      const byPeriod = paidToDate(scenario);
      if (!byPeriod) return;
      const payees = payeesIn(byPeriod, lastPeriodOf(byPeriod));
      const paid = payees.map((each) => {
        const sums = Object.keys(worthOf(each)).map((id) => {
          const before = each.earlier.flatMap(({ bySegment }) =>
            [...bySegment.values()].flatMap(({ byComponent }) => byComponent.get(id) ?? []),
          );
          const earlier = total(before.map((payout) => Fraction.of(exactText(payout))));
          return [id, String(earlier.plus(figureOf(each, `${id}.payout`)))] as const;
        });
        return [each.payee.id, Object.fromEntries(sums)] as const;
      });
      const atOnce = worthByPayee(paidAsOne(byPeriod), String(scenario.fiscalYear));
      expect(Object.fromEntries(paid)).toEqual(atOnce);
    }, COMPLETE);
  },
  TIME_LIMIT,
);

/** Each deal once more, with the signs turned. */
function reversed({ tables, ...rest }: Scenario): Scenario {
  const turned = (figure = ''): string => String(Fraction.whole(0).minus(Fraction.of(figure)));
  const back = tables.deals.map((deal) => ({
    ...deal,
    id: `${deal['id']}-back`,
    amount: turned(deal['amount']),
    list_price: turned(deal['list_price']),
  }));
  const splits = tables.splits.map((each) => ({ ...each, deal: `${each['deal']}-back` }));
  return {
    ...rest,
    tables: {
      ...tables,
      deals: [...tables.deals, ...back],
      splits: [...tables.splits, ...splits],
    },
  };
}

test(
  'a year in which every deal is reversed is worth what a year without deals is',
  () => {
    forAllScenarios(
      (scenario) => {
        const period = lastPeriodOf(scenario);
        const none = { ...scenario, tables: { ...scenario.tables, deals: [], splits: [] } };
        expect(worthByPayee(reversed(scenario), period)).toEqual(worthByPayee(none, period));
      },
      { reversible: true },
    );
  },
  TIME_LIMIT,
);
