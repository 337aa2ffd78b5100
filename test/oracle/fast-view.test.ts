// The fast view of generated plans and data agrees with what is paid: every cell of every payee,
// in a period of the year and with all the periods before it.

import { expect, test } from '@jest/globals';
import { prepareFast } from '../../src/core/index.ts';
import { differences } from '../core/agreement.ts';
import { calculatePeriod } from '../in-memory-company.ts';
import { forAllScenarios, TIME_LIMIT } from './for-all-scenarios.ts';
import type { Pick } from './generate/pick.ts';
import { fiscalPeriods } from './naive/fiscal-periods.ts';
import { readScenario } from './product.ts';
import type { Scenario } from './scenario.ts';
import { parameters } from './seed.ts';

/** How many worksheets were compared, and the cells in which they differ. */
function compared(scenario: Scenario, pick: Pick) {
  const { fiscalYear, startMonth, plan } = scenario;
  const period = pick.one(fiscalPeriods(fiscalYear, startMonth, plan.payoutPeriod));
  const outcome = calculatePeriod(readScenario(scenario), period.id);
  const payees = outcome.ok ? outcome.product.payees : [];
  const found = payees.flatMap(({ payee, compiled, inputs, columns, values }) => {
    const fast = prepareFast(compiled.worksheet);
    const figures = fast.evaluate(fast.inputsOf(inputs), fast.countDeals(columns));
    return differences(values, fast, figures).map((each) => `${payee.id} ${each}`);
  });
  return { worksheets: payees.length, found };
}

test(
  'the fast view agrees with what is paid, cell by cell',
  () => {
    let worksheets = 0;
    forAllScenarios((scenario, pick) => {
      const { worksheets: more, found } = compared(scenario, pick);
      worksheets += more;
      expect(found).toEqual([]);
    });
    expect(worksheets).toBeGreaterThan(parameters.numRuns / 2);
  },
  TIME_LIMIT,
);
