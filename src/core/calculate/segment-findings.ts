// What stands in the way of paying a payee's parts of a year: a part of a period without a basis, a
// change without a stated reading, what cannot be added. In: the parts of the year so far.
// Out: findings at the assignments. Source: ENGINE.md section 4 (segments).

import { isoDate, type Period, periodsOfYear } from '../calendar.ts';
import { measureLookedAt } from '../components/kinds.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { compareExact, type Exact, sumOf } from '../exact-number.ts';
import { addsUp } from '../measures/measure.ts';
import { type Assignment, overlaps } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';
import { versionsIn } from '../plan/plans.ts';
import { otherCurrency } from '../settlement/payout-currency.ts';
import type { CalculationRequest } from './calculate.ts';
import type { Part } from './parts.ts';
import { coverOf } from './proration.ts';

type Context = Pick<CalculationRequest, 'period' | 'company' | 'plans'>;
/** Two parts that follow each other. */
type Change = readonly [before: Part, after: Part];

export function segmentFindings(
  parts: readonly Part[],
  assignments: readonly Assignment[],
  context: Context,
): readonly Diagnostic[] {
  const { period, company } = context;
  const year = periodsOfYear(period.fiscalYear, period.kind, company.calendar);
  const periods = year.slice(0, period.index + 1);
  const soFar = parts.filter(({ from }) => from <= period.to);
  const changes = soFar.slice(1).map((part, index): Change => [soFar[index] as Part, part]);
  return [
    ...assignments.flatMap((each) => noDay(each, parts, context)),
    ...soFar.flatMap((part) => partOfPeriod(part, periods)),
    ...changes.flatMap((change) => [
      ...unstated(change, periods),
      ...lost(change, periods),
      ...versionsBlended(change, periods),
      ...levelsBlended(change),
      ...notAdded(change, periods),
      ...notPaidOnce(change, periods),
    ]),
  ];
}

/** An assignment to a plan that is not in force in the period asked for. */
function noDay(
  assignment: Assignment,
  parts: readonly Part[],
  { period, plans }: Context,
): readonly Diagnostic[] {
  const plan = versionsIn(plans, assignment.plan, period).at(-1);
  const isCovered = parts.some((part) => overlaps(part, period) && overlaps(part, assignment));
  if (!plan || isCovered || !overlaps(assignment, period)) return [];
  return [notWhole(`plan \`${plan.id}\` covers no day of`, plan.placeOf(['effective']), period)];
}

/** A period of the year so far that is covered in part, where the plan states no basis for it. */
function partOfPeriod(part: Part, periods: readonly Period[]): readonly Diagnostic[] {
  const { plan, assignment } = part;
  const partly = periods.find(
    (each) => overlaps(part, each) && (part.from > each.from || part.to < each.to),
  );
  if (!partly || plan.proration) return [];
  const isPlan = plan.effective.from > partly.from || plan.effective.to < partly.to;
  const whose = isPlan ? `plan \`${plan.id}\`` : `the assignment of \`${assignment.payee}\``;
  const place = isPlan ? plan.placeOf(['effective']) : assignment.place;
  return [notWhole(`${whose} covers only part of`, place, partly)];
}

function notWhole(what: string, place: Diagnostic['place'], { id, from, to }: Period): Diagnostic {
  const days = `${isoDate(from)} to ${isoDate(to)}`;
  const remedy =
    'state in the plan how a part is paid (`proration: calendar-days`, `workdays` or ' +
    '`whole-months`), or let it start and end with a payout period';
  return diagnose('assignment/part-of-period', place, `${what} ${id} (${days})`, remedy);
}

const READINGS =
  'state in the plan how it is read: `segments: separate` (each time by itself, then added) or ' +
  '`segments: blended` (quotas and target incentives added up, and one attainment over the whole)';

/** Two sets of figures in one time that is paid on are not joined by guessing. */
function unstated([before, after]: Change, periods: readonly Period[]): readonly Diagnostic[] {
  const { plan, assignment, from } = after;
  if (plan.segments || before.plan.id !== plan.id) return [];
  const both = periods.find((each) => overlaps(before, each) && overlaps(after, each));
  const { payee } = assignment;
  const { place } = after;
  const change =
    before.plan === plan
      ? `the figures of \`${payee}\` change on ${isoDate(from)}`
      : `\`${payee}\` is paid by version ${plan.version} from ${isoDate(from)} on`;
  if (both) {
    const what = `${change}, within ${both.id}`;
    const remedy = `${READINGS}; or let the change fall on the start of a payout period`;
    return [diagnose('assignment/changed-in-period', place, what, remedy)];
  }
  if (!plan.components.some(({ window }) => window !== 'period')) return [];
  const what = `${change}, and plan \`${plan.id}\` pays on the year to date`;
  return [diagnose('assignment/changed-in-year', place, what, READINGS)];
}

