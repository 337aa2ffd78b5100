// Generated data of a year: people with dated managers, assignments, deals on period edges and on
// round amounts, cancellations, splits, scores, reported figures. In: choices, the plan, its
// periods. Out: the tables as rows of text.

import { dayOf, type FiscalPeriod, isoOf } from '../naive/fiscal-periods.ts';
import type { PlanDocument } from '../plan-document.ts';
import type { Row, Scenario, TableName } from '../scenario.ts';
import { assignmentRows, quotaRows } from './make-assignments.ts';
import { figureIn } from './make-curves.ts';
import type { MadeMeasure } from './make-measures.ts';
import type { Pick } from './pick.ts';
import type { Manner } from './wanted.ts';

const SELLING = ['ann', 'bob', 'cleo'];
/** Currencies of some deals. */
const OTHERS = ['EUR', 'CHF'];
const PAYEES = [...SELLING, 'boss'];

/** What the tables of a scenario are made with. */
export interface Making {
  readonly pick: Pick;
  readonly plan: PlanDocument;
  readonly measures: readonly MadeMeasure[];
  readonly periods: readonly FiscalPeriod[];
  readonly currency: Scenario['currency'];
  readonly manner: Manner;
  /** Deals have a currency of their own. */
  readonly isConverted: boolean;
}

export function makeTables(making: Making): Readonly<Record<TableName, readonly Row[]>> {
  const payees = making.pick.rising(PAYEES, 1, 3);
  const assignments = payees.flatMap((payee) => assignmentRows(making, payee));
  const deals = making.pick.list(0, 12, (index) => deal(making, index));
  return {
    people: people(making),
    assignments,
    deals,
    splits: deals.flatMap((each) => splits(making, each)),
    scores: scores(making, payees),
    reported: reported(making, payees),
    adjustments: adjustments(making, assignments),
    quotas: quotaRows(making, assignments),
    rates: rates(making),
  };
}

/** Bob moves from the boss to Cleo on a day of the year. */
function people({ pick, periods }: Making): Row[] {
  const moves = day(pick, periods);
  const isMoving = pick.odds(40);
  const before = isoOf(dayOf(moves) - 1);
  const bob: Row[] = isMoving
    ? [
        { id: 'bob', manager: 'boss', to: before },
        { id: 'bob', manager: 'cleo', from: moves },
      ]
    : [{ id: 'bob', manager: 'boss' }];
  return [{ id: 'ann', manager: 'cleo' }, ...bob, { id: 'cleo', manager: 'boss' }, { id: 'boss' }];
}

/** A day of the year, often the first or last of a payout period. */
export function day(pick: Pick, periods: readonly FiscalPeriod[]): string {
  const { from, to } = pick.one(periods);
  return isoOf(pick.one([from, to, pick.whole(from, to), pick.whole(from, to)]));
}

function deal({ pick, periods, currency, manner, isConverted }: Making, index: number): Row {
  const closed = day(pick, periods);
  const units = manner.isRound ? pick.whole(0, 15) * 1000 : pick.whole(0, 30_000);
  const cents =
    manner.isRound || currency === 'JPY' ? '' : pick.one(['', '.01', `.${pick.whole(10, 99)}`]);
  const isCancelled = !manner.rising && pick.odds(12);
  const sign = isCancelled && units > 0 ? '-' : '';
  // A list price of zero leaves no discount to speak of.
  const list = manner.hasGaps && pick.odds(10) ? 0 : listPrice(pick, units);
  return {
    id: `d${index + 1}`,
    owner: pick.one(SELLING),
    closed,
    signed: pick.odds(30) ? day(pick, periods) : closed,
    amount: `${sign}${units}${cents}`,
    list_price: `${sign}${list}`,
    seats: String(pick.whole(0, 4)),
    stage: pick.one(['won', 'won', 'renewed', 'lost']),
    customer: pick.one(['acme', 'birch', 'cedar']),
    ...(isConverted && {
      sold_in: pick.one([currency, ...OTHERS, ...(manner.hasGaps ? [''] : [])]),
    }),
    fit: manner.hasGaps && pick.odds(10) ? '' : pick.one(['yes', 'no']),
  };
}

function listPrice(pick: Pick, units: number): number {
  return Math.max(1, Math.floor((units * pick.whole(100, 160)) / 100));
}

