// Documents and tables without faults, as texts and as what the readers make of them; random damage
// starts from these. In: a company's folder below fixtures. Out: its documents, company and plans.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Company,
  type Outcome,
  outcomeOf,
  type Plans,
  plansOf,
  readCompany,
  readPlan,
  type SourceDocument,
  type SourceTable,
  type SourceTables,
} from '../../src/core/index.ts';
import { parseCsv } from '../../src/documents/read-csv.ts';
import { parseYaml } from '../../src/documents/read-yaml.ts';
import { fixturesFolder } from './fixtures.ts';
import type { TableTexts } from './random-rows.ts';

export interface Example {
  readonly companyDocument: SourceDocument;
  readonly company: Company;
  /** The first of its plans. */
  readonly planDocument: SourceDocument;
  readonly plans: Plans;
  /** Its tables as texts, by file name; none where the data is kept elsewhere. */
  readonly tables: TableTexts;
}

export function openExample(name: string): Example {
  const folder = join(fixturesFolder, '..', name);
  const companyDocument = documentIn(join(folder, 'company.yaml'));
  const company = productOf(readCompany(companyDocument));
  const documents = filesIn(join(folder, 'plans')).map((file) => documentIn(file));
  const plans = documents.map((document) => productOf(readPlan(document, company)));
  const [planDocument] = documents;
  if (!planDocument) throw new Error(`${folder} has no plan`);
  const tables = filesIn(join(folder, 'data')).map((file) => [
    file.replace(/^.*[/\\]/, ''),
    readFileSync(file, 'utf8'),
  ]);
  return {
    companyDocument,
    company,
    planDocument,
    plans: productOf(plansOf(plans)),
    tables: Object.fromEntries(tables) as TableTexts,
  };
}

/** The base company's tables from their texts. */
export function sourceTables(texts: TableTexts): Outcome<SourceTables> {
  const outcomes = Object.entries(texts).map(([file, text]) => parseCsv(text, file));
  const found = outcomes.flatMap((each) => (each.ok ? [each.product] : []));
  if (found.length < outcomes.length) {
    return { ok: false, diagnostics: outcomes.flatMap(({ diagnostics }) => diagnostics) };
  }
  const named = (name: string): readonly SourceTable[] =>
    found.filter(({ file }) => file === `${name}.csv`);
  const source: SourceTables = {
    deals: named('deals')[0] as SourceTable,
    lookups: named('customers'),
    tables: {
      people: named('people'),
      assignments: named('assignments'),
      scores: named('scores'),
      reported: named('reported'),
      splits: named('splits'),
      adjustments: named('adjustments'),
      quotas: named('quotas'),
      rates: named('rates'),
    },
  };
  return outcomeOf(source, []);
}

function filesIn(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .toSorted()
        .map((name) => join(folder, name))
    : [];
}

function documentIn(path: string): SourceDocument {
  return productOf(parseYaml(readFileSync(path, 'utf8'), path));
}

function productOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, undefined, 1));
  return outcome.product;
}
