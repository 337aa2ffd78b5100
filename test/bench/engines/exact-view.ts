// OnTarget's exact view: what a payout run does for each payee. The plan is compiled once; every
// payee's evaluation is kept with all its cells and columns, as statements and explanations need.
// In: payees through the real readers. Out: evaluations.

import { exactText, type PayeeCalculation } from '../../../src/core/index.ts';
import { makePayee } from '../made-payees.ts';
import { openPlan } from '../plan.ts';
import type { Engine } from './engine.ts';

type Evaluation = PayeeCalculation['values'];

export function exactView(): Engine {
  const { calculated } = openPlan();
  const [sample] = calculated([makePayee(0, 1)]);
  if (!sample) throw new Error('nobody was calculated');
  const { compiled } = sample;
  return {
    name: 'exact view',
    load: (made) => {
      const payees = calculated(made);
      let evaluations: readonly Evaluation[] = [];
      return {
        pay: () => {
          evaluations = payees.map(({ inputs, columns }) => compiled.exact(inputs, columns));
        },
        cents: () => evaluations.map((values) => centsIn(values, compiled.total)),
      };
    },
  };
}

function centsIn({ cells }: Evaluation, id: string): number {
  const payout = cells.get(id);
  if (typeof payout !== 'object') throw new Error(`${id} is no money`);
  const [units, hundredths = ''] = exactText(payout).split('.');
  if (hundredths.length > 2) throw new Error(`${id} is not rounded to cents`);
  return Number(`${units}${hundredths.padEnd(2, '0')}`);
}
