// The plan as a zen-engine decision: one expression node, evaluated once per payee, a batch at once
// so that its threads are used. Deals are handed over as arrays of figures, which is three times
// faster than as an array of objects (`zenOverObjects`): converting objects is most of the work.
// In: payees as doubles. Out: payouts.

import { ZenDecisionContent, ZenEngine } from '@gorules/zen-engine';
import { asDoubles, FIRST_DAY, LAST_DAY, type MadePayee } from '../made-payees.ts';
import { type Engine, overDoubles } from './engine.ts';

type Expressions = Readonly<Record<string, string>>;

export function zen(): Engine {
  const isWon = wonIn('stage[#]', 'closed[#]');
  const pay = decision({
    won: `filter([0..last], ${isWon})`,
    credited: `sum(map($.won, amount[#] * (${creditFor('discount[#]')})))`,
    fitting: 'count($.won, fit[#])',
    share: 'len($.won) > 0 ? $.fitting / len($.won) : 0',
  });
  return overDoubles('zen-engine', asArrays, (payees) => Promise.all(payees.map(pay)));
}

export function zenOverObjects(): Engine {
  const isWon = wonIn('#.stage', '#.closed');
  const pay = decision({
    credited: `sum(map(deals, ${isWon} ? #.amount * (${creditFor('#.discount')}) : 0))`,
    counted: `count(deals, ${isWon})`,
    fitting: `count(deals, ${isWon} and #.fit)`,
    share: '$.counted > 0 ? $.fitting / $.counted : 0',
  });
  return overDoubles('zen-engine, deal objects', asDoubles, (payees) =>
    Promise.all(payees.map(pay)),
  );
}

function asArrays(made: MadePayee) {
  const { deals, ...figures } = asDoubles(made);
  return {
    ...figures,
    last: deals.length - 1,
    closed: deals.map(({ closed }) => closed),
    amount: deals.map(({ amount }) => amount),
    stage: deals.map(({ stage }) => stage),
    fit: deals.map(({ fit }) => fit),
    discount: deals.map(({ discount }) => discount),
  };
}

const wonIn = (stage: string, closed: string): string =>
  `${stage} == 'won' and ${closed} >= ${FIRST_DAY} and ${closed} <= ${LAST_DAY}`;

const creditFor = (discount: string): string =>
  `${discount} > 0.3 ? 0.5 : ${discount} > 0.15 ? 0.75 : 1`;

/** What follows from the credited bookings and the share of customers who fit. */
const PAYOUT: Expressions = {
  attainment: '$.credited / (quota * 0.25)',
  earned:
    '$.attainment < 0.6 ? 0 : $.attainment < 1 ? 0.4 + ($.attainment - 0.6) * 0.6 / 0.4 ' +
    ': 1 + ($.attainment - 1) / 0.5',
  factor: '$.share >= 0.6 ? $.earned : min([$.earned, 1])',
  bookings: 'round(targetIncentive * 0.25 * $.factor, 2)',
  commission:
    'round($.credited * 0.0075 + max([$.credited - 750000, 0]) * 0.00625 ' +
    '+ max([$.credited - 1250000, 0]) * 0.00525, 2)',
  payout: 'min([$.bookings + $.commission, round(targetIncentive * 0.25 * 2.5, 2)])',
};

function decision(overDeals: Expressions): (payee: object) => Promise<number> {
  const entries = Object.entries({ ...overDeals, ...PAYOUT });
  const expressions = entries.map(([key, value]) => ({ id: key, key, value }));
  const content = new ZenDecisionContent({
    nodes: [
      { id: 'in', name: 'in', type: 'inputNode', content: {} },
      {
        id: 'plan',
        name: 'plan',
        type: 'expressionNode',
        content: { expressions, passThrough: false, executionMode: 'single' },
      },
      { id: 'out', name: 'out', type: 'outputNode', content: {} },
    ],
    edges: [
      { id: 'first', sourceId: 'in', targetId: 'plan' },
      { id: 'second', sourceId: 'plan', targetId: 'out' },
    ],
  });
  const compiled = new ZenEngine().createDecision(content);
  return async (payee) => (await compiled.evaluate(payee)).result.payout as number;
}
