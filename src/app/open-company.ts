// Opens a company folder: its company document, its plans, its data, each checked as far as what
// came before allows, so that one call shows all problems. In: the folder. Out: everything that a
// calculation needs, or every finding.

import {
  byPlace,
  type Company,
  type Diagnostic,
  type Outcome,
  outcomeOf,
  type PeriodData,
  type Plans,
  plansOf,
  readCompany,
  readPeriodData,
  readPlan,
  type SourceDocument,
} from '../core/index.ts';
import type { CompanyFolder } from './ports.ts';

export interface OpenCompany {
  readonly company: Company;
  readonly plans: Plans;
  readonly data: PeriodData;
}

export async function openCompany(folder: CompanyFolder): Promise<Outcome<OpenCompany>> {
  const found: Diagnostic[] = [];
  const keep = <T>(outcome: Outcome<T>): T | undefined => {
    found.push(...outcome.diagnostics);
    return outcome.ok ? outcome.product : undefined;
  };
  const document = keep(await folder.companyDocument());
  const company = document && keep(readCompany(document));
  const documents = await folder.planDocuments();
  // A folder that is no company's is said once, not again for the plans it does not have.
  if (document || documents.ok) found.push(...documents.diagnostics);
  // Plans are checked even when the company is not readable, then without its attributes.
  const plans = readPlans(documents.ok ? documents.product : [], company, found);
  if (!company) return failed(found);
  const tables = keep(await folder.tables(company));
  if (!tables || !plans || hasErrors(found)) return failed(found);
  const data = keep(readPeriodData(tables, company, plans));
  return data ? outcomeOf({ company, plans, data }, found) : failed(found);
}

function readPlans(
  documents: readonly SourceDocument[],
  company: Company | undefined,
  found: Diagnostic[],
): Plans | undefined {
  const outcomes = documents.map((document) => readPlan(document, company));
  found.push(...outcomes.flatMap(({ diagnostics }) => diagnostics));
  const plans = plansOf(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.product] : [])));
  found.push(...plans.diagnostics);
  return plans.ok ? plans.product : undefined;
}

function hasErrors(found: readonly Diagnostic[]): boolean {
  return found.some(({ severity }) => severity === 'error');
}

function failed(found: readonly Diagnostic[]): Outcome<OpenCompany> {
  return outcomeOf<OpenCompany>(undefined, found.toSorted(byPlace));
}
