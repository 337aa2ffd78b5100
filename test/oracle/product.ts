// The product's side of a scenario: the documents as text through its real readers, and what it
// pays. In: a scenario. Out: its calculations; a plan that it does not accept is a fault of the
// generator, and stops the test.

import { stringify } from 'yaml';
import { type Calculation, exactText, type Outcome } from '../../src/core/index.ts';
import { calculatePeriod, must, type ReadTexts, readTexts } from '../in-memory-company.ts';
import { companyText, csvOf, type Scenario, TABLES, type TableName } from './scenario.ts';

export function readScenario(scenario: Scenario): ReadTexts {
  const tables = Object.fromEntries(TABLES.map((name) => [name, csvOf(scenario, name)]));
  // JSON is YAML, and quicker to write.
  const plan = JSON.stringify(scenario.plan);
  return must(readTexts({ ...tables, plan, company: companyText(scenario) }));
}

export function calculated(read: ReadTexts, period: string, payee: string): Outcome<Calculation> {
  return calculatePeriod(read, period, payee);
}

/** A scenario as an analyst would write it down, to be repeated by hand. */
export function scenarioText(scenario: Scenario): string {
  const tables = TABLES.map((name: TableName) => `--- ${name}.csv\n${csvOf(scenario, name)}`);
  return `${stringify(scenario.plan)}${companyText(scenario)}${tables.join('')}`;
}

export { exactText };
