// check: everything that is wrong with a company folder, or with one plan file, without paying
// anybody. In: the folder or the plan's document. Out: findings; none means it is clean.

import {
  type Diagnostic,
  type Outcome,
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
  const { plans, data } = opened.product;
  const counted = [
    counting(plans.size, 'plan'),
    counting(data.people.size, 'person', 'people'),
    counting(data.assignments.length, 'assignment'),
    counting(data.deals.length, 'deal'),
    counting(data.scores.length, 'score'),
  ];
  return { diagnostics: opened.diagnostics, checked: counted };
}

/** Checks one plan, with its company's attributes where the company is known and readable. */
export async function checkPlan(
  plan: Outcome<SourceDocument>,
  company: CompanyFolder | undefined,
): Promise<CheckReport> {
  if (!plan.ok) return { diagnostics: plan.diagnostics, checked: [] };
  const document = company && (await company.companyDocument());
  const known = document?.ok ? readCompany(document.product) : undefined;
  const outcome = readPlan(plan.product, known?.ok ? known.product : undefined);
  const checked = outcome.ok ? [`plan ${outcome.product.id}`] : [];
  return { diagnostics: [...plan.diagnostics, ...outcome.diagnostics], checked };
}

function counting(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
