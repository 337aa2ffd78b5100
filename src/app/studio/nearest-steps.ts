// The nearest steps: which gate would open and which curve pays more, by how little, and how much
// more would be paid. Every gain is calculated exactly, never estimated. In: a what-if with its
// changes. Out: steps, the most paying first. Source: PRODUCT.md, 10.

import {
  buildOutlook,
  changesOf,
  type Exact,
  exact,
  exactText,
  type Lever,
  NO_CHANGES,
  type Outlook,
  type ScenarioChanges,
  type WhatIf,
} from '../../core/index.ts';
import type { NearestStep } from '../studio-ports.ts';

const STEPS_MAX = 5;
/** More deals than this are no near step. */
const DEALS_MAX = 3;
/** Deals to imagine more of: the largest few that are not the payee's alone. */
const LIKE_MAX = 2;

export function nearestSteps(
  whatIf: WhatIf,
  changes: ScenarioChanges,
  now: Outlook,
): readonly NearestStep[] {
  const levers = whatIf.levers();
  const steps = [
    ...gateSteps(whatIf, changes, now, levers),
    ...curveSteps(whatIf, changes, now, levers),
  ];
  return steps
    .filter(({ gain }) => gain.gt('0'))
    .toSorted((left, right) => (right.gain.gt(left.gain) ? 1 : -1))
    .slice(0, STEPS_MAX);
}

type Step = NearestStep | undefined;

function gateSteps(
  whatIf: WhatIf,
  changes: ScenarioChanges,
  now: Outlook,
  levers: readonly Lever[],
): readonly NearestStep[] {
  const shut = now.gates.filter(({ judged }) => judged?.met === false);
  return shut.flatMap(({ id, title, required }) => {
    const lever = levers.find(({ gates }) => gates.includes(id));
    const moved = lever && leverStep(whatIf, changes, now, lever, required.number);
    const byFigure: Step = moved && { title, opensGate: true, ...moved };
    const byDeals = dealStep(whatIf, changes, now, id);
    const found: readonly Step[] = [byFigure, byDeals && { title, opensGate: true, ...byDeals }];
    return found.flatMap((each) => each ?? []);
  });
}

function curveSteps(
  whatIf: WhatIf,
  changes: ScenarioChanges,
  now: Outlook,
  levers: readonly Lever[],
): readonly NearestStep[] {
  return now.components.flatMap(({ id, title, curve, result }) => {
    if (!curve?.next || !result) return [];
    const { missing, isLess } = curve.next;
    const figure = isLess
      ? result.number.minus(missing.number)
      : result.number.plus(missing.number);
    const lever = levers.find(
      (each) =>
        each.lever.of === 'result' && each.components[0] === id && each.unit === result.unit,
    );
    const moved = lever && leverStep(whatIf, changes, now, lever, figure);
    return moved ? [{ title, opensGate: false, ...moved }] : [];
  });
}

function leverStep(
  whatIf: WhatIf,
  changes: ScenarioChanges,
  now: Outlook,
  lever: Lever,
  figure: Exact,
): Pick<NearestStep, 'takes' | 'gain'> | undefined {
  const gain = gainOf(whatIf, [changes, changesOf(lever, figure)], now);
  return gain && { takes: { lever, figure }, gain };
}

function gainOf(
  whatIf: WhatIf,
  changes: readonly ScenarioChanges[],
  now: Outlook,
): Exact | undefined {
  const outcome = whatIf.calculate(...changes);
  if (!outcome.ok) return undefined;
  const { compiled, values } = outcome.product;
  return (values.cells.get(compiled.total) as Exact).minus(now.payment.exact);
}

/** The fewest more deals like a large one of the period that open a gate. */
function dealStep(
  whatIf: WhatIf,
  changes: ScenarioChanges,
  now: Outlook,
  gate: string,
): Pick<NearestStep, 'takes' | 'gain'> | undefined {
  const { company } = whatIf.request;
  for (let count = 1; count <= DEALS_MAX; count += 1) {
    for (const like of dealsToCopy(whatIf)) {
      const id = 'imagined-for-a-gate';
      const add = [{ id, like, count, attributes: new Map() }];
      const outcome = whatIf.calculate(changes, { ...NO_CHANGES, add });
      if (!outcome.ok) continue;
      const then = buildOutlook(outcome.product, company);
      if (then.gates.find((each) => each.id === gate)?.judged?.met !== true) continue;
      const gain = then.payment.exact.minus(now.payment.exact);
      if (gain.gt('0')) return { takes: { deals: count, like }, gain };
    }
  }
  return undefined;
}

/** The largest deals of the period by what money is named first, whoever won them. */
function dealsToCopy({ request }: WhatIf): readonly string[] {
  const { data, company, period } = request;
  const { units, countsOn } = company.model;
  const money = company.deals.show.find((name) => units.get(name) === 'money');
  if (money === undefined) return [];
  const near = data.deals.flatMap(({ id, attributes }) => {
    const [day, size] = [attributes.get(countsOn), attributes.get(money)];
    const isNear = typeof day === 'number' && day >= period.from && day <= period.to;
    return isNear && typeof size === 'object' ? [{ id, size }] : [];
  });
  return near
    .toSorted((left, right) => compareSize(right.size, left.size))
    .slice(0, LIKE_MAX)
    .map(({ id }) => id);
}

function compareSize(left: Exact, right: Exact): number {
  if (left.eq(right)) return 0;
  return left.gt(exact(exactText(right))) ? 1 : -1;
}
