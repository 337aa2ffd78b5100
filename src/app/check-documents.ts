// check: everything that is wrong with a company folder, or with one plan file, without paying
// anybody, and every doubt about a plan that could be paid by. In: the folder or the plan's
// document. Out: findings; none means it is clean.

import {
  allPlans,
  type Diagnostic,
  type Outcome,
  provePlan,
  readCompany,
  readPlan,
  type SourceDocument,
} from '../core/index.ts';
import { openCompany } from './open-company.ts';
import type { CompanyFolder } from './ports.ts';

export interface CheckReport {
  readonly diagnostics: readonly Diagnostic[];
  /** What was found in order, in words: plans, payees, deals. */
  readonly checked: readonly string[];
}

export async function checkCompany(folder: CompanyFolder): Promise<CheckReport> {
  const opened = await openCompany(folder);
  if (!opened.ok) return { diagnostics: opened.diagnostics, checked: [] };
  const { company, plans, data } = opened.product;
  const counted = [
    counting(plans.size, 'plan'),
    counting(data.people.size, 'person', 'people'),
    counting(data.assignments.length, 'assignment'),
    counting(data.deals.length, 'deal'),
    counting(data.scores.length, 'score'),
  ];
  const proven = allPlans(plans).map((plan) => provePlan(plan, { company, data }));
  const doubts = proven.flatMap(({ diagnostics }) => diagnostics);
  const accepted = proven.reduce((sum, each) => sum + each.accepted, 0);
  return {
    diagnostics: [...opened.diagnostics, ...doubts],
    checked: [...counted, ...answered(accepted)],
  };
}

/** Checks one plan, with its company's attributes where the company is known and readable. */
export async function checkPlan(
  plan: Outcome<SourceDocument>,
  company: CompanyFolder | undefined,
): Promise<CheckReport> {
  if (!plan.ok) return { diagnostics: plan.diagnostics, checked: [] };
  const document = company && (await company.companyDocument());
  const known = document?.ok ? readCompany(document.product) : undefined;
  const around = known?.ok ? { company: known.product } : {};
  const outcome = readPlan(plan.product, around.company);
  const found = [...plan.diagnostics, ...outcome.diagnostics];
  if (!outcome.ok) return { diagnostics: found, checked: [] };
  const { diagnostics, accepted } = provePlan(outcome.product, around);
  return {
    diagnostics: [...found, ...diagnostics],
    checked: [`plan ${outcome.product.id}`, ...answered(accepted)],
  };
}

/** Doubts that a plan says are meant are no findings; that there are some is said. */
function answered(accepted: number): readonly string[] {
  return accepted === 0 ? [] : [`${counting(accepted, 'warning')} accepted`];
}

function counting(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
