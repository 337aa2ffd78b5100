// comparePlans: what changed between two plan files, with money. In: the two documents, the company
// that one of them stands in, a target incentive. Out: the diff and how its reader writes figures,
// or findings.

import {
  diffPlans,
  exact,
  type Outcome,
  outcomeOf,
  type PlanDiff,
  readCompany,
  type SourceDocument,
} from '../core/index.ts';
import { readFrom } from './find-plan.ts';
import type { CompanyFolder } from './ports.ts';

export interface PlansRequest {
  readonly folder: CompanyFolder;
  readonly before: () => Promise<Outcome<SourceDocument>>;
  readonly after: () => Promise<Outcome<SourceDocument>>;
  /** Plain decimal text. */
  readonly targetIncentive: string;
}

export interface ComparedPlans {
  readonly diff: PlanDiff;
  readonly locale: string;
}

export async function comparePlans(request: PlansRequest): Promise<Outcome<ComparedPlans>> {
  const { folder, targetIncentive } = request;
  const document = await folder.companyDocument();
  const read = document.ok ? readCompany(document.product) : document;
  if (!read.ok) return read;
  const company = read.product;
  const before = await readFrom(request.before, company);
  const after = await readFrom(request.after, company);
  if (!before.ok) return before;
  if (!after.ok) return after;
  const plans = { before: before.product, after: after.product };
  const figures = { targetIncentive: exact(targetIncentive) };
  const diff = diffPlans({ ...plans, company, figures });
  return outcomeOf({ diff, locale: company.locale }, []);
}
