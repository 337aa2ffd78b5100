// Parts of plans for the neighbours of doubts: short names for what many of them are made of.
// In: nothing. Out: parts of the plan in sales-plan.ts.

import { gate, linear, type Parts } from './sales-plan.ts';

/** Doubted, and its neighbour. */
export type Pair = readonly [name: string, doubted: Parts, neighbour: Parts];

export const measure = (text: string): Pick<Parts, 'measures'> => ({ measures: `  ${text}` });
export const PARTNERS = 'partners: { calculate: share, of: partner, deals: own, whenNone: 0% }';
export const SIZE = 'size: { calculate: average, of: amount, deals: own, whenNone: 0 }';
export const CSAT = 'csat: { calculate: reported, unit: number, combine: latest }';
export const DAYS = 'nps-days: { calculate: reported, unit: days, combine: latest }';
export const FULL = '30% 0%, 70% 100%, 100% 150%';
export const line = (points: string): Parts => ({ curve: points });
export const withKpi = (text: string, more: Parts = {}): Parts => ({
  weight: '60%',
  ...more,
  others: text,
});
export const retroactive = (first: string, second: string): string =>
  `{ shape: retroactive, tiers: [{ from: 0%, rate: ${first} }, { from: 100%, rate: ${second} }] }`;
export const yearly = (cap: string): Parts => ({
  header: `planCap: { ofTarget: ${cap} }`,
  bookings: `
  - { id: bookings, kind: kpi, title: Bookings, weight: 80%, window: year, quota: assigned,
      supports: bookings-growth, measure: bookings, attainment: ratio, curve: ${linear('50% 0%, 100% 100%')} }`,
});
export const counted = (id: string): Pick<Parts, 'measures' | 'bookings'> => ({
  ...measure(`won: { calculate: count, deals: own, where: stage = 'won' }`),
  bookings: `
  - { id: bookings, kind: kpi, title: Bookings, weight: 80%, window: period, quota: assigned,
      supports: bookings-growth, measure: won, attainment: ${id}, curve: ${linear('50% 0%, 100% 100%')} }`,
});
export const commission = (of: string, more = ''): string => `
  - { id: commission, kind: commission, title: Commission, window: period, measure: ${of},
      supports: revenue-growth, curve: { shape: marginal, tiers: [{ from: 0, rate: 2% }] }${more} }`;
export const credited = (discounted: string): Parts => ({
  ...measure(
    'sold: { calculate: sum, of: amount, deals: own, ' +
      `crediting: [{ when: partner, credit: ${discounted} }, { credit: 100% }] }`,
  ),
  others: commission('sold'),
});
/** Rates by rule, on deals that nothing else is paid by. */
export const byRule = (rate: string): Parts => ({
  ...measure('sold: { calculate: sum, of: amount, deals: own, where: partner }'),
  others: `
  - { id: commission, kind: commission, title: Commission, window: period, measure: sold,
      supports: revenue-growth, rates: [{ when: amount > 10, rate: 5% }, { rate: ${rate} }] }`,
});
export const secondGate = (on: string): string =>
  gate() + gate({ id: 'sold', measure: 'bookings', ask: 'atLeast: 50000', on, not: 'zero' });
export const modified = (shape: string, rows: string): string =>
  `modifiers:\n  - { id: spirit, title: Spirit, measure: nps, window: period, actsOn: all, curve: { shape: ${shape}, ${rows}, below: nothing } }`;
export const RATIO = `customers: { calculate: distinct, of: customer, deals: own }
  size: { calculate: ratio, numerator: bookings, denominator: customers, whenNone: 0 }`;
export const PER_HEAD = `heads: { calculate: reported, unit: count, combine: latest }
  revenue: { calculate: reported, unit: count, combine: sum }
  each: { calculate: ratio, numerator: revenue, denominator: heads, whenNone: 0 }`;
export const scaledFrom = (percent: number): string =>
  `{ scale: { curve: { shape: linear, points: [{ at: 0, pays: 0% }, { at: 30, pays: ${percent}% }], below: nothing, above: hold } } }`;
