// comparePlans: what changed between two plan files, with money. In: the two documents, the company
// that one of them stands in, a target incentive. Out: the diff and the letter whose words say its
// fields, or findings.

import {
  buildLetter,
  diffPlans,
  exact,
  type Letter,
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
  readonly letter: Letter;
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
  const diff = diffPlans({ ...plans, company, targetIncentive: exact(targetIncentive) });
  const letter = buildLetter({ plan: after.product, company, against: before.product });
  return outcomeOf({ diff, letter }, []);
}
