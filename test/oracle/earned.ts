// What a component earns by itself, before modifiers, gates and limits: a factor of its part of
// the target incentive, or money. In: the component as written and a payee's window. Out: the
// earning, or a refusal. Source: ENGINE.md section 6 (component kinds).

import { coverOf } from './fiscal-periods.ts';
import { Fraction, highest, lowest, ONE, total, ZERO } from './fraction.ts';
import { creditedFigures, type Look, measured, Refusal } from './measured.ts';
import { paidByCurve } from './paid-by-curve.ts';
import type { ComponentDocument, KeyResultDocument, MeasureDocument, Row } from './scenario.ts';

export interface Window extends Look {
  readonly assignment: Row;
  /** The window's first period as an index into the year; part sizes hang on it. */
  readonly first: number;
}

export type Earned = { readonly factor: Fraction } | { readonly money: Fraction };

export function earned(component: ComponentDocument, window: Window): Earned {
  switch (component.kind) {
    case 'kpi':
    case 'okr':
    case 'mbo':
      return { factor: curved(component, runsOn(component, window), window) };
    case 'commission':
    case 'override':
      return { money: onRates(component, window) };
    case 'spiff':
      return {
        money: measured(component.measure ?? '', window).times(Fraction.of(component.each ?? '')),
      };
    default:
      throw new Error(`no kind ${component.kind}`);
  }
}

/** The number that a component's curve runs on; of rates, the money or its part of the quota. */
export function runsOn(component: ComponentDocument, window: Window): Fraction {
  switch (component.kind) {
    case 'kpi':
      return attained(component, window);
    case 'okr':
      return keyResultScore(component, window);
    case 'mbo':
      return goalScore(component, window);
    default: {
      const result = measured(component.measure ?? '', window);
      return isOnQuota(component) ? divided(result, quotaOf(component, window)) : result;
    }
  }
}

function curved({ curve }: ComponentDocument, on: Fraction, look: Look): Fraction {
  if (!curve) throw new Error('no curve');
  const across = curve.across === undefined ? undefined : measured(curve.across, look);
  return paidByCurve(curve, on, across);
}

function attained(component: ComponentDocument, window: Window): Fraction {
  const result = measured(component.measure ?? '', window);
  if (component.attainment === 'none') return result;
  const attainment = held(component, result, quotaOf(component, window));
  const { attainmentCap } = component;
  return attainmentCap ? lowest(attainment, Fraction.of(attainmentCap)) : attainment;
}

function held(
  { attainment, baseline = '0' }: ComponentDocument,
  result: Fraction,
  quota: Fraction,
): Fraction {
  const start = Fraction.of(baseline);
  switch (attainment) {
    case 'ratio':
      return divided(result, quota);
    case 'inverse':
      return divided(quota, result);
    case 'mirror':
      return Fraction.whole(2).minus(divided(result, quota));
    case 'progress':
      return divided(result.minus(start), quota.minus(start));
    default:
      throw new Error(`no attainment ${attainment}`);
  }
}

function divided(over: Fraction, under: Fraction): Fraction {
  if (under.isZero) throw new Refusal('divided by zero');
  return over.dividedBy(under);
}

/** An annual figure falls into the window by its periods' weights; a level holds as it is. */
function quotaOf({ id, quota, measure }: ComponentDocument, window: Window): Fraction {
  if (quota === undefined) throw new Error('no quota');
  if (quota === 'assigned') {
    const annual = Fraction.of(window.assignment[`quota.${id}`] ?? '');
    const counted = window.scenario.plan.measures[measure ?? ''];
    return counted && addsUp(counted) ? annual.times(partOfYear('quota', window)) : annual;
  }
  if (quota.level !== undefined) return Fraction.of(quota.level);
  if (quota.perPeriod !== undefined) {
    return Fraction.of(quota.perPeriod).times(total(coversOf(window)));
  }
  return Fraction.of(quota.annual ?? '').times(partOfYear('quota', window));
}

function addsUp({ calculate, combine }: MeasureDocument): boolean {
  return ['sum', 'count', 'distinct'].includes(calculate) || combine === 'sum';
}

/** The part of each of the window's periods that the payee is on the plan for. */
export function coversOf({ scenario, periods, covered }: Window): readonly Fraction[] {
  return periods.map((period) => coverOf(period, covered, scenario.plan.proration));
}

