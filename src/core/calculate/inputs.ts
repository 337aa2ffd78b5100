// Fills a worksheet's input cells with one payee's numbers: assignments, scores, reported figures,
// what earlier periods paid. In: the worksheet's inputs and the data. Out: data by input name;
// what is missing is a finding, unless the plan says what a missing score means.

import type { FiscalCalendar } from '../calendar.ts';
import type { ScoredItem } from '../components/component-kind.ts';
import { scoredItemsOf } from '../components/kinds.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import { type Exact, exactInteger, sumOf, ZERO } from '../exact-number.ts';
import {
  type Adjustment,
  OPEN_END,
  type PeriodData,
  type Span,
} from '../period-data/period-data.ts';
import { reportedFigure } from '../period-data/reported-figure.ts';
import type { Window } from '../plan/document.ts';
import { isEventHold, type Plan } from '../plan/plan.ts';
import { type Balances, balanceOf, dueForRelease } from '../settlement/balances.ts';
import type { PayoutRate } from '../settlement/payout-currency.ts';
import type { Datum } from '../worksheet/operations.ts';
import type { Input, InputSource } from '../worksheet/worksheet.ts';
import type { CompiledPlan, TimedPlan } from './compile.ts';
import { drawPeriods } from './draw-periods.ts';
import { givenScores } from './given-scores.ts';
import type { HeldBacks } from './held-back.ts';
import type { Part } from './parts.ts';
import type { Pools } from './pools.ts';
import { partOfYear, periodsCovered, weighedYear, yearCovered } from './proration.ts';
import type { Segment } from './segments.ts';
import { periodOf, periodsIn, type Timeframe } from './timeframe.ts';

/** What the year's earlier periods paid for a segment. */
export interface PaidEarlier {
  readonly byComponent: ReadonlyMap<string, Exact>;
  /** After limits, before the periods were settled. */
  readonly earned: Exact;
}

interface InputContext {
  readonly payee: string;
  readonly compiled: Pick<CompiledPlan, 'plan' | 'timeframe' | 'worksheet'> & {
    readonly segments: readonly TimedPlan[];
  };
  /** Those on the worksheet, in its order. */
  readonly segments: readonly Segment[];
  readonly data: PeriodData;
  readonly paidEarlier: (segment: Segment) => PaidEarlier;
  /** What each balance of the settlement stands at before this period. */
  readonly balances: Balances;
  /** Whether the payee leaves with this period. */
  readonly leaves: boolean;
  /** The days on which the payee has a draw. */
  readonly drawDays: Span | undefined;
  /** Whether the period is the payee's last of the year on a plan. */
  readonly ends: (plan: Plan) => boolean;
  readonly payoutRate?: PayoutRate;
  readonly calendar: FiscalCalendar;
  readonly adjustments: readonly Adjustment[];
  readonly pools: Pools;
  /** What clawbacks take in this period. */
  readonly takenBack: Exact;
  readonly held: HeldBacks;
}

/** What an input of one segment is resolved with; of the whole payment, with the last one. */
interface SegmentContext extends InputContext {
  readonly plan: Plan;
  readonly timeframe: Timeframe;
  readonly segment: Segment;
}

type Resolved = { readonly datum: Datum } | { readonly missing: readonly Diagnostic[] };

export function resolveInputs(context: InputContext): {
  readonly inputs: ReadonlyMap<string, Datum>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const inputs = new Map<string, Datum>();
  const diagnostics: Diagnostic[] = [];
  for (const input of context.compiled.worksheet.inputs) {
    const resolved = resolve(input, input.source, within(context, input.segment));
    if ('missing' in resolved) diagnostics.push(...resolved.missing);
    else inputs.set(input.name, resolved.datum);
  }
  return { inputs, diagnostics };
}

function within(context: InputContext, at = context.segments.length - 1): SegmentContext {
  const [segment, compiled] = [context.segments[at], context.compiled.segments[at]];
  if (!segment || !compiled) throw new Error(`no segment ${at}`);
  return { ...context, segment, plan: compiled.plan, timeframe: compiled.timeframe };
}

function resolve(input: Input, source: InputSource, context: SegmentContext): Resolved {
  const { segment, paidEarlier } = context;
  switch (source.from) {
    case 'targetIncentive':
      return { datum: partIn(segment, source.part).assignment.targetIncentive };
    case 'quota':
      return { datum: partIn(segment, source.part).quotas.get(source.component) };
    case 'rate':
      return { datum: context.payoutRate?.found.rate };
    case 'ramp':
      return { datum: partIn(segment, source.part).ramp[source.of] };
    case 'part':
      return {
        datum: input.segment === undefined ? allOf(source, context) : partOf(source, context),
      };
    case 'paidEarlier':
      return { datum: paidEarlier(segment).byComponent.get(source.component) ?? ZERO };
    case 'paidThisYear':
      return { datum: paidEarlier(segment).earned };
    case 'balance':
      return { datum: balanceOf(source.balance, context.balances) };
    case 'heldDue':
      return { datum: heldDue(source.hold, context) };
    case 'held':
      return { datum: context.held.get(source.hold)?.[source.of] ?? ZERO };
    case 'drawPeriods':
      return drawOf(input, context);
    case 'drawEnds':
      return { datum: drawEnds(context) };
    case 'leaves':
      return { datum: context.leaves };
    case 'ends':
      return { datum: context.ends(segment.plan) };
    case 'adjustments':
      return { datum: sumOf(context.adjustments.map(({ amount }) => amount)) };
    case 'pool':
      return poolFigure(source, context);
    case 'takenBack':
      return { datum: context.takenBack };
    case 'score':
      return scoreOf(input, source, context);
    case 'reported':
      return reportedOf(input, source, context);
    case 'supposed':
      return { datum: supposedFigure(source, context) };
  }
}

