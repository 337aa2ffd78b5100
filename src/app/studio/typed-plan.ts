// A plan as it is being typed, checked as `ontarget check` would check the saved file: read, proven
// with its company and the company's data. In: the text as a document, and what stands around it.
// Out: every finding, the plan where it can be paid by, and the data that goes with it.

import {
  byPlace,
  type Company,
  type Diagnostic,
  type Outcome,
  type PeriodData,
  type Plan,
  payeesOf,
  plansOf,
  provePlan,
  readCompany,
  readPeriodData,
  readPlan,
  type SourceDocument,
  type SourceTables,
} from '../../core/index.ts';
import { type SentCompany, sentFolder } from '../sent-company.ts';

export interface PlanSurroundings {
  readonly company: Company;
  /** Plans of the company in other files. */
  readonly others: readonly Plan[];
  /** Those that nobody is on any more. */
  readonly retired: readonly Plan[];
  readonly tables: SourceTables | undefined;
}

export interface TypedPlan {
  readonly findings: readonly Diagnostic[];
  readonly plan?: Plan;
  readonly data?: PeriodData;
}

/** Whose figures a plan can be shown with. */
export interface PlanPeople {
  readonly data: PeriodData | undefined;
  readonly payees: readonly string[];
  /** Nobody is on this version yet: the figures are those of the versions before. */
  readonly areCarriedOn: boolean;
}

/** Who is on the plan; else who would be, if the last assignments to it went on. */
export function peopleOn(plan: Plan, data: PeriodData | undefined): PlanPeople {
  const own = payeesOf(plan, data);
  if (own.length > 0 || !data) return { data, payees: own, areCarriedOn: false };
  const last = data.assignments.filter(
    (each) =>
      each.plan === plan.id &&
      !data.assignments.some(
        ({ payee, plan: id, to }) => payee === each.payee && id === plan.id && to > each.to,
      ),
  );
  const assignments = last.map((each) => ({ ...each, to: plan.effective.to }));
  const carried = { ...data, assignments };
  const payees = payeesOf(plan, carried);
  return { data: payees.length > 0 ? carried : data, payees, areCarriedOn: payees.length > 0 };
}

/** `file` is the name of the plan being typed: what the folder has under it stands back. */
export async function surroundingsOf(
  sent: SentCompany,
  file: string,
): Promise<Outcome<PlanSurroundings>> {
  const folder = sentFolder(sent);
  const document = await folder.companyDocument();
  const company = document.ok ? readCompany(document.product) : document;
  if (!company.ok) return company;
  const plansIn = (documents: Outcome<readonly SourceDocument[]>): readonly Plan[] =>
    (documents.ok ? documents.product : [])
      .filter((each) => inFolder(each.file) !== file)
      .map((each) => readPlan(each, company.product))
      .flatMap((each) => (each.ok ? [each.product] : []));
  const tables = await folder.tables(company.product);
  const surroundings: PlanSurroundings = {
    company: company.product,
    others: plansIn(await folder.planDocuments()),
    retired: plansIn(await folder.retiredPlanDocuments()),
    tables: tables.ok ? tables.product : undefined,
  };
  return { ...company, product: surroundings };
}

/** `plans/cmo.yaml` of any path to it; the company’s folder may be where the studio was started. */
function inFolder(file: string): string {
  return file.split(/[\\/]/).slice(-2).join('/');
}

export function checkTyped(
  document: Outcome<SourceDocument>,
  { company, others, tables }: PlanSurroundings,
): TypedPlan {
  if (!document.ok) return { findings: document.diagnostics };
  const read = readPlan(document.product, company);
  const said = [...document.diagnostics, ...read.diagnostics];
  if (!read.ok) return { findings: said.toSorted(byPlace) };
  const plan = read.product;
  const plans = plansOf([...others, plan]);
  const fit = plans.ok && tables ? readPeriodData(tables, company, plans.product) : plans;
  const data = plans.ok && tables && fit.ok ? (fit.product as PeriodData) : undefined;
  const { diagnostics } = provePlan(plan, { company, ...(data && { data }) });
  const findings = [...said, ...fit.diagnostics, ...diagnostics].toSorted(byPlace);
  return { findings, plan, ...(data && { data }) };
}
