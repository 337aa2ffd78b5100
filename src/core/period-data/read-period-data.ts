// Reads a company's tables into checked period data: people, assignments, deals, scores, reported
// figures, and how they fit the plans. In: tables as read from files, the company, its plans.
// Out: period data in a stable order, or every problem of every table.

import type { FiscalCalendar } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import type { TableName } from '../company/document.ts';
import { byPlace, compareText, type Outcome, outcomeOf } from '../diagnostic.ts';
import type { Exact } from '../exact-number.ts';
import type { Plans } from '../plan/plans.ts';
import { checkFit } from './check-fit.ts';
import { checkSplitDeals } from './check-splits.ts';
import { rateSpec, readRates } from './exchange-rates.ts';
import {
  type Assignment,
  OPEN_END,
  type PeriodData,
  type ReportedFigure,
  type Score,
  type SourceTables,
} from './period-data.ts';
import { adjustmentSpec, readAdjustments } from './read-adjustments.ts';
import { readDeals } from './read-deals.ts';
import { peopleSpec, readPeople } from './read-people.ts';
import { quotaSpec, readQuotas } from './read-quotas.ts';
import {
  needed,
  optional,
  periodIdOf,
  type RecordSpec,
  readRecords,
  type TableRecord,
} from './read-records.ts';
import { readSplits, splitSpec } from './read-splits.ts';
import { TableFindings } from './table-findings.ts';

const assignmentSpec: RecordSpec = {
  payee: needed('text'),
  plan: needed('text'),
  from: needed('date'),
  to: optional('date'),
  targetIncentive: needed('money'),
  baseSalary: optional('money'),
  rampFrom: optional('date'),
  drawFrom: optional('date'),
  payoutCurrency: optional('text'),
  'balance.*': optional('money'),
  'quota.*': optional('figure'),
};

const scoreSpec: RecordSpec = {
  payee: optional('text'),
  plan: optional('text'),
  period: needed('text'),
  component: needed('text'),
  goal: needed('text'),
  score: needed('ratio'),
  scorer: optional('text'),
  evidence: optional('text'),
};

const reportedSpec: RecordSpec = {
  measure: needed('text'),
  period: needed('text'),
  payee: optional('text'),
  figure: needed('figure'),
};

export function readPeriodData(
  source: SourceTables,
  company: Company,
  plans: Plans,
): Outcome<PeriodData> {
  const findings = new TableFindings();
  const { tables } = source;
  // A row that could not be read may name what others seem to lack, so nothing is said of that.
  const faulty = new Set<TableName>();
  const records = (name: TableName, spec: RecordSpec): readonly TableRecord[] => {
    const known = findings.count;
    const found = readRecords(tables[name], company.tables[name], spec, findings);
    if (findings.count > known) faulty.add(name);
    return found;
  };
  const shared = records('splits', splitSpec);
  const shares = faulty.has('splits') ? undefined : readSplits(shared, findings);
  const persons = records('people', peopleSpec);
  const rates = readRates(records('rates', rateSpec), findings);
  const deals = { table: source.deals, lookups: source.lookups, splits: shares, rates };
  const data: PeriodData = {
    people: readPeople(persons, findings, !faulty.has('people')),
    assignments: records('assignments', assignmentSpec).map(assignmentOf).toSorted(byPayeeAndTime),
    quotas: readQuotas(records('quotas', quotaSpec)),
    scores: records('scores', scoreSpec).map((row) => scoreOf(row, company.calendar)),
    reported: records('reported', reportedSpec).map((row) => reportedOf(row, company.calendar)),
    adjustments: readAdjustments(records('adjustments', adjustmentSpec), company.calendar),
    rates,
    ...readDeals(deals, company, findings),
  };
  // Without a column that every deal needs no deal is read, and that is said already.
  const isRead = data.deals.length === source.deals.rows.length;
  if (isRead) checkSplitDeals(shared, data.deals, findings);
  checkFit({ data, company, plans, faulty }, findings);
  return outcomeOf(data, findings.all.toSorted(byPlace));
}

function assignmentOf(record: TableRecord): Assignment {
  const baseSalary = record.get('baseSalary') as Exact | undefined;
  const payoutCurrency = record.text('payoutCurrency');
  const rampFrom = record.get('rampFrom') as number | undefined;
  const drawFrom = record.get('drawFrom') as number | undefined;
  return {
    payee: record.text('payee') as string,
    plan: record.text('plan') as string,
    from: record.get('from') as number,
    to: (record.get('to') as number | undefined) ?? OPEN_END,
    targetIncentive: record.get('targetIncentive') as Exact,
    ...(baseSalary && { baseSalary }),
    ...(rampFrom !== undefined && { rampFrom }),
    ...(drawFrom !== undefined && { drawFrom }),
    ...(payoutCurrency && { payoutCurrency }),
    balances: figuresUnder('balance.', record),
    quotas: figuresUnder('quota.', record),
    place: record.place,
    placeOf: record.placeOf,
    written: record.written,
  };
}

/** The figures of all columns of a prefix that are filled in, by the rest of their names. */
function figuresUnder(prefix: string, record: TableRecord): ReadonlyMap<string, Exact> {
  const named = record.names.filter((name) => name.startsWith(prefix));
  const filled = named.filter((name) => record.get(name) !== undefined);
  return new Map(filled.map((name) => [name.slice(prefix.length), record.get(name) as Exact]));
}

function byPayeeAndTime(left: Assignment, right: Assignment): number {
  return (
    compareText(left.payee, right.payee) ||
    left.from - right.from ||
    left.to - right.to ||
    compareText(left.plan, right.plan)
  );
}

function scoreOf(record: TableRecord, calendar: FiscalCalendar): Score {
  const [scorer, evidence] = [record.text('scorer'), record.text('evidence')];
  const [payee, plan] = [record.text('payee'), record.text('plan')];
  return {
    ...(payee && { payee }),
    ...(plan && { plan }),
    period: periodIdOf(record, calendar),
    component: record.text('component') as string,
    goal: record.text('goal') as string,
    score: record.get('score') as Exact,
    ...(scorer && { scorer }),
    ...(evidence && { evidence }),
    place: record.place,
    placeOf: record.placeOf,
    written: record.written,
  };
}

function reportedOf(record: TableRecord, calendar: FiscalCalendar): ReportedFigure {
  const payee = record.text('payee');
  return {
    measure: record.text('measure') as string,
    period: periodIdOf(record, calendar),
    ...(payee && { payee }),
    figure: record.get('figure') as Exact,
    place: record.place,
    placeOf: record.placeOf,
    written: record.written,
  };
}
