// One payee's periods of the fiscal year in order, each knowing what the earlier ones paid, so that
// true-ups, balances and clawbacks are right. In: the payee's year and the earlier ones.
// Out: the calculation of the period asked for, or what stood in its way. Source: ENGINE.md, 4.

import type { Period } from '../calendar.ts';
import { type Diagnostic, diagnose, type Outcome, outcomeOf } from '../diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import { balanceFindings } from './balance-findings.ts';
import type { CalculationRequest, EarlierPayout, PayeeCalculation } from './calculate.ts';
import {
  calculatePeriod,
  firstPart,
  type PayeeYear,
  type PeriodContext,
  payoutOf,
} from './calculate-period.ts';
import type { CompiledPlan } from './compile.ts';
import { heldBack, heldTogether } from './held-back.ts';
import { negativeFindings } from './negative-findings.ts';
import { earlierYears } from './payee-years.ts';
import { isInPeriod } from './segments.ts';
import {
  type EventSpan,
  type TakenBack,
  takenBack,
  takenTogether,
  type YearSoFar,
} from './taken-back.ts';
import { YearHistory } from './year-history.ts';

export function calculatePayee(
  year: PayeeYear,
  request: CalculationRequest,
): Outcome<PayeeCalculation> {
  const context = contextOf(year, request);
  if (!context.ok) return context;
  const outcome = settledIn(year, request.period.index, context.product);
  return { ...outcome, diagnostics: [...context.diagnostics, ...outcome.diagnostics] };
}

/** How the period asked for stands in its year: what earlier ones paid, and what is taken back. */
export function contextOf(year: PayeeYear, request: CalculationRequest): Outcome<PeriodContext> {
  const { period } = request;
  const history = new YearHistory(year);
  const past = earlierYears(year, request);
  const unclear = [...history.diagnostics, ...past.diagnostics];
  if (!past.ok || unclear.length > 0) return outcomeOf<PeriodContext>(undefined, unclear);
  const histories = { history, past: past.product };
  const earlier: EarlierPayout[] = [];
  const warnings: Diagnostic[] = [];
  for (const index of history.paidBefore(period.index)) {
    const outcome = earlierIn(histories, index, earlier);
    if (outcome.ok) earlier.push(payoutOf(outcome.product));
    else if (needsEarlier(year, period)) return outcome;
    else warnings.push(leftOut(year, index));
  }
  const context = contextIn(histories, period.index, earlier);
  return { ...context, diagnostics: [...warnings, ...context.diagnostics] };
}

/** This fiscal year, and those before it that clawbacks may reach into. */
interface Histories {
  readonly history: YearHistory;
  readonly past: readonly YearHistory[];
}

function earlierIn(
  histories: Histories,
  index: number,
  earlier: readonly EarlierPayout[],
): Outcome<PayeeCalculation> {
  const context = contextIn(histories, index, earlier);
  return context.ok ? settledIn(histories.history.year, index, context.product) : context;
}

function contextIn(
  histories: Histories,
  index: number,
  earlier: readonly EarlierPayout[],
): Outcome<PeriodContext> {
  const { history } = histories;
  const { to } = history.year.periods[index] as Period;
  const withdrawn = history.withdrawnBy(to);
  const asIf = withdrawn.size > 0 ? history.before(index, withdrawn) : outcomeOf(earlier, []);
  if (!asIf.ok) return asIf;
  const taken = overYears(histories, index, takenBack);
  if (!taken.ok) return taken;
  const held = overYears(histories, index, heldBack);
  if (!held.ok) return held;
  const settled = {
    takenBack: takenTogether(taken.product),
    held: heldTogether(held.product),
  };
  const opening = firstPart(history.year.segments).assignment.balances;
  const balances = earlier.at(-1)?.balances ?? opening;
  const about = { earlier, asIf: asIf.product, withdrawn, balances };
  return outcomeOf({ ...about, ...settled }, taken.diagnostics);
}

/** What a period pays, once everything that earlier ones do to it is known. */
export function settledIn(
  year: PayeeYear,
  index: number,
  context: PeriodContext,
): Outcome<PayeeCalculation> {
  const outcome = calculatePeriod(year, index, context);
  if (!outcome.ok) return outcome;
  const { compiled, values, payee } = outcome.product;
  const unstated = [
    ...negativeFindings(compiled, values, payee.id),
    ...homelessFindings(compiled, context.takenBack, payee.id),
  ];
  const found = [...unstated, ...balanceFindings(outcome.product)];
  return outcomeOf(unstated.length > 0 ? undefined : outcome.product, found);
}

/** What a look into each year found in what it paid, the earliest year first. */
function overYears<Found>(
  { history, past }: Histories,
  index: number,
  look: (year: YearSoFar, span: EventSpan) => Outcome<Found>,
): Outcome<readonly Found[]> {
  const { to: until } = history.year.periods[index] as Period;
  const after = history.lookedAtBefore(index);
  const years: readonly YearSoFar[] = [
    ...past.map((each) => ({ history: each, index: each.year.periods.length })),
    { history, index },
  ];
  const outcomes = years.map((year, at) =>
    look(year, { later: years.slice(at + 1), after, until }),
  );
  const diagnostics = outcomes.flatMap((each) => each.diagnostics);
  const found = outcomes.flatMap((each) => (each.ok ? [each.product] : []));
  return outcomeOf(found.length < outcomes.length ? undefined : found, diagnostics);
}

/** What was paid under a plan with clawbacks, while the period is settled by one without. */
function homelessFindings(
  { plan }: CompiledPlan,
  { due, deals }: TakenBack,
  payee: string,
): readonly Diagnostic[] {
  if (plan.clawback || due.isZero) return [];
  const listed = deals.flatMap((each) => each.deals.map((id) => `\`${id}\``)).join(', ');
  const what =
    `\`${payee}\` was paid for ${listed}, now taken back, and plan \`${plan.id}\` has no ` +
    'clawback';
  const remedy = 'add `clawback` to that plan too, or clear the date and write an adjustment';
  return [diagnose('calculation/clawback-unstated', plan.placeOf(['plan']), what, remedy)];
}

/**
 * True-ups, balances, clawbacks and limits of the year stand on what earlier periods paid; other
 * payouts do not.
 */
function needsEarlier({ segments, worksheetFor }: PayeeYear, period: Period): boolean {
  const current = segments.filter((each) => isInPeriod(each, period.index));
  const { settlement } = worksheetFor(current, period);
  return settlement.balances.length > 0 || current.some(({ plan }) => standsOnEarlier(plan));
}

function standsOnEarlier({ components, clawback, planCap, planFloor }: Plan): boolean {
  const isOfYear = [planCap, planFloor].some((limit) => limit?.over === 'year');
  const isToDate = components.some(({ window }) => window === 'year-to-date');
  return isToDate || isOfYear || clawback !== undefined;
}

function leftOut({ payee, segments, periods }: PayeeYear, index: number): Diagnostic {
  const current = segments.filter((each) => isInPeriod(each, index));
  const { id } = periods[index] as Period;
  const { place } = firstPart(current).assignment;
  const what = `${id} of \`${payee}\` cannot be calculated from this data`;
  const remedy = `see \`ontarget calculate … --period ${id}\` for what is missing`;
  return diagnose('calculation/earlier-period', place, what, remedy);
}
