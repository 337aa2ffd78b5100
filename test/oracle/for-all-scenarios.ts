// Asserts a law for so many generated scenarios. One that breaks it is made plainer for a while and
// then shown as an analyst would write it. In: the law, what it wants of a scenario.
// Out: nothing, or an error with the seed, what differs, and the scenario.

import fc from 'fast-check';
import { makeScenario } from './generate/make-scenario.ts';
import { Pick } from './generate/pick.ts';
import { plainer } from './generate/plainer.ts';
import type { Wanted } from './generate/wanted.ts';
import { scenarioText } from './product.ts';
import type { Scenario } from './scenario.ts';
import { parameters } from './seed.ts';

/** Time for a law on a busy machine; alone none takes a tenth of it. */
export const TIME_LIMIT = 300_000;
const PLAINER_LIMIT = 60_000;

/** `pick` makes what else the law needs, such as an order of rows. */
export type Law = (scenario: Scenario, pick: Pick) => void;

const choices = fc.noBias(
  fc.array(fc.nat(0xffffff), { minLength: 1500, maxLength: 1500, size: 'max' }),
);

/** `share` of the runs, for a law whose every run is worth many. */
export function forAllScenarios(law: Law, wanted: Wanted = {}, share = 1): void {
  const faultOf = (numbers: readonly number[]): string | undefined => {
    const pick = new Pick(numbers);
    const scenario = makeScenario(pick, wanted);
    try {
      law(scenario, pick);
      return undefined;
    } catch (broken) {
      return `${(broken as Error).message}\n${scenarioText(scenario)}`;
    }
  };
  const property = fc.property(choices, (numbers) => faultOf(numbers) === undefined);
  const { counterexample, seed, numRuns } = fc.check(property, {
    ...parameters,
    numRuns: Math.ceil(parameters.numRuns * share),
    endOnFailure: true,
  });
  if (!counterexample) return;
  const isBroken = (numbers: readonly number[]): boolean => faultOf(numbers) !== undefined;
  const plain = plainer(counterexample[0], isBroken, Date.now() + PLAINER_LIMIT);
  throw new Error(`ONTARGET_SEED=${seed}, run ${numRuns}: ${faultOf(plain)}`);
}