/** A change inside a month leaves that month to neither side where only whole months count. */
function lost([before, after]: Change, periods: readonly Period[]): readonly Diagnostic[] {
  const { plan, assignment } = after;
  const basis = plan.proration;
  const isOne = isBlended([before, after]);
  if (before.to + 1 !== after.from || !basis || before.plan.proration !== basis) return [];
  const period = periods.find((each) => overlaps(before, each) && overlaps(after, each));
  if (!period) return [];
  const covers = [before, after].map((part) => coverOf(period, part, basis));
  const whole = coverOf(period, { from: before.from, to: after.to }, basis);
  const isWhole = compareExact(sumOf(covers), whole) === 0;
  if (isWhole && (isOne || covers.every((cover) => cover.gt('0')))) return [];
  const change = `the figures of \`${assignment.payee}\` change on ${isoDate(after.from)}`;
  const what = isWhole
    ? `${change}, and by ${basis} one side has no part of ${period.id}`
    : `${change}, and by ${basis} a part of ${period.id} counts on neither side`;
  const remedy =
    'let the change fall on the first day of a month, or write `proration: calendar-days`';
  return [diagnose('segments/part-lost', after.place, what, remedy)];
}

/** Two versions may pay by different components, and have no attainment in common. */
function versionsBlended([before, after]: Change, periods: readonly Period[]) {
  const { plan, assignment, from } = after;
  const isOther = before.plan !== plan && before.plan.id === plan.id;
  const both = periods.find((each) => overlaps(before, each) && overlaps(after, each));
  const isLonger = plan.components.some(({ window }) => window !== 'period');
  if (plan.segments !== 'blended' || !isOther || !(both || isLonger)) return [];
  const what =
    `\`${assignment.payee}\` is paid by version ${plan.version} of plan \`${plan.id}\` from ` +
    `${isoDate(from)} on, and two versions are not blended`;
  const remedy = 'write `segments: separate`, or let the version start with a fiscal year';
  return [diagnose('segments/not-blended', plan.placeOf(['segments']), what, remedy)];
}

/** A level, such as an average deal, is no sum of the levels of two parts. */
function levelsBlended([before, after]: Change): readonly Diagnostic[] {
  const { plan, assignment } = after;
  if (!isBlended([before, after])) return [];
  const changed = plan.components.filter((component) => {
    if (!('quota' in component) || component.quota !== 'assigned') return false;
    const measure = measureLookedAt(component, plan);
    const [first, second] = [before, after].map((part) => part.quotas.get(component.id));
    return measure && !addsUp(measure) && !isSame(first, second);
  });
  return changed.map(({ id }) => {
    const isOwnRow = after.place === assignment.place;
    const place = isOwnRow ? assignment.placeOf(`quota.${id}`) : after.place;
    const what = `the quota of \`${assignment.payee}\` for \`${id}\` changes, and it is a level`;
    const remedy = 'write `segments: separate` in the plan: levels do not add up to a blended one';
    return diagnose('segments/not-blended', place, what, remedy);
  });
}

/** What two segments of one period do not each have for themselves. */
function notAdded([before, after]: Change, periods: readonly Period[]): readonly Diagnostic[] {
  const { plan, assignment } = after;
  const both = periods.find((each) => overlaps(before, each) && overlaps(after, each));
  if (isBlended([before, after]) || !both) return [];
  const twice = [...plan.measures.keys()].filter(
    (id) => isPeriodSum(plan, id) && isPeriodSum(before.plan, id),
  );
  const said = (what: string, remedy: string): Diagnostic =>
    diagnose('segments/not-added', after.place, `${what}, in ${both.id}`, remedy);
  const { payee } = assignment;
  return [
    ...twice.map((id) =>
      said(
        `a reported \`${id}\` is one figure for both times that \`${payee}\` is paid by`,
        'write `segments: blended`, or let the change fall on the start of a payout period',
      ),
    ),
    ...(isSettledAlike(before.plan, plan)
      ? []
      : [
          said(
            `\`${payee}\` moves between plans whose payments are settled differently`,
            'let the change fall on the start of a payout period, or give both plans the same ' +
              '`draw` and `negativePayment`',
          ),
        ]),
  ];
}

/** Whether two parts belong to one segment. */
function isBlended([before, after]: Change): boolean {
  return before.plan === after.plan && after.plan.segments === 'blended';
}

/** A payment is made in one currency. */
function notPaidOnce([before, after]: Change, periods: readonly Period[]): readonly Diagnostic[] {
  const both = periods.find((each) => overlaps(before, each) && overlaps(after, each));
  const currencies = [before, after].map(
    ({ assignment, plan }) => otherCurrency(assignment, plan) ?? plan.currency,
  );
  if (!both || currencies[0] === currencies[1]) return [];
  const { payee } = after.assignment;
  const what = `\`${payee}\` is paid in ${currencies.join(' and in ')} in ${both.id}`;
  const remedy = 'let the change fall on the start of a payout period: a payment has one currency';
  return [diagnose('segments/not-added', after.place, what, remedy)];
}

function isPeriodSum({ measures }: Plan, id: string): boolean {
  const measure = measures.get(id);
  return measure?.calculate === 'reported' && measure.combine === 'sum';
}

/** A period has one draw and one rule for a payment below zero. */
function isSettledAlike(before: Plan, after: Plan): boolean {
  const [draw, other] = [before.draw, after.draw];
  const drawsAlike =
    draw?.kind === other?.kind &&
    (!draw || isSame(draw.perPeriod, other?.perPeriod)) &&
    (!draw || before.rounding === after.rounding);
  return drawsAlike && before.negativePayment === after.negativePayment;
}

function isSame(left: Exact | undefined, right: Exact | undefined): boolean {
  return left !== undefined && right !== undefined && left.eq(right);
}