function supposedFigure(
  { measure, window }: Extract<InputSource, { from: 'supposed' }>,
  { data, payee, timeframe }: SegmentContext,
): Exact {
  const { id } = periodOf(timeframe);
  const found = data.supposed?.find(
    (each) =>
      each.payee === payee &&
      each.period === id &&
      each.measure === measure &&
      each.window === window,
  );
  if (!found) throw new Error(`nothing is supposed of ${measure}`);
  return found.figure;
}

function drawEnds({ leaves, drawDays, timeframe }: SegmentContext): boolean {
  return leaves || (drawDays?.to ?? OPEN_END) <= periodOf(timeframe).to;
}

function drawOf(
  { clause }: Input,
  { segments, drawDays, timeframe, plan }: SegmentContext,
): Resolved {
  const period = periodOf(timeframe);
  const parts = segments.flatMap((each) => each.parts);
  const datum = drawPeriods(parts, drawDays, period);
  if (datum) return { datum };
  const what = `the draw of plan \`${plan.id}\` covers only part of ${period.id}`;
  const remedy =
    'state in the plan how a part is paid (`proration: calendar-days`, `workdays` or ' +
    '`whole-months`), or let the draw start and end with a payout period';
  return { missing: [diagnose('assignment/part-of-period', clause, what, remedy)] };
}

function partIn({ parts }: Segment, part = 0): Part {
  const found = parts[part];
  if (!found) throw new Error(`no part ${part}`);
  return found;
}

function heldDue(id: string, { compiled, balances, calendar }: InputContext): Exact {
  const hold = compiled.plan.holds.find((each) => each.id === id);
  if (!hold || isEventHold(hold)) throw new Error(`no hold ${id}`);
  return dueForRelease(hold, balances, periodOf(compiled.timeframe), calendar);
}

function poolFigure(
  { component, of }: Extract<InputSource, { from: 'pool' }>,
  { pools, payee, segment, timeframe: { index } }: SegmentContext,
): Resolved {
  const figure = pools.figure(of, { payee, segment, component, index });
  return figure.ok ? { datum: figure.product } : { missing: figure.diagnostics };
}

type PartSource = Extract<InputSource, { from: 'part' }>;

/** What all segments of the period cover together. */
function allOf(source: PartSource, context: SegmentContext): Exact {
  return sumOf(context.segments.map((_, at) => partOf(source, within(context, at))));
}

/** What one part of a segment covers, or all of them. */
function partOf(source: PartSource, { plan, timeframe, segment }: SegmentContext): Exact {
  const { proration, periodWeights } = plan;
  const window = source.window as Window;
  const parts = source.part === undefined ? segment.parts : [partIn(segment, source.part)];
  const covers = parts.map((part) => {
    if (source.of === 'year') return yearCovered(timeframe, part, proration);
    if (source.of === 'targetOfYear')
      return weighedYear(timeframe, periodWeights.targetIncentive, part, proration);
    return source.of === 'periods'
      ? periodsCovered(timeframe, window, part, proration)
      : partOfYear(timeframe, window, periodWeights[source.of], part, proration);
  });
  return sumOf(covers);
}

function scoreOf(
  input: Input,
  { component, goal }: Extract<InputSource, { from: 'score' }>,
  context: SegmentContext,
): Resolved {
  const { plan, payee } = context;
  const asking = plan.components.find(({ id }) => id === component);
  const item = asking && scoredItemsOf(asking).find((each) => each.goal === goal);
  if (!asking || !item) throw new Error(`no goal ${component}/${goal}`);
  const { scores, missing } = givenScores(context, asking, item);
  if (missing.length === 0 || item.whenMissing === 'zero') {
    return { datum: combined(scores, item.combine) };
  }
  const periods = missing.map(({ id }) => id).join(', ');
  const what = `\`${payee}\` has no score for \`${component}/${goal}\` in ${periods}`;
  const remedy =
    'missingScore' in asking
      ? 'enter the score, or write `missingScore: zero` in the plan if that is agreed'
      : 'enter the score, from 0% to 100%';
  return { missing: [diagnose('calculation/score-missing', input.clause, what, remedy)] };
}

/** A missing one of which the mean is made counts as nothing. */
function combined(scores: readonly (Exact | undefined)[], how: ScoredItem['combine']): Datum {
  if (how === 'latest') return scores.at(-1);
  if (how === 'last-given') return scores.findLast((score) => score !== undefined);
  const given = scores.map((score) => score ?? ZERO);
  return sumOf(given).div(exactInteger(given.length));
}

function reportedOf(
  input: Input,
  { measure: id, window }: Extract<InputSource, { from: 'reported' }>,
  { plan, timeframe, payee, data }: SegmentContext,
): Resolved {
  const measure = plan.measures.get(id);
  const isSummed = measure?.calculate === 'reported' && measure.combine === 'sum';
  const covered = periodsIn(timeframe, window as Window);
  const wanted = isSummed ? covered : covered.slice(-1);
  const figures = wanted.map((period) => reportedFigure(data, id, period.id, payee));
  const missing = wanted.filter((_, index) => figures[index] === undefined);
  if (missing.length === 0) return { datum: sumOf(figures as Exact[]) };
  const periods = missing.map((period) => period.id).join(', ');
  const forWhom = `needed for \`${payee}\``;
  const what = `no figure is reported for \`${id}\` in ${periods} (${forWhom})`;
  return {
    missing: [
      diagnose(
        'calculation/figure-missing',
        input.clause,
        what,
        'add a row with the figure to the reported figures',
      ),
    ],
  };
}
