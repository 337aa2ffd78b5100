// Checks that every score, reported figure and adjustment is for a period that exists, and of a
// length that its plans pay by: a figure of a half-year would never be looked for by a plan that
// pays by quarter. In: the rows, the plans, who is on which. Out: findings at the rows' periods.

import { type FiscalCalendar, type Period, periodAround, readPeriod } from '../calendar.ts';
import { scoredItemsOf } from '../components/kinds.ts';
import type { Plan } from '../plan/plan.ts';
import { allPlans, type Plans } from '../plan/plans.ts';
import type { PeriodData, PlacedRow, Score } from './period-data.ts';
import type { PayeePlans } from './plans-by-payee.ts';
import { plansOfScore } from './score-scope.ts';
import type { TableFindings } from './table-findings.ts';

interface Context {
  readonly calendar: FiscalCalendar;
  readonly plans: Plans;
  /** Undefined where an assignment could not be read: it may be to any plan. */
  readonly payeePlans: PayeePlans | undefined;
}

type DatedRow = PlacedRow & { readonly period: string };

export function checkPeriods(
  { scores, reported, adjustments }: PeriodData,
  { calendar, plans, payeePlans }: Context,
  findings: TableFindings,
): void {
  for (const score of scores) {
    const period = periodOf(score, calendar, findings);
    const asked = payeePlans && plansOfScore(score, plans, payeePlans);
    const using = asked && plansWith(score, asked);
    if (period && using) checkLength(score, period, using, calendar, findings);
  }
  for (const adjustment of adjustments) {
    const period = periodOf(adjustment, calendar, findings);
    const plansOf = payeePlans?.get(adjustment.payee) ?? [];
    const using = { subject: `\`${adjustment.payee}\` is paid`, plans: plansOf };
    if (period) checkLength(adjustment, period, using, calendar, findings);
  }
  for (const figure of reported) {
    const period = periodOf(figure, calendar, findings);
    const having = allPlans(plans).filter(({ measures }) => measures.has(figure.measure));
    const using = { subject: `\`${figure.measure}\` is measured`, plans: having };
    if (period) checkLength(figure, period, using, calendar, findings);
  }
}

/** Plans that look for a row's figure, and how a message speaks of them. */
interface Using {
  readonly subject: string;
  readonly plans: readonly Plan[];
}

/** Of the plans that a score is for, those with the component; all where its name is misspelt. */
function plansWith({ payee, component }: Score, all: readonly Plan[]): Using {
  const asking = all.filter(({ components }) =>
    components.some((each) => each.id === component && scoredItemsOf(each).length > 0),
  );
  return asking.length > 0
    ? { subject: `\`${component}\`${payee ? ` of \`${payee}\`` : ''} is scored`, plans: asking }
    : { subject: payee ? `\`${payee}\` is paid` : 'plans pay', plans: all };
}

function periodOf(
  { period, placeOf }: DatedRow,
  calendar: FiscalCalendar,
  findings: TableFindings,
): Period | undefined {
  const found = readPeriod(period, calendar);
  if (found) return found;
  const what = `\`${period}\` is not a period`;
  const remedy = 'write a period such as `2026-Q3`, `2026-M07`, `2026-H1` or `2026`';
  findings.reportAt('data/period', placeOf('period'), what, remedy);
  return undefined;
}

function checkLength(
  { placeOf }: PlacedRow,
  { id, kind, to }: Period,
  { subject, plans }: Using,
  calendar: FiscalCalendar,
  findings: TableFindings,
): void {
  const kinds = [...new Set(plans.map(({ payoutPeriod }) => payoutPeriod))].sort();
  if (kinds.length === 0 || kinds.includes(kind)) return;
  const what = `\`${id}\` is a ${kind}, and ${subject} by ${kinds.join(' or ')}`;
  const examples = kinds.map((each) => `\`${periodAround(to, each, calendar).id}\``);
  const remedy = `write a ${kinds.join(' or a ')}, such as ${examples.join(' or ')}`;
  findings.reportAt('data/period-length', placeOf('period'), what, remedy);
}
