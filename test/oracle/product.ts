// The product's side of a scenario: the documents as text through its real readers, and what it
// pays. In: a scenario. Out: its calculations; a plan that it does not accept is a fault of the
// generator, and stops the test.

import { stringify } from 'yaml';
import type {
  Calculation,
  Company,
  Outcome,
  PayeeCalculation,
  Plan,
} from '../../src/core/index.ts';
import {
  calculatePeriod,
  companyOf,
  must,
  planOf,
  type ReadTexts,
  readTexts,
} from '../in-memory-company.ts';
import { fiscalPeriods } from './naive/fiscal-periods.ts';
import type { PlanDocument } from './plan-document.ts';
import { companyText, csvOf, type Scenario, TABLES, type TableName } from './scenario.ts';

/** Few companies are told apart by currency and first month; a law may turn only the data. */
const companies = new Map<string, Company>();
const plans = new WeakMap<PlanDocument, Outcome<Plan>>();

export function readScenario(scenario: Scenario): ReadTexts {
  const tables = Object.fromEntries(TABLES.map((name) => [name, csvOf(scenario, name)]));
  const text = companyText(scenario);
  const company = companies.get(text) ?? companyOf(text);
  companies.set(text, company);
  // JSON is YAML, and quicker to write.
  const plan = JSON.stringify(scenario.plan);
  const read = plans.get(scenario.plan) ?? planOf(plan, company);
  plans.set(scenario.plan, read);
  const otherPlan = scenario.laterPlan && { otherPlan: JSON.stringify(scenario.laterPlan) };
  return must(readTexts({ ...tables, plan, ...otherPlan }, company, read));
}

export function calculated(read: ReadTexts, period: string, payee?: string): Outcome<Calculation> {
  return calculatePeriod(read, period, payee);
}

/** The payees that can be paid for a period; none where a figure is missing for one of them. */
export function payeesIn(scenario: Scenario, period: string): readonly PayeeCalculation[] {
  const outcome = calculated(readScenario(scenario), period);
  return outcome.ok ? outcome.product.payees : [];
}

/** Ids of the payout periods of a scenario's year. */
export function periodsOf({ fiscalYear, startMonth, plan }: Scenario): readonly string[] {
  return fiscalPeriods(fiscalYear, startMonth, plan.payoutPeriod).map(({ id }) => id);
}

export function lastPeriodOf(scenario: Scenario): string {
  return periodsOf(scenario).at(-1) ?? '';
}

/** A scenario as an analyst would write it down, to be repeated by hand. */
export function scenarioText(scenario: Scenario): string {
  const tables = TABLES.map((name: TableName) => `--- ${name}.csv\n${csvOf(scenario, name)}`);
  const later = scenario.laterPlan ? `---\n${stringify(scenario.laterPlan)}` : '';
  return `${stringify(scenario.plan)}${later}${companyText(scenario)}${tables.join('')}`;
}