export function partOfYear(of: 'quota' | 'targetIncentive', window: Window): Fraction {
  const { payoutPeriod, periodWeights } = window.scenario.plan;
  const weights = periodWeights?.[of] ?? 'even';
  const perYear = { month: 12, quarter: 4, 'half-year': 2, year: 1 }[payoutPeriod];
  const weightOf = (index: number): Fraction =>
    weights === 'even'
      ? ONE.dividedBy(Fraction.whole(perYear))
      : Fraction.of(weights[index] as string);
  return total(coversOf(window).map((cover, index) => weightOf(window.first + index).times(cover)));
}

/** Rates on money: on each deal's, on all of it, or on a quota's parts where tiers are percents. */
function onRates(component: ComponentDocument, window: Window): Fraction {
  const { measure = '', per } = component;
  if (per === 'deal') {
    const figures = creditedFigures(measure, window);
    return total(figures.map((figure) => onDeal(component, figure, window)));
  }
  const paid = curved(component, runsOn(component, window), window);
  return isOnQuota(component) ? paid.times(quotaOf(component, window)) : paid;
}

/** A cancellation takes back what a deal of its size earns. */
function onDeal(component: ComponentDocument, figure: Fraction, window: Window): Fraction {
  if (!figure.isBelow(ZERO)) return curved(component, figure, window);
  const size = ZERO.minus(figure);
  return ZERO.minus(curved(component, size, window));
}

function isOnQuota({ quota, curve }: ComponentDocument): boolean {
  const starts = curve?.tiers?.map(({ from }) => from) ?? [];
  return quota !== undefined && starts.some((from) => from.endsWith('%') && from !== '0%');
}

function keyResultScore({ id, keyResults = [] }: ComponentDocument, window: Window): Fraction {
  return total(keyResults.map((each) => Fraction.of(each.weight).times(scoreOf(each, id, window))));
}

function scoreOf(keyResult: KeyResultDocument, component: string, window: Window): Fraction {
  const { measure, raise, lower, baseline, range, scoreCap = '100%' } = keyResult;
  if (keyResult.milestone) return lastGiven(component, keyResult.id, window);
  const result = measured(measure ?? '', window);
  const line = raise ?? lower;
  if (line) {
    const progress = between(result, line.from, line.to);
    return highest(ZERO, lowest(Fraction.of(scoreCap), progress));
  }
  if (baseline) {
    const { atLeast, atMost = '' } = baseline;
    const isKept =
      atLeast === undefined
        ? !Fraction.of(atMost).isBelow(result)
        : !result.isBelow(Fraction.of(atLeast));
    return isKept ? ONE : ZERO;
  }
  if (!range) throw new Error('no way to score');
  const along = between(result, range.acceptable, range.full);
  if (along.isBelow(ZERO)) return ZERO;
  const least = Fraction.of(range.acceptableScore);
  return least.plus(lowest(along, ONE).times(ONE.minus(least)));
}

/** How far a result has come from one figure to another, whichever of them is higher. */
function between(result: Fraction, from: string, to: string): Fraction {
  const start = Fraction.of(from);
  return result.minus(start).dividedBy(Fraction.of(to).minus(start));
}

/** A milestone stays reached: the last score that was given; over one period, that period's. */
function lastGiven(component: string, goal: string, window: Window): Fraction {
  const given = scoresOf(component, goal, window).findLast((score) => score !== undefined);
  if (!given) throw new Refusal(`${goal} is not scored`);
  return given;
}

function goalScore(component: ComponentDocument, window: Window): Fraction {
  const { id, goals = [], missingScore, combine } = component;
  const scoreOfGoal = (goal: string): Fraction => {
    const scores = scoresOf(id, goal, window);
    const counting = combine === 'average' ? scores : scores.slice(-1);
    if (missingScore === 'stop' && counting.includes(undefined)) {
      throw new Refusal(`${goal} is not scored`);
    }
    const sum = total(counting.map((score) => score ?? ZERO));
    return sum.dividedBy(Fraction.whole(counting.length));
  };
  return total(goals.map((goal) => Fraction.of(goal.weight).times(scoreOfGoal(goal.id))));
}

function scoresOf(
  component: string,
  goal: string,
  { scenario, payee, periods }: Look,
): readonly (Fraction | undefined)[] {
  return periods.map(({ id }) => {
    const row = scenario.tables.scores.find(
      (each) =>
        isFor(each, payee, scenario.plan.plan) &&
        each['period'] === id &&
        each['component'] === component &&
        each['goal'] === goal,
    );
    return row && Fraction.of(row['score'] ?? '');
  });
}

/** A score names a payee, or holds for all payees of a plan, or for everybody. */
function isFor(score: Row, payee: string, plan: string): boolean {
  if (score['payee']) return score['payee'] === payee;
  return !score['plan'] || score['plan'] === plan;
}
