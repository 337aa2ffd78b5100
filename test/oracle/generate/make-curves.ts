// Generated curves: each shape over percentages or plain figures, corners on round figures that
// results hit. In: choices, what the curve runs on. Out: curve documents.

import type { CurveDocument } from '../plan-document.ts';
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
      ? ['linear', 'linear', 'stepped', 'marginal', 'retroactive', 'mixed', 'matrix']
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
  const shape = pick.one(['marginal', 'retroactive', 'marginal', 'mixed', 'pro-rata']);
  return tiers(pick, shape, starts, 20, manner);
}

/** A rate by another measure than the money it is paid on. */
export function rateCurveOn(pick: Pick, unit: MadeUnit, manner: Manner): CurveDocument {
  return pick.odds(50) ? linear(pick, unit, manner, 20) : stepped(pick, unit, manner, 20);
}

function linear(pick: Pick, unit: MadeUnit, manner: Manner, most = 250): CurveDocument {
  const starts = pick.rising(STARTS[unit], 1, 4);
  const pays = paid(pick, starts.length, most, manner);
  const points = starts.map((at, index) => ({ at, pays: pays[index] ?? '0%' }));
  const canExtend = points.length > 1;
  const step = Math.floor(points.length / 2);
  // A stated jump: two points at one place, where the line does not go on from there.
  const isStepped = points.length > 2 && pick.odds(20);
  const jump = { at: points[step]?.at ?? '', pays: points[step + 1]?.pays ?? '' };
  // Below nothing a factor of a factor falls where either rises.
  const canFall = canExtend && !manner.rising;
  const below = pick.one(canFall ? ['nothing', 'hold', 'extend'] : ['nothing', 'hold']);
  const canGoOn = canExtend && !(isStepped && step === points.length - 1);
  const above = pick.one(canGoOn ? ['hold', 'extend', 'extend'] : ['hold']);
  return {
    shape: 'linear',
    points: isStepped ? points.toSpliced(step + 1, 0, jump) : points,
    below,
    above,
    ...(above === 'extend' && accelerators(pick, STARTS[unit], 'line', points.at(-1)?.at ?? '')),
    ...(below === 'extend' && decelerator(pick, STARTS[unit], 'line', points[0]?.at ?? '')),
  };
}

function stepped(pick: Pick, unit: MadeUnit, manner: Manner, most = 250): CurveDocument {
  const starts = pick.rising(STARTS[unit], 1, 4);
  const pays = paid(pick, starts.length, most, manner);
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
  if (shape === 'pro-rata') return proRata(pick, starts);
  const isOnPercent = starts[0] === '0%';
  const froms = ['0', ...pick.rising(starts.slice(1), 0, 3)];
  const rates = paid(pick, froms.length, most, manner);
  const rows = froms.map((from, index) => ({ from, rate: rates[index] ?? '0%' }));
  const owning = shape === 'marginal' ? {} : owned(pick);
  if (shape === 'mixed') {
    const of = () => ({ of: pick.one(['slice', 'whole']) });
    return { shape, tiers: rows.map((row) => ({ ...row, ...of() })), ...owning };
  }
  const first = isOnPercent ? '0%' : '0';
  const last = froms.length > 1 ? (froms.at(-1) ?? first) : first;
  const faster = accelerators(pick, starts, 'rates', last, manner.rising ?? false);
  const inFirstTier = froms[1] ?? faster.accelerators?.[0]?.from ?? starts.at(-1) ?? '';
  return {
    shape,
    tiers: rows,
    ...faster,
    ...decelerator(pick, starts.slice(1), 'rates', inFirstTier),
    ...owning,
  };
}

/** Money that is earned across each tier. */
function proRata(pick: Pick, starts: readonly string[]): CurveDocument {
  const froms = ['0', ...pick.rising(starts.slice(1), 1, 3)];
  const until = froms.at(-1) ?? '';
  const rows = froms.slice(0, -1).map((from) => ({ from, earns: String(pick.whole(0, 40) * 50) }));
  return { shape: 'pro-rata', tiers: rows, until };
}

/** Beyond the last row; of rates that only rise, more is never multiplied by less. */
function accelerators(
  pick: Pick,
  starts: readonly string[],
  over: 'line' | 'rates',
  last: string,
  isRising = false,
): Partial<CurveDocument> {
  const beyond = starts.slice(starts.indexOf(last) + 1);
  if (beyond.length === 0 || !pick.odds(over === 'line' ? 60 : 30)) return {};
  const froms = pick.rising(beyond, 1 + pick.whole(0, 1), 2);
  const times = isRising ? ['1.25', '2'] : [pick.one(['2', '0.5', '1.5']), pick.one(['3', '1.1'])];
  const first = over === 'rates' ? ['rate'] : ['slope', ...(isZero(last) ? [] : ['rate'])];
  const later =
    over === 'rates'
      ? ['base-rate', 'rate-before']
      : ['base-slope', 'slope-before', ...(isZero(last) ? [] : ['base-rate'])];
  return {
    accelerators: froms.map((from, index) => ({
      from,
      times: times[index] ?? '2',
      of: pick.one(index === 0 ? first : later),
    })),
  };
}

/** Below a line's first point, or inside the first tier. */
function decelerator(
  pick: Pick,
  starts: readonly string[],
  over: 'line' | 'rates',
  edge: string,
): Partial<CurveDocument> {
  const inside = starts.slice(0, starts.indexOf(edge) + (over === 'line' ? 1 : 0));
  if (inside.length === 0 || !pick.odds(over === 'line' ? 40 : 15)) return {};
  const of = over === 'rates' ? 'rate' : pick.one(['slope', ...(isZero(edge) ? [] : ['rate'])]);
  return { decelerator: { below: pick.one(inside), times: pick.one(['0.5', '0', '0.75']), of } };
}

function isZero(start: string): boolean {
  return start === '0' || start === '0%';
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
