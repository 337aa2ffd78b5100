// Generated curves: each shape over percentages or plain figures, corners on round figures that
// results hit. In: choices, what the curve runs on. Out: curve documents.

import type { CurveDocument } from '../scenario.ts';
import type { MadeMeasure, MadeUnit } from './make-measures.ts';
import type { Pick } from './pick.ts';
import type { Manner } from './wanted.ts';

/** Where rows may start, in rising order, by the unit that they run on. */
const STARTS: Readonly<Record<MadeUnit, readonly string[]>> = {
  ratio: ['0%', '25%', '50%', '66.67%', '75%', '80%', '100%', '110%', '125%', '150%', '200%'],
  money: ['0', '500', '1000', '2500', '3333.33', '5000', '10000', '20000', '30000', '60000'],
  count: ['0', '1', '2', '3', '5', '8'],
  number: ['0', '1', '2', '3', '4', '6', '10'],
};

/** A figure of a unit, such as results come to. */
export function figureIn(pick: Pick, unit: MadeUnit): string {
  return pick.one(STARTS[unit].slice(1));
}

/** Figures that rise, unless the plan may fall. */
function paid(pick: Pick, count: number, most: number, manner: Manner): string[] {
  const figures = pick.list(count, count, () => pick.percent(0, most));
  if (!manner.rising) return figures;
  const size = (figure: string): number => Number(figure.slice(0, -1));
  return figures.sort((left, right) => size(left) - size(right));
}

/** A curve that gives a factor of the number it runs on. */
export function factorCurve(
  pick: Pick,
  unit: MadeUnit,
  measures: readonly MadeMeasure[],
  manner: Manner,
): CurveDocument {
  const isOnPercent = unit === 'ratio';
  const shape = pick.one(
    isOnPercent
      ? ['linear', 'linear', 'stepped', 'marginal', 'retroactive', 'matrix']
      : ['linear', 'linear', 'stepped', 'matrix'],
  );
  if (shape === 'linear') return linear(pick, unit, manner);
  if (shape === 'stepped') return stepped(pick, unit, manner);
  if (shape === 'matrix') return matrix(pick, unit, pick.one(measures), manner);
  return tiers(pick, shape, STARTS.ratio, 250, manner);
}

/** A modifier's curve: never tiers, since these multiply the measure itself. */
export function modifierCurve(
  pick: Pick,
  unit: MadeUnit,
  measures: readonly MadeMeasure[],
  manner: Manner,
): CurveDocument {
  const shape = pick.one(['stepped', 'linear', 'matrix']);
  if (shape === 'linear') return linear(pick, unit, manner);
  if (shape === 'stepped') return stepped(pick, unit, manner);
  return matrix(pick, unit, pick.one(measures), manner);
}

/** Rates on money, in tiers of money or of percentages of a quota. */
export function rateCurve(pick: Pick, isOnQuota: boolean, manner: Manner): CurveDocument {
  const starts = isOnQuota ? STARTS.ratio : STARTS.money;
  return tiers(pick, pick.one(['marginal', 'retroactive']), starts, 20, manner);
}

function linear(pick: Pick, unit: MadeUnit, manner: Manner): CurveDocument {
  const starts = pick.rising(STARTS[unit], 1, 4);
  const pays = paid(pick, starts.length, 250, manner);
  const points = starts.map((at, index) => ({ at, pays: pays[index] ?? '0%' }));
  const canExtend = points.length > 1;
  const step = Math.floor(points.length / 2);
  // A stated jump: two points at one place, where the line does not go on from there.
  const isStepped = points.length > 2 && pick.odds(20);
  const jump = { at: points[step]?.at ?? '', pays: points[step + 1]?.pays ?? '' };
  // Below nothing a factor of a factor falls where either rises.
  const canFall = canExtend && !manner.rising;
  const below = pick.one(canFall ? ['nothing', 'hold', 'extend'] : ['nothing', 'hold']);
  return {
    shape: 'linear',
    points: isStepped ? points.toSpliced(step + 1, 0, jump) : points,
    below,
    above: pick.one(
      canExtend && !(isStepped && step === points.length - 1) ? ['hold', 'extend'] : ['hold'],
    ),
  };
}

function stepped(pick: Pick, unit: MadeUnit, manner: Manner): CurveDocument {
  const starts = pick.rising(STARTS[unit], 1, 4);
  const pays = paid(pick, starts.length, 250, manner);
  return {
    shape: 'stepped',
    steps: starts.map((from, index) => ({ from, pays: pays[index] ?? '0%' })),
    below: pick.one(['nothing', 'hold']),
    ...owned(pick),
  };
}

function tiers(
  pick: Pick,
  shape: string,
  starts: readonly string[],
  most: number,
  manner: Manner,
): CurveDocument {
  const froms = ['0', ...pick.rising(starts.slice(1), 0, 3)];
  const rates = paid(pick, froms.length, most, manner);
  return {
    shape,
    tiers: froms.map((from, index) => ({ from, rate: rates[index] ?? '0%' })),
    ...(shape === 'retroactive' && owned(pick)),
  };
}

function matrix(pick: Pick, unit: MadeUnit, across: MadeMeasure, manner: Manner): CurveDocument {
  const columns = pick.rising(STARTS[across.unit], 1, 3);
  const starts = pick.rising(STARTS[unit], 1, 3);
  const grid = paid(pick, columns.length * starts.length, 200, manner);
  // Dealt out row by row, a sorted list rises across and down.
  const rows = starts.map((from, index) => ({
    from,
    pays: grid.slice(index * columns.length, (index + 1) * columns.length),
  }));
  return {
    shape: 'matrix',
    across: across.id,
    columns,
    rows,
    below: pick.one(['nothing', 'hold']),
    ...owned(pick),
  };
}

function owned(pick: Pick): { readonly owns?: string } {
  return pick.maybe(35, () => ({ owns: pick.one(['upper', 'lower']) })) ?? {};
}
