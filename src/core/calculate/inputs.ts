// Fills a worksheet's input cells with one payee's numbers: assignment, scores, reported figures,
// what earlier periods paid. In: the worksheet's inputs and the data. Out: data by input name;
// what is missing is a finding, unless the plan says what a missing score means.

import type { ScoredItem } from '../components/component-kind.ts';
import { scoredItemsOf } from '../components/kinds.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { type Exact, exactInteger, sumOf, ZERO } from '../exact-number.ts';
import type { Adjustment, Assignment, PeriodData, Span } from '../period-data/period-data.ts';
import { isScoreOf } from '../period-data/score-scope.ts';
import type { Window } from '../plan/document.ts';
import type { Datum } from '../worksheet/operations.ts';
import type { Input, InputSource } from '../worksheet/worksheet.ts';
import type { CompiledPlan } from './compile.ts';
import { partOfYear, periodsCovered } from './proration.ts';
import { periodsIn } from './timeframe.ts';

export interface InputContext {
  readonly compiled: CompiledPlan;
  readonly assignment: Assignment;
  /** The days for which the payee is on the plan. */
  readonly covered: Span;
  readonly data: PeriodData;
  /** Payouts of the year's earlier periods, by component. */
  readonly paidEarlier: ReadonlyMap<string, Exact>;
  /** What the year's earlier periods earned, before their settlement. */
  readonly paidThisYear: Exact;
  /** What each balance of the settlement stood at when the last period of the year closed. */
  readonly balances: ReadonlyMap<string, Exact>;
  readonly adjustments: readonly Adjustment[];
}

type Resolved = { readonly datum: Datum } | { readonly missing: Diagnostic };

export function resolveInputs(context: InputContext): {
  readonly inputs: ReadonlyMap<string, Datum>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const inputs = new Map<string, Datum>();
  const diagnostics: Diagnostic[] = [];
  for (const input of context.compiled.worksheet.inputs) {
    const resolved = resolve(input, input.source, context);
    if ('missing' in resolved) diagnostics.push(resolved.missing);
    else inputs.set(input.name, resolved.datum);
  }
  return { inputs, diagnostics };
}

function resolve(input: Input, source: InputSource, context: InputContext): Resolved {
  const { assignment, paidEarlier } = context;
  switch (source.from) {
    case 'targetIncentive':
      return { datum: assignment.targetIncentive };
    case 'quota':
      return { datum: assignment.quotas.get(source.component) };
    case 'part':
      return { datum: partOf(source, context) };
    case 'paidEarlier':
      return { datum: paidEarlier.get(source.component) ?? ZERO };
    case 'paidThisYear':
      return { datum: context.paidThisYear };
    case 'balance':
      return { datum: balanceBefore(source.balance, context) };
    case 'adjustments':
      return { datum: sumOf(context.adjustments.map(({ amount }) => amount)) };
    case 'score':
      return scoreOf(input, source, context);
    case 'reported':
      return reportedOf(input, source, context);
  }
}

/** From the last period of the year, or else what came with the assignment from before the year. */
function balanceBefore(id: string, { balances, assignment }: InputContext): Exact {
  return balances.get(id) ?? assignment.balances.get(id) ?? ZERO;
}

function partOf(
  { of, window }: Extract<InputSource, { from: 'part' }>,
  { compiled, covered }: InputContext,
): Exact {
  const { timeframe, plan } = compiled;
  const { proration, periodWeights } = plan;
  const within = window as Window;
  return of === 'periods'
    ? periodsCovered(timeframe, within, covered, proration)
    : partOfYear(timeframe, within, periodWeights[of], covered, proration);
}

function scoreOf(
  input: Input,
  { component, goal }: Extract<InputSource, { from: 'score' }>,
  context: InputContext,
): Resolved {
  const { compiled, assignment } = context;
  const asking = compiled.plan.components.find(({ id }) => id === component);
  const item = asking && scoredItemsOf(asking).find((each) => each.goal === goal);
  if (!asking || !item) throw new Error(`no goal ${component}/${goal}`);
  const covered = periodsIn(compiled.timeframe, asking.window);
  const scores = covered.map((period) => givenScore(context, component, goal, period.id));
  const needed =
    item.combine === 'average' ? covered.map((_, index) => index) : [scores.length - 1];
  const missing = needed.filter((index) => scores[index] === undefined);
  if (item.combine === 'last-given' && asking.window !== 'period') {
    const last = scores.findLast((score) => score !== undefined);
    if (last) return { datum: last };
  } else if (missing.length === 0 || item.whenMissing === 'zero') {
    return { datum: combined(scores, item.combine) };
  }
  const periods = missing.map((index) => covered[index]?.id).join(', ');
  const what = `\`${assignment.payee}\` has no score for \`${component}/${goal}\` in ${periods}`;
  const remedy =
    'missingScore' in asking
      ? 'enter the score, or write `missingScore: zero` in the plan if that is agreed'
      : 'enter the score, from 0% to 100%';
  return { missing: diagnose('calculation/score-missing', input.clause, what, remedy) };
}

/** The last period's score, or the mean of all, a missing one counting as nothing. */
function combined(scores: readonly (Exact | undefined)[], how: ScoredItem['combine']): Datum {
  if (how !== 'average') return scores.at(-1);
  const given = scores.map((score) => score ?? ZERO);
  return sumOf(given).div(exactInteger(given.length));
}

function givenScore(
  { data, assignment, compiled }: InputContext,
  component: string,
  goal: string,
  period: string,
): Exact | undefined {
  return data.scores.find(
    (score) =>
      isScoreOf(score, assignment.payee, compiled.plan.id) &&
      score.period === period &&
      score.component === component &&
      score.goal === goal,
  )?.score;
}

function reportedOf(
  input: Input,
  { measure: id, window }: Extract<InputSource, { from: 'reported' }>,
  { compiled, assignment, data }: InputContext,
): Resolved {
  const measure = compiled.plan.measures.get(id);
  const isSummed = measure?.calculate === 'reported' && measure.combine === 'sum';
  const covered = periodsIn(compiled.timeframe, window as Window);
  const wanted = isSummed ? covered : covered.slice(-1);
  const figures = wanted.map((period) => figureFor(data, id, period.id, assignment.payee));
  const missing = wanted.filter((_, index) => figures[index] === undefined);
  if (missing.length === 0) return { datum: sumOf(figures as Exact[]) };
  const periods = missing.map((period) => period.id).join(', ');
  const forWhom = `needed for \`${assignment.payee}\``;
  const what = `no figure is reported for \`${id}\` in ${periods} (${forWhom})`;
  return {
    missing: diagnose(
      'calculation/figure-missing',
      input.clause,
      what,
      'add a row with the figure to the reported figures',
    ),
  };
}

/** A payee's own figure goes before the one for everybody. */
function figureFor(data: PeriodData, id: string, period: string, payee: string): Exact | undefined {
  const rows = data.reported.filter((row) => row.measure === id && row.period === period);
  const own = rows.find((row) => row.payee === payee);
  return (own ?? rows.find((row) => row.payee === undefined))?.figure;
}
