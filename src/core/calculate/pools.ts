// What a payee's share of a pool stands on beside their own points: the points of all who share in
// it, whoever is asked for, and the whole cents that the largest remainders add.
// In: a request and a period of the year. Out: figures by payee, the same for each of them; what
// stands in the way of anybody's points stands in the way of the pool. Source: ENGINE.md section 3.

import { type Period, periodsOfYear } from '../calendar.ts';
import { type Component, pointsOf } from '../components/kinds.ts';
import { type Diagnostic, type Outcome, outcomeOf } from '../diagnostic.ts';
import { type Exact, exactInteger, sumOf, ZERO } from '../exact-number.ts';
import { allocate, money } from '../money.ts';
import type { Plan } from '../plan/plan.ts';
import type { Pool } from '../plan/pool-terms.ts';
import { DealColumns } from '../worksheet/deal-columns.ts';
import { type ExactView, prepareExact } from '../worksheet/exact.ts';
import { type Worksheet, WorksheetBuilder } from '../worksheet/worksheet.ts';
import { selectPayees } from './assignments.ts';
import type { CalculationRequest } from './calculate.ts';
import { idOf } from './compile-segment.ts';
import { componentSheet } from './component-sheet.ts';
import { DataByPayee } from './data-by-payee.ts';
import { NOTHING_HELD } from './held-back.ts';
import { resolveInputs } from './inputs.ts';
import { PlanSheet } from './plan-sheet.ts';
import { isInPeriod, type Segment, timeOf } from './segments.ts';
import { type Timeframe, timeframeOf } from './timeframe.ts';

/** One who shares in a pool: a payee, for each segment of the period. */
interface Sharer {
  readonly key: string;
  readonly points: Exact;
}

/** A pool shared out in one period. */
interface SharedPool {
  readonly allPoints: Exact;
  readonly sharers: Exact;
  /** By sharer: what whole cents add to the part that the points make. */
  readonly cents: ReadonlyMap<string, Exact>;
}

/** Where a payee asks from: a segment of a period of the year. */
interface PoolPlace {
  readonly payee: string;
  readonly segment: Segment;
  readonly component: string;
  readonly index: number;
}

/** The cells of a worksheet that a payee's points stand on. */
interface PointsSheet {
  readonly timeframe: Timeframe;
  readonly worksheet: Worksheet;
  readonly points: string;
  readonly exact: ExactView;
}

const NO_DEALS = DealColumns.of(0, []);

export class Pools {
  readonly #request: CalculationRequest;
  readonly #dataOf: DataByPayee;
  readonly #periods: readonly Period[];
  readonly #shared = new Map<string, Outcome<SharedPool>>();
  readonly #sheets = new Map<string, PointsSheet>();
  readonly #others = new Map<number, Pools>();

  constructor(request: CalculationRequest, dataOf = new DataByPayee(request.data)) {
    const { period, company } = request;
    this.#request = request;
    this.#dataOf = dataOf;
    this.#periods = periodsOfYear(period.fiscalYear, period.kind, company.calendar);
  }

  /** Those of a period's fiscal year, the same for all payees who ask. */
  inYearOf(period: Period): Pools {
    const { fiscalYear } = period;
    const found = this.#others.get(fiscalYear);
    const pools = found ?? new Pools({ ...this.#request, period }, this.#dataOf);
    this.#others.set(fiscalYear, pools);
    return pools;
  }

  figure(of: 'money' | 'allPoints' | 'sharers' | 'cents', place: PoolPlace): Outcome<Exact> {
    const { payee, segment, component, index } = place;
    const pool = segment.plan.pools.get(component) as Pool;
    if (of === 'money') return outcomeOf(pool.money, []);
    const shared = this.#sharedOut(pool, index);
    if (!shared.ok) return shared;
    if (of !== 'cents') return outcomeOf(shared.product[of], []);
    return outcomeOf(shared.product.cents.get(keyOf(payee, segment)) ?? ZERO, []);
  }

  /** Once for each pool and period. */
  #sharedOut(pool: Pool, index: number): Outcome<SharedPool> {
    const key = JSON.stringify([pool.id, index]);
    const found = this.#shared.get(key) ?? this.#share(pool, index);
    this.#shared.set(key, found);
    return found;
  }

  #share(pool: Pool, index: number): Outcome<SharedPool> {
    const { payee: _, ...everybody } = this.#request;
    const period = this.#periods[index] as Period;
    const selected = selectPayees({ ...everybody, period });
    const failed = selected.diagnostics.filter(({ severity }) => severity === 'error');
    if (failed.length > 0) return outcomeOf<SharedPool>(undefined, failed);
    const sharers: Sharer[] = [];
    const diagnostics: Diagnostic[] = [];
    for (const { payee, segments } of selected.payees) {
      for (const segment of segments.filter((each) => isInPeriod(each, index))) {
        const component = sharing(segment.plan, pool);
        if (!component) continue;
        const outcome = this.#points({ payee, segment, component: component.id, index }, component);
        diagnostics.push(...outcome.diagnostics);
        if (outcome.ok) sharers.push({ key: keyOf(payee, segment), points: outcome.product });
      }
    }
    return outcomeOf(sharedOut(pool, sharers, everybody.company.currency), diagnostics);
  }

