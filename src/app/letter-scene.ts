// What a letter stands on: the company, its plans, and its data where there are any. A letter that
// names nobody needs no data: a plan is agreed on before the first deal.
// In: a company folder. Out: the scene, or every finding.

import {
  allPlans,
  type Company,
  type Outcome,
  outcomeOf,
  type PeriodData,
  type Plan,
  readCompany,
  readPlan,
} from '../core/index.ts';
import { openCompany } from './open-company.ts';
import type { CompanyFolder } from './ports.ts';

export interface LetterScene {
  readonly company: Company;
  /** In order of time. */
  readonly plans: readonly Plan[];
  readonly data?: PeriodData;
}

export async function openScene(
  folder: CompanyFolder,
  needsData: boolean,
): Promise<Outcome<LetterScene>> {
  const opened = await openCompany(folder);
  if (opened.ok) {
    const { company, plans, data } = opened.product;
    return outcomeOf({ company, plans: allPlans(plans), data }, opened.diagnostics);
  }
  const lacksData = opened.diagnostics.every(({ code }) => code === 'file/no-data-folder');
  return needsData || !lacksData ? opened : withoutData(folder);
}

async function withoutData(folder: CompanyFolder): Promise<Outcome<LetterScene>> {
  const document = await folder.companyDocument();
  const company = document.ok ? readCompany(document.product) : document;
  if (!company.ok) return company;
  const documents = await folder.planDocuments();
  if (!documents.ok) return documents;
  const read = documents.product.map((each) => readPlan(each, company.product));
  const plans = read.flatMap((each) => (each.ok ? [each.product] : []));
  return outcomeOf({ company: company.product, plans }, []);
}
