// hero: can a plan be gamed? In: a company folder, a plan's id and a seed. Out: the hero test with
// the company it is about, or findings. Retired plans can be tested too.

import {
  allPlans,
  type Company,
  diagnose,
  type HeroTest,
  heroTest,
  nearestWord,
  type Outcome,
  outcomeOf,
  type Plan,
  readPlan,
} from '../core/index.ts';
import { type OpenCompany, openCompany } from './open-company.ts';
import type { CompanyFolder } from './ports.ts';

export interface HeroRequest {
  readonly plan: string;
  readonly seed: number;
}

export interface TestedHero {
  readonly test: HeroTest;
  readonly plan: Plan;
  readonly company: Company;
}

export async function testHero(
  folder: CompanyFolder,
  { plan: id, seed }: HeroRequest,
): Promise<Outcome<TestedHero>> {
  const opened = await openCompany(folder);
  if (!opened.ok) return opened;
  const { company, data } = opened.product;
  const plan = await planNamed(id, opened.product, folder);
  if (!plan.ok) return plan;
  const tested = heroTest({ company, plan: plan.product, data }, seed);
  if (!tested.ok) return tested;
  return outcomeOf({ test: tested.product, plan: plan.product, company }, []);
}

/** The newest version of a plan, or else a retired one. */
async function planNamed(
  id: string,
  { company, plans }: OpenCompany,
  folder: CompanyFolder,
): Promise<Outcome<Plan>> {
  const current = plans.get(id)?.at(-1);
  if (current) return outcomeOf(current, []);
  const documents = await folder.retiredPlanDocuments();
  if (!documents.ok) return documents;
  const read = documents.product.map((each) => readPlan(each, company));
  const retired = read.flatMap((each) => (each.ok ? [each.product] : []));
  const found = retired.find((each) => each.id === id);
  if (found) return outcomeOf(found, []);
  const broken = [...documents.diagnostics, ...read.flatMap((each) => each.diagnostics)];
  const ids = [...new Set([...allPlans(plans), ...retired].map((each) => each.id))];
  const near = nearestWord(id, ids);
  const place = company.placeOf(['company']);
  const remedy = near ? `write \`${near}\`` : `use one of: ${ids.join(', ')}`;
  const unknown = diagnose('hero/unknown-plan', place, `there is no plan \`${id}\``, remedy);
  return outcomeOf<Plan>(undefined, [...broken, unknown]);
}
