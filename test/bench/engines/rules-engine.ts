// The plan with json-rules-engine: it judges conditions and cannot calculate, so crediting and the
// gate are its rules, and the arithmetic is plain code. A run per deal, all of a payee's at once, is
// the fastest found; one run per payee with rules for each of 100 deals takes twice as long.
// In: payees as doubles. Out: payouts.

import { Engine as RulesEngine, type TopLevelCondition } from 'json-rules-engine';
import { asDoubles, type DoublePayee, FIRST_DAY, LAST_DAY } from '../made-payees.ts';
import { type Engine, overDoubles } from './engine.ts';
import { payoutOf } from './handwritten.ts';

export function rulesEngine(): Engine {
  const deals = rulesOf({
    counts: {
      all: [
        { fact: 'stage', operator: 'equal', value: 'won' },
        { fact: 'closed', operator: 'greaterThanInclusive', value: FIRST_DAY },
        { fact: 'closed', operator: 'lessThanInclusive', value: LAST_DAY },
      ],
    },
    'above 30 %': { all: [{ fact: 'discount', operator: 'greaterThan', value: 0.3 }] },
    'above 15 %': { all: [{ fact: 'discount', operator: 'greaterThan', value: 0.15 }] },
  });
  const gate = rulesOf({
    met: { all: [{ fact: 'share', operator: 'greaterThanInclusive', value: 0.6 }] },
  });
  const pay = (payee: DoublePayee): Promise<number> => payout(payee, deals, gate);
  return overDoubles('json-rules-engine', asDoubles, async (payees) => {
    const payouts: number[] = [];
    for (const payee of payees) payouts.push(await pay(payee));
    return payouts;
  });
}

async function payout(payee: DoublePayee, deals: RulesEngine, gate: RulesEngine): Promise<number> {
  const results = await Promise.all(payee.deals.map((deal) => deals.run({ ...deal })));
  let credited = 0;
  let counted = 0;
  let fitting = 0;
  payee.deals.forEach((deal, index) => {
    const events = results[index]?.events ?? [];
    const holds = (name: string): boolean => events.some(({ type }) => type === name);
    if (!holds('counts')) return;
    counted += 1;
    if (deal.fit) fitting += 1;
    const credit = holds('above 15 %') ? 0.75 : 1;
    credited += deal.amount * (holds('above 30 %') ? 0.5 : credit);
  });
  const { events } = await gate.run({ share: counted > 0 ? fitting / counted : 0 });
  return payoutOf(payee, credited, events.length > 0);
}

function rulesOf(conditions: Readonly<Record<string, TopLevelCondition>>): RulesEngine {
  const engine = new RulesEngine();
  for (const [type, condition] of Object.entries(conditions)) {
    engine.addRule({ conditions: condition, event: { type } });
  }
  return engine;
}
