// Runs a worked case: opens the plan or company that it names, then compares figure by figure.
// In: the case's document, and where names lead. Out: its result, or what stood in its way.

import {
  type CaseResult,
  caseNames,
  type DocumentMap,
  diagnose,
  type NamedDocuments,
  nearestWord,
  type Outcome,
  outcomeOf,
  runCase,
  type SourceDocument,
} from '../core/index.ts';
import type { CompanyFolder } from './ports.ts';

/** Where the names of a case lead, as seen from its file. */
export interface CaseLibrary {
  readonly plan: (name: string) => Promise<Outcome<SourceDocument>>;
  readonly company: (name: string) => CompanyFolder;
}

type Documents = readonly SourceDocument[];

/** A plan's name that ends like a file is one; any other is an id in the company's folder. */
const PLAN_FILE = /\.(ya?ml|json)$/i;

export async function runCaseFile(
  document: SourceDocument,
  library: CaseLibrary,
): Promise<Outcome<CaseResult>> {
  const named = await namedDocuments(document, library);
  return named.ok ? runCase(document, named.product) : named;
}

export async function namedDocuments(
  document: SourceDocument,
  library: CaseLibrary,
): Promise<Outcome<NamedDocuments>> {
  const { plan, company } = caseNames(document);
  const folder = company === undefined ? undefined : library.company(company);
  const read = await folder?.companyDocument();
  if (read && !read.ok) return read;
  const inCompany = read && { company: read.product };
  if (plan === undefined) return outcomeOf({ ...inCompany }, []);
  const plans = PLAN_FILE.test(plan)
    ? await planFile(plan, library)
    : await planOfCompany(document, plan, folder);
  return plans.ok ? outcomeOf({ ...inCompany, plans: plans.product }, plans.diagnostics) : plans;
}

async function planFile(name: string, library: CaseLibrary): Promise<Outcome<Documents>> {
  const file = await library.plan(name);
  return file.ok ? outcomeOf<Documents>([file.product], file.diagnostics) : file;
}

/** All versions of a plan in the company's folder. */
async function planOfCompany(
  document: SourceDocument,
  name: string,
  folder: CompanyFolder | undefined,
): Promise<Outcome<Documents>> {
  const remedy = 'name the file of the plan, or add `company:` with the folder that has the plan';
  if (!folder) return unknownPlan(document, `no company is named that has \`${name}\``, remedy);
  const all = await folder.planDocuments();
  if (!all.ok) return all;
  const plans = all.product.filter((each) => idOf(each) === name);
  if (plans.length > 0) return outcomeOf<Documents>(plans, all.diagnostics);
  const ids = all.product.map(idOf);
  const near = nearestWord(name, ids);
  const listed = near ? `write \`${near}\`` : `write one of: ${ids.join(', ')}`;
  return unknownPlan(document, `the company has no plan \`${name}\``, listed);
}

function unknownPlan(document: SourceDocument, what: string, remedy: string): Outcome<Documents> {
  const place = document.placeOf(['plan']);
  return outcomeOf<Documents>(undefined, [diagnose('case/unknown-plan', place, what, remedy)]);
}

function idOf({ root }: SourceDocument): string {
  const id = typeof root === 'object' ? (root as DocumentMap)['plan'] : undefined;
  return typeof id === 'string' ? id : '';
}
