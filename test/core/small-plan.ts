// A small plan for calculation tests: one payee, bookings against a quota of 100,000 a quarter, and
// the parts that a test replaces. In: parts of a plan and of its data. Out: texts and cells.

import { cells, type Texts } from '../in-memory-company.ts';

export interface PlanParts {
  readonly measures?: string;
  readonly components?: string;
  readonly gates?: string;
  readonly rest?: string;
  readonly negativePayment?: 'carry' | 'pay-back';
}

/** The measure that most tests stand on. */
export const BOOKINGS = `
  bookings: { calculate: sum, of: amount, deals: own, where: stage = 'won' }`;
const LINE = `{ shape: linear, points: [{ at: 50%, pays: 50% }, { at: 100%, pays: 100% }, { at: 200%, pays: 200% }], below: nothing, above: hold }`;
/** A KPI on bookings, in straight lines from 50 % to 200 %. */
export const kpi = (more = '', window = 'period'): string => `
  - { id: bookings, kind: kpi, title: Bookings, weight: 100%, measure: bookings, window: ${window}, quota: assigned, attainment: ratio, curve: ${LINE}${more} }`;

/** A plan on quarters of 2026; each part can be replaced. */
export function plan({
  measures = BOOKINGS,
  components = kpi(),
  gates = '',
  rest = '',
  negativePayment = 'pay-back',
}: PlanParts = {}): string {
  return `
plan: plan
title: Plan
version: '1'
effective: { from: 2026-01-01, to: 2026-12-31 }
payoutPeriod: quarter
rounding: half-up
${rest}
measures:${measures}
components:${components}
${gates && `gates:${gates}`}
negativePayment: ${negativePayment}
`;
}

/** Deals as CSV rows: id, owner, closed, amount, stage, fit, discount. */
export const deals = (...rows: readonly string[]): string =>
  `id,owner,closed,amount,stage,fit,discount\n${rows.join('\n')}\n`;
/** One won deal of ann's. */
export const won = (amount: string, month = '02', more = 'yes,0%'): string =>
  deals(`d1,ann,2026-${month}-10,${amount},won,${more}`);
/** All cells of ann's calculation. */
export const pay = (texts: Partial<Texts> & PlanParts, period?: string): Record<string, string> =>
  cells({ plan: plan(texts), ...texts }, period);
