// One component under the lens: what it pays for any argument of its curve (an attainment, a score,
// or the result itself) while all gates are met, nothing modifies it and everything else stands at
// its target; over the last period of the year, when everything is measured. All answers come from
// the cells that pay. In: a plan held at figures. Out: payouts, factors, and where to look.

import type { ComponentFigures } from '../calculate/compile-segment.ts';
import { periodOf } from '../calculate/timeframe.ts';
import { type Component, curveOf, fullPayOf, partsOf, scoredItemsOf } from '../components/kinds.ts';
import { type Curve, curveAcross, curveRowFields, writtenRows } from '../curves/kinds.ts';
import { compareExact, type Exact, largest, ONE, smallest, ZERO } from '../exact-number.ts';
import { measureColumn } from '../measures/measure-cells.ts';
import type { Gate, Link, Plan } from '../plan/plan.ts';
import type { DocumentPath } from '../source.ts';
import type { Named } from '../worksheet/exact.ts';
import type { Datum, Formula, Unit } from '../worksheet/operations.ts';
import { type Breakpoints, breakpointsOf, HAIR, rising } from './breakpoints.ts';
import type { NominalFigures } from './nominal-figures.ts';
import type { PinnedPlan, Pins, SampleDeal } from './pinned-plan.ts';
import { lowestOf, reachOf } from './reach.ts';

export class ComponentLook {
  readonly cells: ComponentFigures;
  readonly figures: NominalFigures;
  readonly breakpoints: Breakpoints;
  /** The most that the argument can come to; undefined where it has no end. */
  readonly highest: Exact | undefined;
  /** The least that it can come to. */
  readonly lowest: Exact | undefined;
  readonly #pinned: PinnedPlan;
  readonly #held: Pins;
  readonly #argument: string;
  readonly #known = new Map<string, Named<Datum>>();

