// OnTarget's fast view: what a simulation does for each payee. Deals are counted and all cells are
// evaluated anew; of the cells only the payout is kept. In: payees through the real readers.
// Out: payouts in doubles.

import { prepareFast } from '../../../src/core/index.ts';
import { makePayee } from '../made-payees.ts';
import { openPlan } from '../plan.ts';
import type { Engine } from './engine.ts';

export function fastView(): Engine {
  const { calculated } = openPlan();
  const [sample] = calculated([makePayee(0, 1)]);
  if (!sample) throw new Error('nobody was calculated');
  const { worksheet, total } = sample.compiled;
  const fast = prepareFast(worksheet);
  const place = fast.cells.get(total);
  if (place === undefined) throw new Error(`no cell ${total}`);
  return {
    name: 'fast view',
    load: (made) => {
      const payees = calculated(made).map(({ inputs, columns }) => {
        return { inputs: fast.inputsOf(inputs), columns };
      });
      const payouts = new Float64Array(payees.length);
      return {
        pay: () => {
          payees.forEach(({ inputs, columns }, payee) => {
            payouts[payee] = fast.evaluate(inputs, fast.countDeals(columns))[place] as number;
          });
        },
        cents: () => Array.from(payouts, (payout) => Math.round(payout * 100)),
      };
    },
  };
}
