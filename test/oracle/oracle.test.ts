// The engine against a naive oracle in exact fractions: for generated plans and data they pay the
// same, to the cent, for each component, payee and period; and what one refuses, the other does.

import { expect, test } from '@jest/globals';
import { censusText, enter, neverSeen, newCensus } from './census.ts';
import { forAllScenarios, TIME_LIMIT } from './for-all-scenarios.ts';
import { expectSamePay } from './same-pay.ts';
import { parameters } from './seed.ts';

const census = newCensus();

test(
  'the oracle pays the same, to the cent',
  () => forAllScenarios((scenario) => enter(census, expectSamePay(scenario))),
  TIME_LIMIT,
);

test('every mechanism was generated', () => {
  process.stdout.write(censusText(census, parameters.numRuns));
  // Fewer runs than CI makes need not meet the rarest ones.
  if (parameters.numRuns >= 1000) expect(neverSeen(census)).toEqual([]);
});