  constructor(pinned: PinnedPlan, cells: ComponentFigures, figures: NominalFigures, held: Pins) {
    this.cells = cells;
    this.figures = figures;
    this.#pinned = pinned;
    this.#argument = argumentOf(cells) ?? '';
    this.#held = held;
    this.breakpoints = breakpointsOf(pinned.compiled.worksheet, this.#runsOn());
    this.lowest = lowestOf(this);
    const [end, ...others] = [...reachOf(this), ...this.breakpoints.limits];
    this.highest = end && smallest(end, ...others);
  }

  get plan(): Plan {
    return this.#pinned.compiled.plan;
  }

  get component(): Component {
    return this.cells.component;
  }

  get curve(): Curve | undefined {
    return curveOf(this.component);
  }

  get path(): DocumentPath {
    return ['components', this.cells.index];
  }

  /** Money of the window: the payout, or what is due to date over the year to date. */
  payoutAt(argument: Exact): Exact {
    return this.#paidIn(this.#at(argument));
  }

  /** What the curve makes of it; none for components that earn money. */
  factorAt(argument: Exact): Exact | undefined {
    const { curveFactor } = this.cells;
    return curveFactor === undefined ? undefined : (this.#at(argument).get(curveFactor) as Exact);
  }

  /** Whether somebody is paid less for an argument when a gate or link (its cell) is not met. */
  isLostAt(argument: Exact, condition: string): boolean {
    const { total } = this.#pinned.compiled;
    const met = this.#at(argument);
    const missed = this.#missing(argument, condition);
    const differs = (left: Datum, right: Datum): boolean => !(left as Exact).eq(right as Exact);
    return (
      differs(this.#paidIn(met), this.#paidIn(missed)) || differs(met.get(total), missed.get(total))
    );
  }

  /** What is paid for an argument when a gate or link (its cell) is not met. */
  payoutMissing(argument: Exact, condition: string): Exact {
    return this.#paidIn(this.#missing(argument, condition));
  }

  /** Whether a gate is met when its measure stands at a figure. */
  isMetAt(figure: Exact, gate: string): boolean | undefined {
    const judged = this.#pinned.segment.gates.find((each) => each.gate.id === gate)?.judged;
    if (!judged) return undefined;
    return this.#pinned.evaluate(new Map([[judged.result, figure]])).get(judged.met) as boolean;
  }

  /** Cell of whether a gate or link is met. */
  metCellOf(sought: Gate | Link): string | undefined {
    const { gates, links } = this.#pinned.segment;
    const found =
      gates.find(({ gate }) => gate === sought) ?? links.find(({ link }) => link === sought);
    return found?.judged?.met;
  }

  /** The attainment that a result of the measure makes; unknown where it divides by zero. */
  attainmentOf(result: Exact): Exact | undefined {
    const { attainment, result: cell } = this.cells;
    if (attainment === undefined || cell === undefined) return undefined;
    const pins = new Map<string, Datum>([...this.#held, [cell, result]]);
    pins.delete(this.#argument);
    return this.#pinned.evaluate(pins).get(attainment) as Exact | undefined;
  }

  /** The component's part of the target incentive, over its window. */
  get targetIncentive(): Exact | undefined {
    const { targetIncentive } = this.cells;
    return targetIncentive === undefined
      ? undefined
      : (this.#at(ONE).get(targetIncentive) as Exact);
  }

  /** The quota of the window; unknown where it stands in assignments and there are none. */
  get quota(): Exact | undefined {
    const { component, quota } = this.cells;
    const isAssigned = 'quota' in component && component.quota === 'assigned';
    if (quota === undefined || (isAssigned && !this.figures.isReal)) return undefined;
    return this.#at(ONE).get(quota) as Exact;
  }

  /** Where its full part of the target incentive belongs; unknown where nothing says so. */
  get fullPayAt(): Exact | undefined {
    const { component, cells } = this;
    if (cells.attainment === undefined || acrossOf(component)) return undefined;
    return fullPayOf(component.kind) === 'at-target' ? ONE : this.#firstFullPay();
  }

  /** Unit of the argument. */
  get unit(): Unit {
    return this.cells.attainment === undefined ? (this.cells.resultUnit ?? 'number') : 'ratio';
  }

  get argumentNoun(): 'score' | 'attainment' | 'result' {
    if (this.isScore) return 'score';
    return this.cells.attainment === undefined ? 'result' : 'attainment';
  }

  /** The argument is the weighted score of key results or goals. */
  get isScore(): boolean {
    return this.cells.attainment !== undefined && this.cells.attainment === this.cells.result;
  }

  /** All of it is judged by people: no result of it can be sold a dollar more of. */
  get isJudged(): boolean {
    const parts = partsOf(this.component);
    return parts.length > 0 && scoredItemsOf(this.component).length === parts.length;
  }

  /** Its tiers look at each deal by itself. */
  get isPerDeal(): boolean {
    return 'per' in this.component && this.component.per === 'deal';
  }

  /** Each breakpoint that can be reached, with a hair to both sides, and the ends. */
  get samples(): readonly Exact[] {
    const { lowest, highest, breakpoints } = this;
    const near = breakpoints.at.flatMap((at) => [at.minus(HAIR), at, at.plus(HAIR)]);
    const [first, last] = [breakpoints.at[0] ?? ZERO, breakpoints.at.at(-1) ?? ONE];
    const start = lowest ?? smallest(ZERO, first.minus(ONE));
    const end = highest ?? largest(last, ONE).times('2');
    return rising([start, ...near, end]).filter(
      (each) => compareExact(each, start) >= 0 && compareExact(each, end) <= 0,
    );
  }

  /** The payout period that it is looked at in, counted from 0. */
  get periodIndex(): number {
    return this.#pinned.compiled.timeframe.index;
  }

  /** Whose figures the amounts are, and for which time. */
  get words(): string {
    const { timeframe } = this.#pinned.compiled;
    const isPeriod = this.component.window === 'period';
    return `${this.figures.words}, ${isPeriod ? periodOf(timeframe).id : 'whole year'}`;
  }

  /** Where the row that starts at a figure stands in the plan. */
  pathOfRow(at: Exact): DocumentPath {
    const { curve } = this;
    if (!curve) return this.path;
    const { list, start } = curveRowFields(curve);
    const row = writtenRows(curve).findIndex((each) => each.at.number.eq(at));
    return row < 0 ? [...this.path, 'curve'] : [...this.path, 'curve', list, row, start];
  }

  /** On the line between the two samples among which the factor comes to 1. */
  #firstFullPay(): Exact | undefined {
    const { samples } = this;
    const factors = samples.map((each) => this.factorAt(each) as Exact);
    const index = factors.findIndex((factor) => compareExact(factor, ONE) >= 0);
    const [before, after] = [samples[index - 1], samples[index]];
    if (!before || !after) return after;
    const [low, high] = [factors[index - 1], factors[index]] as [Exact, Exact];
    const run = after.minus(before).times(ONE.minus(low)).div(high.minus(low));
    const between = before.plus(run);
    return compareExact(this.factorAt(between) as Exact, ONE) === 0 ? between : after;
  }

  #paidIn(cells: Named<Datum>): Exact {
    return cells.get(this.cells.payoutToDate ?? this.cells.payout) as Exact;
  }

  #missing(argument: Exact, condition: string): Named<Datum> {
    return this.#evaluate(argument, [[condition, false]]);
  }

  #at(argument: Exact): Named<Datum> {
    const key = argument.toFixed();
    const found = this.#known.get(key) ?? this.#evaluate(argument);
    this.#known.set(key, found);
    return found;
  }

  #evaluate(argument: Exact, otherwise: readonly (readonly [string, Datum])[] = []): Named<Datum> {
    const own: readonly [string, Datum] = [this.#argument, argument];
    const pins = new Map([...this.#held, ...this.#unscaled(argument), own, ...otherwise]);
    return this.#pinned.evaluate(pins, this.#sampleDeal(argument));
  }

  /** Rules that scale a rate for some deals leave it as it is: all of the credit counts once. */
  #unscaled(argument: Exact): readonly (readonly [string, Datum])[] {
    const { weightedCredit, result, attainment } = this.cells;
    if (weightedCredit === undefined || result === undefined) return [];
    const credit = attainment === undefined ? argument : ONE;
    return [weightedCredit, result].map((cell) => [cell, credit] as const);
  }

  #runsOn(): Formula {
    const deal = this.#sampleDeal(ZERO);
    if (deal) return { op: 'column', id: measureColumn.figure(deal.measure) };
    return { op: 'cell', id: this.#argument };
  }

  #sampleDeal(figure: Exact): SampleDeal | undefined {
    const { component, isPerDeal } = this;
    if (!isPerDeal || !('measure' in component)) return undefined;
    const { id, measure, window } = component;
    return { component: id, measure, window, figure };
  }
}

/** The cell that a component's curve runs on. */
export function argumentOf({ attainment, curveOn, result }: ComponentFigures): string | undefined {
  return attainment ?? curveOn ?? result;
}

/** The second measure of a component's curve, where it is a grid. */
export function acrossOf(component: Component): string | undefined {
  const curve = curveOf(component);
  return curve && curveAcross(curve);
}
