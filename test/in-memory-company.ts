// A company in memory for tests: YAML and CSV texts through the real parsers and the real core.
// In: texts. Out: the calculation, or the findings as short text.

import type {
  Calculation,
  Company,
  Diagnostic,
  Outcome,
  PeriodData,
  Plan,
  Plans,
} from '../src/core/index.ts';
import {
  calculate,
  exactText,
  outcomeOf,
  plansOf,
  readCompany,
  readPeriod,
  readPeriodData,
  readPlan,
} from '../src/core/index.ts';
import { parseCsv } from '../src/documents/read-csv.ts';
import { parseYaml } from '../src/documents/read-yaml.ts';

export interface Texts {
  readonly plan: string;
  /** A later version of it, or another plan. */
  readonly otherPlan?: string;
  readonly deals?: string;
  readonly people?: string;
  readonly assignments?: string;
  readonly scores?: string;
  readonly reported?: string;
  readonly splits?: string;
  readonly adjustments?: string;
  readonly quotas?: string;
  readonly rates?: string;
  readonly currency?: string;
  /** Attributes of deals beside those that every test has: `cancelled: { unit: date }`. */
  readonly attributes?: string;
}

/** What a calculation stands on, read once for any number of periods. */
export interface ReadTexts {
  readonly company: Company;
  readonly plans: Plans;
  readonly data: PeriodData;
}

const PEOPLE = 'id,manager\nann,boss\nbob,boss\nboss,\n';
const DEALS = 'id,owner,closed,amount,stage,fit,discount\n';
const ASSIGNMENTS =
  'payee,plan,from,targetIncentive,quota.bookings\nann,plan,2026-01-01,40000,400000\n';

export function companyText(currency: string, attributes = ''): string {
  return `
company: test
name: Test
currency: ${currency}
fiscalYear: { startMonth: 1 }
data:
  folder: data
  deals:
    file: deals.csv
    id: id
    creditTo: owner
    countsOn: closed
    attributes:
      closed: { unit: date }
      amount: { unit: money }
      stage: { unit: text }
      fit: { unit: flag }
      discount: { unit: ratio }${attributes && `\n      ${attributes}`}
  people: { file: people.csv }
  assignments: { file: assignments.csv }
  scores: { file: scores.csv }
  reported: { file: reported.csv }
  splits: { file: splits.csv }
  adjustments: { file: adjustments.csv }
  quotas: { file: quotas.csv }
  rates: { file: rates.csv }
`;
}

export function calculateTexts(texts: Texts, period: string, payee?: string): Outcome<Calculation> {
  const read = readTexts(texts);
  return read.ok ? calculatePeriod(read.product, period, payee) : read;
}

export function calculatePeriod(
  read: ReadTexts,
  period: string,
  payee?: string,
): Outcome<Calculation> {
  const found = readPeriod(period, read.company.calendar);
  if (!found) throw new Error(`no period ${period}`);
  return calculate({ ...read, period: found, ...(payee !== undefined && { payee }) });
}

export function companyOf(text: string): Company {
  return must(readCompany(must(parseYaml(text, 'company.yaml'))));
}

export function planOf(text: string, company: Company): Outcome<Plan> {
  return readPlan(must(parseYaml(text, 'plan.yaml')), company);
}

export function readTexts(
  texts: Texts,
  company = companyOf(companyText(texts.currency ?? 'USD', texts.attributes)),
  read = planOf(texts.plan, company),
): Outcome<ReadTexts> {
  if (!read.ok) return read;
  const { otherPlan } = texts;
  const other = otherPlan && must(readPlan(must(parseYaml(otherPlan, 'other.yaml')), company));
  const versions = plansOf([read.product, ...(other ? [other] : [])]);
  if (!versions.ok) return versions;
  const plans = versions.product;
  const table = (text: string, file: string) => must(parseCsv(text, file));
  const data = readPeriodData(
    {
      deals: table(texts.deals ?? DEALS, 'deals.csv'),
      lookups: [],
      tables: {
        people: [table(texts.people ?? PEOPLE, 'people.csv')],
        assignments: [table(texts.assignments ?? ASSIGNMENTS, 'assignments.csv')],
        scores: [table(texts.scores ?? 'payee,period,component,goal,score\n', 'scores.csv')],
        reported: [table(texts.reported ?? 'measure,period,figure\n', 'reported.csv')],
        splits: [table(texts.splits ?? 'deal,payee,share,of\n', 'splits.csv')],
        rates: [table(texts.rates ?? 'from,to,date,rate\n', 'rates.csv')],
        quotas: [table(texts.quotas ?? 'payee,component,from,quota\n', 'quotas.csv')],
        adjustments: [
          table(texts.adjustments ?? 'payee,period,amount,reason,approver\n', 'adjustments.csv'),
        ],
      },
    },
    company,
    plans,
  );
  return data.ok ? outcomeOf({ company, plans, data: data.product }, data.diagnostics) : data;
}

/** Every cell of the only (or named) payee as text: `1234.5`, `true`, `-` where not known. */
export function cellsOf(outcome: Outcome<Calculation>, payee?: string): Record<string, string> {
  const { payees } = must(outcome);
  const found = payee === undefined ? payees[0] : payees.find((each) => each.payee.id === payee);
  if (!found) throw new Error(`no payee ${payee}`);
  const texts = [...found.values.cells].map(([id, datum]) => {
    if (datum === undefined) return [id, '-'] as const;
    return [id, typeof datum === 'object' ? exactText(datum) : String(datum)] as const;
  });
  return Object.fromEntries(texts);
}

/** Cells of one set of texts; the usual case of one payee. */
export function cells(texts: Texts, period = '2026-Q1', payee?: string): Record<string, string> {
  return cellsOf(calculateTexts(texts, period), payee);
}

/** Findings as `code file:line:column`. */
export function findings(outcome: Outcome<unknown>): readonly string[] {
  return outcome.diagnostics.map(place);
}

function place({ code, place: { file, line, column } }: Diagnostic): string {
  return `${code} ${file}:${line}:${column}`;
}

export function must<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.product;
  const said = outcome.diagnostics.map((each) => `${place(each)} ${each.what}`);
  throw new Error(`findings:\n${said.join('\n')}`);
}
