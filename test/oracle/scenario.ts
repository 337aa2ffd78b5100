// A scenario: a plan, the company it stands in and a year of data, all as an analyst would write
// them. Both sides read it: the product through its real readers, the oracle as it stands.
// In: nothing. Out: the shape of the tables, and a scenario's texts.

import type { PlanDocument } from './plan-document.ts';

/** A row of a table: column to text; a column that is not there is blank. */
export type Row = Readonly<Record<string, string>>;

export const TABLES = [
  'deals',
  'people',
  'assignments',
  'scores',
  'reported',
  'splits',
  'adjustments',
  'quotas',
  'rates',
] as const;
export type TableName = (typeof TABLES)[number];

export interface Scenario {
  readonly currency: 'USD' | 'JPY' | 'KWD';
  /** The date attribute of the day whose rate converts a deal's money; none in one currency. */
  readonly dealRateOn?: string;
  readonly startMonth: number;
  readonly fiscalYear: number;
  readonly plan: PlanDocument;
  /** The version that follows it within the year. */
  readonly laterPlan?: PlanDocument;
  readonly tables: Readonly<Record<TableName, readonly Row[]>>;
}

/** Units of the deals' attributes, and the formulas of those that are derived from others. */
export const ATTRIBUTES = {
  closed: 'date',
  signed: 'date',
  amount: 'money',
  list_price: 'money',
  seats: 'number',
  stage: 'text',
  customer: 'text',
  sold_in: 'text',
  fit: 'flag',
  paid_on: 'date',
  ended: 'date',
} as const;
/** The attribute that says in which currency a deal's money is. */
export const CURRENCY_OF_DEALS = 'sold_in';
export const DERIVED = {
  discount: '1 - amount / list_price',
  cycle: 'days(signed, closed)',
} as const;

const COLUMNS: Readonly<Record<TableName, readonly string[]>> = {
  deals: ['id', 'owner', ...Object.keys(ATTRIBUTES)],
  people: ['id', 'manager', 'from', 'to'],
  assignments: ['payee', 'plan', 'from', 'to', 'targetIncentive'],
  scores: ['payee', 'plan', 'period', 'component', 'goal', 'score'],
  reported: ['measure', 'period', 'payee', 'figure'],
  splits: ['deal', 'payee', 'share', 'of'],
  adjustments: ['payee', 'period', 'amount', 'reason', 'approver'],
  quotas: ['payee', 'component', 'from', 'to', 'quota'],
  rates: ['from', 'to', 'date', 'until', 'rate'],
};

/** A table as CSV; a scenario writes no text that would need quotes. */
export function csvOf({ tables }: Scenario, name: TableName): string {
  const rows = tables[name];
  const columns = [...new Set([...COLUMNS[name], ...rows.flatMap((row) => Object.keys(row))])];
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

/** The company document, as YAML. */
export function companyText({ currency, startMonth, dealRateOn }: Scenario): string {
  const converted = dealRateOn ? `, currency: ${CURRENCY_OF_DEALS}, rateOn: ${dealRateOn}` : '';
  const attributes = Object.entries(ATTRIBUTES).map(([name, unit]) => {
    return `${name}: { unit: ${unit}${unit === 'money' ? converted : ''} }`;
  });
  const derived = Object.entries(DERIVED).map(([name, formula]) => `${name}: '${formula}'`);
  return `
company: test
name: Test
currency: ${currency}
fiscalYear: { startMonth: ${startMonth} }
data:
  folder: data
  deals:
    file: deals.csv
    id: id
    creditTo: owner
    countsOn: closed
    attributes: { ${attributes.join(', ')} }
    derived: { ${derived.join(', ')} }
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
