// seek: what a payee needs for a payment. In: a company folder, a period, a payee, the payment and
// maybe the lever to move. Out: the answer with the company it is about, or findings.

import {
  type Company,
  diagnose,
  exact,
  isDecimalText,
  type Outcome,
  outcomeOf,
  prepareWhatIf,
  readPeriod,
  type SeekAnswer,
  seek,
} from '../core/index.ts';
import { openCompany } from './open-company.ts';
import type { CompanyFolder } from './ports.ts';

export interface SeekGoalRequest {
  readonly period: string;
  readonly payee: string;
  /** Plain decimal text, in the plan's currency. */
  readonly goal: string;
  readonly by?: string;
}

export interface SoughtGoal {
  readonly answer: SeekAnswer;
  readonly company: Company;
  readonly payee: string;
  readonly currency: string;
}

export async function seekGoal(
  folder: CompanyFolder,
  { period: text, payee, goal, by }: SeekGoalRequest,
): Promise<Outcome<SoughtGoal>> {
  const opened = await openCompany(folder);
  if (!opened.ok) return opened;
  const { company } = opened.product;
  const period = readPeriod(text, company.calendar);
  if (!period || !isDecimalText(goal)) {
    const place = company.placeOf(['fiscalYear']);
    const remedy = 'ask for a period such as `2026-Q3`';
    const unknown = diagnose('data/period', place, `\`${text}\` is not a period`, remedy);
    return outcomeOf<SoughtGoal>(undefined, [unknown]);
  }
  const whatIf = prepareWhatIf({ ...opened.product, period, payee });
  if (!whatIf.ok) return whatIf;
  const answer = seek({ whatIf: whatIf.product, goal: exact(goal), ...(by && { by }) });
  if (!answer.ok) return answer;
  const { currency } = whatIf.product.present.compiled.plan;
  const { name } = whatIf.product.present.payee;
  return outcomeOf({ answer: answer.product, company, payee: name, currency }, whatIf.diagnostics);
}
