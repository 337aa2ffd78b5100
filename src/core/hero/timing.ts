// Whether the same deals are paid more when some close a period later, or earlier: in the first
// two periods of the year, and in its last two, before which each quota was reached. In: the
// stage, and the deal with which the honest one reaches the quotas. Out: the best timing, where it
// pays so much more that it is worth waiting for.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import { type Exact, ONE, sumOf } from '../exact-number.ts';
import { joined, type ScenarioChanges } from '../what-if/scenario.ts';
import { paidBy, type WhatIf } from '../what-if/what-if.ts';
import { BAR } from './bar.ts';
import type { DealKind } from './deal-kinds.ts';
import { curveClause, mostBeyond } from './letting.ts';
import { dealsFor, quotaOf } from './quota.ts';
import type { HeroStage } from './stage.ts';
import type { StoryDeals, TimingExploit } from './story.ts';
import { added, imaginedDeals } from './told.ts';

/** Of many deals not every number is tried. */
const TIMINGS = 12;

export function timingOf(
  { plays: [first], years }: HeroStage,
  kind: DealKind,
  deals: StoryDeals,
): TimingExploit | undefined {
  const found = years.flatMap((year) => bestTiming(new TimedYear(year, first, kind), deals) ?? []);
  const [best] = found.toSorted((one, other) =>
    other.pays.div(other.evenly).cmp(one.pays.div(one.evenly)),
  );
  return best;
}

function bestTiming(year: TimedYear, deals: StoryDeals): TimingExploit | undefined {
  const { even } = year;
  const [fair, none] = [year.paid(even), year.paid([0, 0])];
  if (!fair || !none) return undefined;
  const evenly = fair.pays.minus(none.pays);
  const all = even[0] + even[1];
  const stride = Math.ceil(all / TIMINGS);
  const tried = Array.from({ length: Math.floor(all / stride) + 1 }, (_, at) => at * stride);
  const timings = [...tried, all].flatMap((count) => {
    const moved = [count, all - count] as const;
    const paid = year.paid(moved);
    return paid ? [{ ...paid, moved, pays: paid.pays.minus(none.pays) }] : [];
  });
  const [best] = timings.toSorted((one, other) => other.pays.cmp(one.pays));
  if (!best?.pays.gt(evenly.times(BAR.timing))) return undefined;
  const most = mostBeyond(
    { with: best.calculations, without: none.calculations },
    { with: fair.calculations, without: none.calculations },
    ONE,
  );
  const [gamed] = best.calculations;
  if (!most || !gamed) return undefined;
  return {
    deals,
    periods: year.periods,
    even,
    moved: best.moved,
    evenly,
    pays: best.pays,
    component: curveClause(gamed, most),
  };
}

interface Paid {
  readonly pays: Exact;
  readonly calculations: readonly PayeeCalculation[];
}

/** The last two of some periods, after earlier ones in which each quota was reached. */
class TimedYear {
  readonly even: readonly [number, number];
  readonly #pair: readonly [WhatIf, WhatIf];
  readonly #before: ScenarioChanges;
  readonly #closed: (whatIf: WhatIf, count: number) => ScenarioChanges;

  constructor(year: readonly WhatIf[], first: WhatIf, kind: DealKind) {
    const from = first.request.period.to;
    this.#closed = ({ request: { period } }, count) =>
      added([imaginedDeals(kind, count, `in-${period.index + 1}`, period.to - from)]);
    const quotas = year.map(({ present }) => quotaOf(present));
    const own = quotas.map((quota, at) => {
      // Over the year to date the quota grows by each period's own.
      const earlier = quota?.isToDate ? quotas[at - 1]?.money : undefined;
      return dealsFor(earlier ? quota?.money.minus(earlier) : quota?.money, kind.size);
    });
    this.#pair = year.slice(-2) as unknown as readonly [WhatIf, WhatIf];
    this.even = own.slice(-2) as unknown as readonly [number, number];
    this.#before = joined(
      ...year.slice(0, -2).map((whatIf, at) => this.#closed(whatIf, own[at] as number)),
    );
  }

  get periods(): readonly [string, string] {
    return [this.#pair[0].request.period.id, this.#pair[1].request.period.id];
  }

  /** What the two periods pay, if so many deals close in each. */
  paid(counts: readonly [number, number]): Paid | undefined {
    const [first, second] = this.#pair;
    const early = joined(this.#before, this.#closed(first, counts[0]));
    const late = joined(early, this.#closed(second, counts[1]));
    const [one, other] = [first.calculate(early), second.calculate(late)];
    if (!one.ok || !other.ok) return undefined;
    const calculations = [one.product, other.product];
    return { pays: sumOf(calculations.map(paidBy)), calculations };
  }
}