/** Shares of both, of the credit, of the pay, of each by itself; or somebody credited in addition. */
function splits({ pick, manner }: Making, { id = '', owner = '' }: Row): Row[] {
  if (!pick.odds(30)) return [];
  // Pay that is split apart from credit is paid at the rate of all credit, which a top may lower.
  const apart = manner.rising ? [] : (['payout', 'credit', 'apart'] as const);
  const way = pick.one(['both', 'both', ...apart, 'overlay'] as const);
  if (way === 'overlay') return overlay(pick, id, [owner]);
  const payees = pick.rising(PAYEES, 2, 3);
  const shared = (of: string): Row[] => {
    const isHalved = manner.isRound && payees.length === 2;
    const shares = isHalved ? ['50%', '50%'] : pick.shares(payees.length);
    return payees.map((payee, index) => ({ deal: id, payee, share: shares[index] ?? '', of }));
  };
  const rows = way === 'apart' ? [...shared('credit'), ...shared('payout')] : shared(way);
  return pick.odds(15) ? [...rows, ...overlay(pick, id, payees)] : rows;
}

function overlay(pick: Pick, deal: string, besides: readonly string[]): Row[] {
  const others = PAYEES.filter((each) => !besides.includes(each));
  return [
    { deal, payee: pick.one(others), share: pick.one(['100%', '50%', '33.3%']), of: 'overlay' },
  ];
}

/** Nearly all scores are given: a missing one is zero or stops the calculation, as stated. */
function scores({ pick, plan, periods, manner }: Making, payees: readonly string[]): Row[] {
  return plan.components.flatMap(({ id, goals = [], keyResults = [], scale }) => {
    const milestones = keyResults.filter(({ milestone }) => milestone);
    const given = scale?.levels ?? ['100%', '0%', '50%', '80%', '33.3%', '79.99%'];
    return [...goals, ...milestones].flatMap((goal) => {
      const common: Row[] = [{ plan: plan.plan }, { payee: '' }];
      const scored = pick.odds(20) ? [pick.one(common)] : payees.map((payee) => ({ payee }));
      return scored.flatMap((whose) =>
        periods.flatMap((period) => {
          if (manner.hasGaps && pick.odds(8)) return [];
          const score = pick.one(milestones.length > 0 ? ['80%', '0%', '50%'] : given);
          return [{ ...whose, period: period.id, component: id, goal: goal.id, score }];
        }),
      );
    });
  });
}

function reported({ pick, measures, periods, manner }: Making, payees: readonly string[]): Row[] {
  return measures.flatMap(({ id, unit, document }) => {
    if (document.calculate !== 'reported') return [];
    return periods.flatMap((period) => {
      const general = { measure: id, period: period.id, figure: figureIn(pick, unit) };
      const payee = pick.one(payees);
      const own = pick.odds(15) ? [{ ...general, payee, figure: figureIn(pick, unit) }] : [];
      return manner.hasGaps && pick.odds(8) ? own : [general, ...own];
    });
  });
}

/** Money added or taken in a period in which the payee is paid. */
function adjustments({ pick, periods }: Making, assignments: readonly Row[]): Row[] {
  if (!pick.odds(20)) return [];
  return pick.list(1, 3, (index) => {
    const { payee = '', from = '', to } = pick.one(assignments);
    const days = { from: dayOf(from), to: to ? dayOf(to) : Number.MAX_SAFE_INTEGER };
    const paid = periods.filter((each) => each.from <= days.to && each.to >= days.from);
    const amount = `${pick.one(['', '-'])}${pick.whole(1, 5000)}`;
    const period = pick.one(paid).id;
    return { payee, period, amount, reason: `Reason ${index + 1}`, approver: 'chair' };
  });
}

/** Dated rates of deals' money and of payments, from before the year on. */
function rates({ pick, currency, periods }: Making): Row[] {
  const start = isoOf((periods[0]?.from ?? 0) - 400);
  const pairs = [
    ...OTHERS.map((other) => [other, currency] as const),
    ...['EUR', 'KWD', 'JPY'].map((other) => [currency, other] as const),
  ].filter(([from, to]) => from !== to);
  return pairs.flatMap(([from, to]) => {
    const rate = () => pick.one(['1.1', '0.925', '151.5', '0.0065', '0.3075']);
    const later = pick.list(0, 2, () => day(pick, periods));
    const days = [start, ...new Set(later)];
    return days.map((date) => ({ from, to, date, rate: rate() }));
  });
}
