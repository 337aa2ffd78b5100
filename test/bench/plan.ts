// The benchmark's plan in OnTarget's plan language, and its payees read by the real readers: YAML
// and CSV texts in, checked plan and period data out, calculated once to get each payee's inputs
// and deal rows as a real run makes them. The peers' files say the same plan in their own terms.

import {
  type Company,
  calculate,
  isoDate,
  type PayeeCalculation,
  type Plans,
  plansOf,
  readCompany,
  readPeriod,
  readPeriodData,
  readPlan,
} from '../../src/core/index.ts';
import { parseCsv } from '../../src/documents/read-csv.ts';
import { parseYaml } from '../../src/documents/read-yaml.ts';
import { companyText, must } from '../in-memory-company.ts';
import { type MadePayee, PERIOD } from './made-payees.ts';

export const PLAN_TEXT = `
plan: plan
title: Bookings, commission and a gate
version: '1'
effective: { from: 2026-01-01, to: 2026-12-31 }
payoutPeriod: quarter
rounding: half-up
measures:
  bookings:
    calculate: sum
    of: amount
    deals: own
    where: stage = 'won'
    crediting:
      - { when: discount > 30%, credit: 50% }
      - { when: discount > 15%, credit: 75% }
      - { credit: 100% }
  icp-share:
    { calculate: share, of: fit, deals: own, where: stage = 'won', whenNone: 0% }
components:
  - id: bookings
    kind: kpi
    title: Bookings
    weight: 100%
    measure: bookings
    window: period
    quota: assigned
    attainment: ratio
    curve:
      shape: linear
      points: [{ at: 60%, pays: 40% }, { at: 100%, pays: 100% }, { at: 150%, pays: 200% }]
      below: nothing
      above: extend
  - id: commission
    kind: commission
    title: Commission
    measure: bookings
    window: period
    curve:
      shape: marginal
      tiers:
        - { from: 0, rate: 0.75% }
        - { from: 750000, rate: 1.375% }
        - { from: 1250000, rate: 1.9% }
gates:
  - id: icp
    title: Customers who fit
    measure: icp-share
    window: period
    require: { atLeast: 60% }
    actsOn: [bookings]
    whenNotMet: { capFactor: 100% }
planCap: { ofTarget: 250% }
`;

/** A calculation looks at every deal for every payee, so that small companies are read faster. */
const CHUNK = 20;

export type CalculationRequest = Parameters<typeof calculate>[0];

export interface OpenPlan {
  /** Reads payees with the real readers, as one company. */
  readonly requestFor: (payees: readonly MadePayee[]) => CalculationRequest;
  /** Reads and calculates payees, as many small companies. */
  readonly calculated: (payees: readonly MadePayee[]) => readonly PayeeCalculation[];
}

export function openPlan(): OpenPlan {
  const company = must(readCompany(must(parseYaml(companyText('USD'), 'company.yaml'))));
  const plan = must(readPlan(must(parseYaml(PLAN_TEXT, 'plan.yaml')), company));
  const period = readPeriod(PERIOD, company.calendar);
  if (!period) throw new Error(`no period ${PERIOD}`);
  const plans = must(plansOf([plan]));
  const requestFor = (payees: readonly MadePayee[]): CalculationRequest => {
    return { company, plans, data: readPayees(payees, company, plans), period };
  };
  const calculated = (payees: readonly MadePayee[]): readonly PayeeCalculation[] =>
    chunksOf(payees, CHUNK).flatMap((chunk) => must(calculate(requestFor(chunk))).payees);
  return { requestFor, calculated };
}

function readPayees(payees: readonly MadePayee[], company: Company, plans: Plans) {
  const table = (file: string, lines: readonly string[]) =>
    must(parseCsv(`${lines.join('\n')}\n`, file));
  const people = payees.map(({ id }) => `${id},`);
  const assignments = payees.map(
    ({ id, targetIncentiveCents, quotaCents }) =>
      `${id},plan,2026-01-01,${inUnits(targetIncentiveCents)},${inUnits(quotaCents)}`,
  );
  const deals = payees.flatMap(({ id, deals }) => deals.map((deal, index) => row(id, deal, index)));
  return must(
    readPeriodData(
      {
        deals: table('deals.csv', ['id,owner,closed,amount,stage,fit,discount', ...deals]),
        lookups: [],
        tables: {
          people: [table('people.csv', ['id,manager', ...people])],
          assignments: [
            table('assignments.csv', [
              'payee,plan,from,targetIncentive,quota.bookings',
              ...assignments,
            ]),
          ],
          scores: [table('scores.csv', ['payee,period,component,goal,score'])],
          reported: [table('reported.csv', ['measure,period,figure'])],
          splits: [table('splits.csv', ['deal,payee,share,of'])],
          adjustments: [],
          quotas: [],
          rates: [],
        },
      },
      company,
      plans,
    ),
  );
}

function chunksOf<Item>(items: readonly Item[], size: number): readonly Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}

function row(payee: string, deal: MadePayee['deals'][number], index: number): string {
  const { closed, amountCents, stage, fit, discountPoints } = deal;
  return [
    `${payee}-${index}`,
    payee,
    isoDate(closed),
    inUnits(amountCents),
    stage,
    fit ? 'yes' : 'no',
    `${inUnits(discountPoints)}%`,
  ].join(',');
}

/** 123456 hundredths are `1234.56`. */
function inUnits(hundredths: number): string {
  const digits = String(hundredths).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
