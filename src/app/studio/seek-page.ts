// Goal seek for a payee in an opened company, from what stands or from a scenario that is kept: the
// levers there are, and the answer once a payment is named. In: whose, when, what is asked.
// Out: the page's model, or findings.

import { exact, type Outcome, outcomeOf, seek, type WhatIf } from '../../core/index.ts';
import type { GoalSought, KeptScenario } from '../studio-ports.ts';
import { keptScenarios, scenarioNamed, type WhatIfRequest } from './kept-scenarios.ts';
import { whatIfOf } from './prepare-what-if.ts';

export interface GoalAsked {
  /** Plain decimal text. */
  readonly goal?: string | undefined;
  /** A lever's id. */
  readonly by?: string | undefined;
  /** The scenario to start from, by its file or its id. */
  readonly scenario?: string | undefined;
}

export async function soughtGoal(
  request: WhatIfRequest,
  { goal, by, scenario: name }: GoalAsked,
): Promise<Outcome<GoalSought>> {
  const prepared = whatIfOf(request.opened, request.period, request.payee.id);
  if (!prepared.ok) return prepared;
  const kept = await keptScenarios(request, prepared.product);
  const started = name === undefined ? undefined : scenarioNamed(name, kept, request);
  if (started && !started.ok) return started;
  const stands = standingAt(prepared.product, started?.product);
  if (!stands.ok) return stands;
  const whatIf = stands.product;
  const page = {
    payee: request.payee,
    currency: whatIf.present.compiled.plan.currency,
    levers: whatIf.levers(),
    kept,
    ...(started && { started: started.product }),
    ...(by !== undefined && { by }),
  };
  if (goal === undefined) return outcomeOf<GoalSought>(page, []);
  const answer = seek({ whatIf, goal: exact(goal), ...(by !== undefined && { by }) });
  if (!answer.ok) return answer;
  const { levers } = answer.product;
  return outcomeOf<GoalSought>({ ...page, levers, answer: answer.product }, []);
}

function standingAt(whatIf: WhatIf, started: KeptScenario | undefined): Outcome<WhatIf> {
  return started ? whatIf.after(started.scenario.changes) : outcomeOf(whatIf, []);
}
