// The nearest steps that pay more: figures and deals that open a gate which is shut, the next point
// of each curve, the next level of each score. What each adds is calculated, never estimated.
// In: a what-if, standing wherever it stands. Out: steps, the one that adds most first.
// Source: PRODUCT.md, 10.

import type { Place } from '../diagnostic.ts';
import { compareExact, type Exact, ONE, ZERO } from '../exact-number.ts';
import { buildOutlook } from '../statement/build-statement.ts';
import { changesOf, type Lever, standing } from '../what-if/lever.ts';
import { paidBy, type WhatIf } from '../what-if/what-if.ts';
import { Figures } from './figures.ts';
import { LeverPay } from './lever-pay.ts';
import { type ShutGate, shutGates } from './shut-gates.ts';
import { dealToward, type OneMore, oneMoreOfEach } from './typical-deals.ts';

export interface NextStep {
  readonly lever: Lever;
  readonly figure: Exact;
  /** What it adds to the payment. */
  readonly adds: Exact;
  /** The gate that it opens, or the component on whose curve it is the next point. */
  readonly opens?: Titled;
  readonly reaches?: Titled;
  readonly clause: Place;
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** More deals than this are not near. */
const DEALS_NEAR = 5;

/** Whoever has looked at one more of each deal already need not look again. */
export function nextSteps(
  whatIf: WhatIf,
  more: readonly OneMore[] = oneMoreOfEach(whatIf),
): readonly NextStep[] {
  const levers = whatIf.levers();
  const steps = [
    ...shutGates(whatIf.present).flatMap((gate) => [
      ...leversOf(gate, levers).flatMap((lever) => openedBy(whatIf, lever, gate)),
      ...openedByDeals(whatIf, gate, more),
    ]),
    ...alongCurves(whatIf, levers),
    ...levers.flatMap((lever) => nextLevel(whatIf, lever)),
  ];
  return steps
    .filter(({ adds }) => adds.gt(ZERO))
    .toSorted((one, other) => compareExact(other.adds, one.adds));
}

/** None where nothing does it. */
type Found = readonly NextStep[];

/** The figure that a gate looks at, or where that is none to be moved, those behind it. */
function leversOf({ id, measure }: ShutGate, levers: readonly Lever[]): readonly Lever[] {
  const behind = levers.filter(({ gates }) => gates.includes(id));
  const own = behind.filter(({ lever }) => 'measure' in lever && lever.measure === measure);
  return own.length > 0 ? own : behind;
}

function openedBy(whatIf: WhatIf, lever: Lever, gate: ShutGate): Found {
  const pay = LeverPay.open(whatIf, lever);
  const place = pay.ok ? pay.product.nearest(gate.met, ONE) : undefined;
  if (!pay.ok || place === undefined) return [];
  return stepsTo(whatIf, lever, pay.product.figures.at(place), opening(gate));
}

function openedByDeals(whatIf: WhatIf, gate: ShutGate, more: readonly OneMore[]): Found {
  const lever = dealToward(whatIf, gate, more);
  if (!lever) return [];
  const pay = LeverPay.open(whatIf, lever);
  if (!pay.ok) return [];
  for (let count = 1; count <= DEALS_NEAR; count += 1) {
    if (!pay.product.read(count, gate.met)?.eq(ONE)) continue;
    return stepsTo(whatIf, lever, pay.product.figures.at(count), opening(gate));
  }
  return [];
}

function opening({ id, title, clause }: ShutGate): Pick<NextStep, 'opens' | 'clause'> {
  return { opens: { id, title }, clause };
}

function alongCurves(whatIf: WhatIf, levers: readonly Lever[]): Found {
  const { components } = buildOutlook(whatIf.present, whatIf.request.company);
  return components.flatMap(({ id, title, curve, result }) => {
    const { missing, isLess } = curve?.next ?? {};
    if (!missing || !result) return [];
    const { number, unit } = missing;
    const figure = isLess ? result.number.minus(number) : result.number.plus(number);
    const lever = levers.find(
      (each) =>
        'measure' in each.lever &&
        each.components.includes(id) &&
        each.unit === unit &&
        standing(each).eq(result.number),
    );
    return lever ? stepsTo(whatIf, lever, figure, { reaches: { id, title } }) : [];
  });
}

function nextLevel(whatIf: WhatIf, lever: Lever): Found {
  const figures = new Figures(lever);
  const place = figures.above(lever.present);
  const isLevel = lever.levels !== undefined && place <= figures.last;
  return isLevel ? stepsTo(whatIf, lever, figures.at(place), {}) : [];
}

function stepsTo(
  whatIf: WhatIf,
  lever: Lever,
  figure: Exact,
  why: Partial<Pick<NextStep, 'opens' | 'reaches' | 'clause'>>,
): Found {
  const outcome = whatIf.calculate(changesOf(lever, figure));
  if (!outcome.ok) return [];
  const adds = paidBy(outcome.product).minus(whatIf.paid());
  return [{ lever, figure, adds, clause: lever.clause, ...why }];
}
