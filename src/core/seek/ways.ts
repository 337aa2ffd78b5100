// Ways to a goal that change least: each lever by itself, and mixes of two or of all, moved by
// equal parts of their ranges. Least is the sum of the parts that are moved. Of mixes only those
// are kept that ask for less than any of their levers alone. In: levers and a goal. Out: at most
// three ways.

import { type Exact, ZERO } from '../exact-number.ts';
import { changesOf, type Lever, standing } from '../what-if/lever.ts';
import { LeverView } from '../what-if/lever-view.ts';
import type { ScenarioChanges } from '../what-if/scenario.ts';
import { paidBy, type WhatIf } from '../what-if/what-if.ts';
import { effortOf, spanOf } from './effort.ts';
import { Figures } from './figures.ts';
import type { LeverPay } from './lever-pay.ts';

export interface WayStep {
  readonly lever: Lever;
  readonly figure: Exact;
}

export interface Way {
  readonly steps: readonly WayStep[];
  readonly pays: Exact;
  /** The sum of the parts of the levers' ranges that are moved. */
  readonly effort: number;
  readonly changes: readonly ScenarioChanges[];
}

const WAYS = 3;
/** A mix moves by thousandths of ranges. */
const PARTS = 1000;
/** Mixes of more levers than this are many and hard to tell apart. */
const MIXED = 6;

export function waysTo(whatIf: WhatIf, pays: readonly LeverPay[], goal: Exact): readonly Way[] {
  const single = pays.flatMap((pay) => wayBy(whatIf, pay, goal));
  const mixes = combinations(directed(whatIf, pays)).flatMap((mix) => mixTo(whatIf, mix, goal));
  return chosen([...single, ...mixes]);
}

function wayBy(whatIf: WhatIf, pay: LeverPay, goal: Exact): readonly Way[] {
  const { total } = whatIf.present.compiled;
  const place = pay.nearest(total, goal);
  const pays = place === undefined ? undefined : pay.read(place, total);
  if (place === undefined || !pays) return [];
  const figure = pay.figures.at(place);
  const { lever } = pay;
  const effort = effortOf(lever, figure, whatIf);
  return [{ steps: [{ lever, figure }], pays, effort, changes: [changesOf(lever, figure)] }];
}

/** A lever and the way in which it pays more: 1 up, -1 down. */
interface Directed {
  readonly lever: Lever;
  readonly rises: number;
}

/**
 * Levers that pay more, those that pay most first; then those that do once these have been moved,
 * such as a result behind a gate that is shut.
 */
function directed(whatIf: WhatIf, pays: readonly LeverPay[]): readonly Directed[] {
  const movable = pays.filter(({ lever }) => lever.lever.of !== 'deals');
  const tops = movable.map((pay) => topOf(whatIf, pay));
  const opened = LeverView.open(
    whatIf,
    movable.map(({ lever }) => lever),
  );
  if (!opened.ok) return [];
  const view = opened.product;
  const raised = tops.map(({ figure }) => figure.approximately());
  const paid = view.nearly(view.total, raised);
  const found = movable.map(({ lever }, index): Directed & { readonly gain: number } => {
    const { figure, gain } = tops[index] as Top;
    if (gain > 0) return { lever, gain, rises: figure.gt(standing(lever)) ? 1 : -1 };
    const at = (end: Exact): number =>
      view.nearly(view.total, raised.with(index, end.approximately())) - paid;
    const [up, down] = [at(lever.to), at(lever.from)];
    const rises = up >= down ? 1 : -1;
    return { lever, gain: 0, rises: Math.max(up, down) > 0 ? rises : 0 };
  });
  return found.filter(({ rises }) => rises !== 0).toSorted((one, other) => other.gain - one.gain);
}

interface Top {
  readonly figure: Exact;
  readonly gain: number;
}

/** Where a lever pays most by itself; where it stands if no figure pays more. */
function topOf(whatIf: WhatIf, pay: LeverPay): Top {
  const { total } = whatIf.present.compiled;
  const top = pay.most(total);
  const gain = (pay.read(top, total)?.minus(whatIf.paid()) ?? ZERO).approximately();
  return gain > 0
    ? { figure: pay.figures.at(top), gain }
    : { figure: standing(pay.lever), gain: 0 };
}

/** All together, and each two of the first. */
function combinations(levers: readonly Directed[]): readonly (readonly Directed[])[] {
  const few = levers.slice(0, MIXED);
  const pairs = few.flatMap((one, at) => few.slice(at + 1).map((other) => [one, other]));
  return levers.length > 2 ? [...pairs, levers] : pairs;
}

function mixTo(whatIf: WhatIf, mix: readonly Directed[], goal: Exact): readonly Way[] {
  const opened = LeverView.open(
    whatIf,
    mix.map(({ lever }) => lever),
  );
  if (!opened.ok) return [];
  const view = opened.product;
  const wanted = goal.approximately();
  const at = (part: number): readonly Exact[] => mix.map((each) => movedBy(each, part));
  for (let part = 1; part <= PARTS; part += 1) {
    const figures = at(part);
    const near = view.nearly(
      view.total,
      figures.map((each) => each.approximately()),
    );
    if (near < wanted - 1e-6) continue;
    const exact = view.exactly(figures);
    if (!exact.ok || paidBy(exact.product).lt(goal)) continue;
    const steps = mix.map(({ lever }, index) => ({ lever, figure: figures[index] as Exact }));
    const moved = steps.filter(({ lever, figure }) => !figure.eq(standing(lever)));
    const efforts = moved.map(({ lever, figure }) => effortOf(lever, figure, whatIf));
    const effort = efforts.reduce((sum, each) => sum + each, 0);
    return [{ steps: moved, pays: paidBy(exact.product), effort, changes: view.changes(figures) }];
  }
  return [];
}

/** A lever moved by thousandths of its range, to the nearest of its figures on the way. */
function movedBy({ lever, rises }: Directed, part: number): Exact {
  const figures = new Figures(lever);
  const here = standing(lever);
  const { levels, step } = lever;
  const far = (spanOf(lever) * part) / PARTS;
  if (levels) {
    const within = levels.filter(
      (level) =>
        level.minus(here).approximately() * rises >= 0 &&
        Math.abs(level.minus(here).approximately()) <= far,
    );
    return (rises > 0 ? within.at(-1) : within[0]) ?? here;
  }
  const count = Math.floor(far / step.approximately());
  if (count === 0) return here;
  const place = rises > 0 ? figures.above(here) - 1 + count : figures.below(here) + 1 - count;
  return figures.at(Math.min(Math.max(place, 0), figures.last));
}

/** The least first; a way that only adds levers to one that was chosen is no other way. */
function chosen(ways: readonly Way[]): readonly Way[] {
  const found: Way[] = [];
  for (const way of ways.toSorted((one, other) => one.effort - other.effort)) {
    const isMore = found.some(({ steps }) =>
      steps.every(({ lever }) => way.steps.some((each) => each.lever.id === lever.id)),
    );
    if (!isMore) found.push(way);
  }
  return found.slice(0, WAYS);
}
