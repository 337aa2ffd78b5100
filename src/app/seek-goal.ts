// seek: what a payee needs for a payment. In: a company folder, a period, a payee, the payment,
// maybe the lever to move and the scenario to start from. Out: the answer with the company it is
// about, or findings.

import {
  type Company,
  diagnose,
  type Outcome,
  outcomeOf,
  readPeriod,
  type SeekAnswer,
} from '../core/index.ts';
import { openCompany } from './open-company.ts';
import type { CompanyFolder } from './ports.ts';
import { type GoalAsked, soughtGoal } from './studio/seek-page.ts';
import type { CompanyFiles } from './studio-ports.ts';

export interface SeekGoalRequest extends GoalAsked {
  readonly period: string;
  readonly payee: string;
  /** Plain decimal text. */
  readonly goal: string;
}

export interface SoughtGoal {
  readonly answer: SeekAnswer;
  readonly company: Company;
  readonly payee: string;
  readonly currency: string;
}

export async function seekGoal(
  { folder, files }: { readonly folder: CompanyFolder; readonly files: CompanyFiles },
  { period: text, payee: id, ...asked }: SeekGoalRequest,
): Promise<Outcome<SoughtGoal>> {
  const outcome = await openCompany(folder);
  if (!outcome.ok) return outcome;
  const opened = outcome.product;
  const { company, data } = opened;
  const period = readPeriod(text, company.calendar);
  if (!period) {
    const place = company.placeOf(['fiscalYear']);
    const remedy = 'ask for a period such as `2026-Q3`';
    const unknown = diagnose('data/period', place, `\`${text}\` is not a period`, remedy);
    return outcomeOf<SoughtGoal>(undefined, [unknown]);
  }
  const payee = { id, name: data.people.get(id)?.name ?? id };
  const sought = await soughtGoal({ opened, files, period, payee }, asked);
  if (!sought.ok) return sought;
  const { answer, currency } = sought.product;
  if (!answer) throw new Error('a goal that is named is sought');
  return outcomeOf({ answer, company, payee: payee.name, currency }, sought.diagnostics);
}