  /** A payee's points, by the cells of the worksheet that pays them. */
  #points(place: PoolPlace, component: Component): Outcome<Exact> {
    const { payee, segment } = place;
    const { plan } = segment;
    const { timeframe, worksheet, points, exact } = this.#sheetOf(place, component);
    const { inputs, diagnostics } = resolveInputs({
      payee,
      compiled: { plan, timeframe, worksheet, segments: [{ plan, timeframe }] },
      segments: [segment],
      data: this.#dataOf.of(payee),
      pools: this,
      paidEarlier: () => ({ byComponent: new Map(), earned: ZERO }),
      balances: new Map(),
      leaves: false,
      drawDays: undefined,
      ends: () => false,
      calendar: this.#request.company.calendar,
      adjustments: [],
      takenBack: ZERO,
      held: NOTHING_HELD,
    });
    if (diagnostics.length > 0) return outcomeOf<Exact>(undefined, diagnostics);
    return outcomeOf(exact(inputs, NO_DEALS).cells.get(points) as Exact, []);
  }

  /** Once for each plan, period and time on the plan, however many share. */
  #sheetOf({ segment, index }: PoolPlace, component: Component): PointsSheet {
    const key = JSON.stringify([component.id, index, timeOf(segment)]);
    const found = this.#sheets.get(key) ?? this.#compile(segment, index, component);
    this.#sheets.set(key, found);
    return found;
  }

  #compile(segment: Segment, index: number, component: Component): PointsSheet {
    const { period, company, data } = this.#request;
    const { plan } = segment;
    const timeframe = { ...timeframeOf(period, segment, company.calendar), index };
    const builder = new WorksheetBuilder();
    const sheet = new PlanSheet(plan, timeframe, builder, data);
    const at = plan.components.indexOf(component);
    const points = idOf(pointsOf(component, componentSheet(sheet, component, at)));
    const worksheet = builder.build();
    return { timeframe, worksheet, points, exact: prepareExact(worksheet) };
  }
}

/** The component of a plan that shares in a pool. */
function sharing({ components, pools }: Plan, { id }: Pool): Component | undefined {
  return components.find((each) => pools.get(each.id)?.id === id);
}

/** Keys order as payees do, and their segments as time does. */
function keyOf(payee: string, { parts }: Segment): string {
  return `${payee} ${parts[0]?.from}`;
}

function sharedOut(pool: Pool, sharers: readonly Sharer[], currency: string): SharedPool {
  const allPoints = sumOf(sharers.map(({ points }) => points));
  const isEqual = allPoints.eq(ZERO) && pool.whenAllZero === 'equally';
  const weighted = sharers.map(({ key, points }) => ({
    id: key,
    weight: isEqual ? exactInteger(1) : points,
  }));
  const all = sumOf(weighted.map(({ weight }) => weight));
  const shares = all.eq(ZERO) ? undefined : allocate(money(pool.money, currency), weighted);
  const cents = weighted.map(({ id, weight }): [string, Exact] => {
    const share = shares?.get(id)?.exact ?? ZERO;
    return [id, shares ? share.minus(pool.money.times(weight).div(all)) : ZERO];
  });
  return { allPoints, sharers: exactInteger(sharers.length), cents: new Map(cents) };
}
