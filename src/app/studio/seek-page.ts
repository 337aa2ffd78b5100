// The goal seek of a payee in an opened company: the levers there are, and the answer once a
// payment is named. In: the company, a period, a payee, what is asked. Out: the page's model, or
// findings.

import { exact, type Outcome, outcomeOf, type Period, seek } from '../../core/index.ts';
import type { OpenCompany } from '../open-company.ts';
import type { GoalSought, PayeePay } from '../studio-ports.ts';
import { whatIfOf } from './prepare-what-if.ts';

interface Asked {
  /** Plain decimal text. */
  readonly goal?: string;
  /** A lever's id. */
  readonly by?: string;
}

export function soughtGoal(
  opened: OpenCompany,
  period: Period,
  payee: PayeePay['payee'],
  { goal, by }: Asked,
): Outcome<GoalSought> {
  const prepared = whatIfOf(opened, period, payee.id);
  if (!prepared.ok) return prepared;
  const whatIf = prepared.product;
  const { currency } = whatIf.present.compiled.plan;
  const page = { payee, currency, levers: whatIf.levers(), ...(by !== undefined && { by }) };
  if (goal === undefined) return outcomeOf<GoalSought>(page, []);
  const answer = seek({ whatIf, goal: exact(goal), ...(by !== undefined && { by }) });
  if (!answer.ok) return answer;
  const { levers } = answer.product;
  return outcomeOf<GoalSought>({ ...page, levers, answer: answer.product }, []);
}
