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
  plansOf,
  provePlan,
  readCompany,
  readPeriodData,
  readPlan,
  type SourceDocument,
  type SourceTables,
} from '../../core/index.ts';
import { type CompanySources, placedDocument, placedTables } from './company-sources.ts';

export interface PlanSurroundings {
  readonly company: Company;
  /** Plans of the company in other files. */
  readonly others: readonly Plan[];
  readonly tables: SourceTables | undefined;
}

export interface TypedPlan {
  readonly findings: readonly Diagnostic[];
  readonly plan?: Plan;
  readonly data?: PeriodData;
}

/** `file` is the name of the plan being typed: what the folder has under it stands back. */
export function surroundingsOf(sources: CompanySources, file: string): Outcome<PlanSurroundings> {
  const company = readCompany(placedDocument(sources.company));
  if (!company.ok) return company;
  const others = sources.plans
    .filter((each) => !each.file.replaceAll('\\', '/').endsWith(`/${file}`))
    .map((each) => readPlan(placedDocument(each), company.product))
    .flatMap((each) => (each.ok ? [each.product] : []));
  const tables = sources.tables && placedTables(sources.tables);
  return { ...company, product: { company: company.product, others, tables } };
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
