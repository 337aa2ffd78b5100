// The next step on a payout curve: the nearest place that pays more, and what is missing to get
// there, in the measure's own unit. In: a component with its figures, the curve as drawn.
// Out: the step; nothing at the top of a curve, and where a tier per deal has no one place.

import type { ComponentFigures } from '../calculate/compile-segment.ts';
import { type AttainmentKind, resultWanted } from '../components/attainment.ts';
import { type Exact, ONE, ZERO } from '../exact-number.ts';
import { roundTo } from '../rounding.ts';
import type { Unit } from '../worksheet/operations.ts';
import type { StatementCurve, StatementNextStep } from './statement.ts';

type DrawnCurve = Pick<StatementCurve, 'outline' | 'rows' | 'here'>;

export function nextStep(
  cells: ComponentFigures,
  { rows, outline, here }: DrawnCurve,
  read: (cell: string) => Exact,
  places: number,
): StatementNextStep | undefined {
  if (!here || !cells.result) return undefined;
  const reached = outline.find(
    ({ at, pays }) => at.gt(here.at) && pays.gt(here.pays) && rows.some((row) => row.at.eq(at)),
  );
  if (!reached || isAboveCap(cells, reached.at)) return undefined;
  const missing = missingTo(cells, reached.at, here.at, read);
  if (!missing || missing.number.eq(ZERO)) return undefined;
  const number = roundedUp(missing.number.abs(), missing.unit, places);
  return {
    ...reached,
    missing: { number, unit: missing.unit },
    isLess: missing.number.lt(ZERO),
  };
}

function isAboveCap({ component }: ComponentFigures, at: Exact): boolean {
  const cap = 'attainmentCap' in component ? component.attainmentCap : undefined;
  return cap !== undefined && at.gt(cap);
}

/** A curve runs on the result itself, on an attainment of a quota, or on a score. */
function missingTo(
  { component, attainment, quota, result = '', resultUnit = 'number' }: ComponentFigures,
  wanted: Exact,
  here: Exact,
  read: (cell: string) => Exact,
): { readonly number: Exact; readonly unit: Unit } | undefined {
  if (attainment === undefined) return { number: wanted.minus(read(result)), unit: resultUnit };
  if (quota === undefined) return { number: wanted.minus(here), unit: 'ratio' };
  const kind = kindOf(component);
  if (kind === 'none' || (kind === 'inverse' && wanted.eq(ZERO))) return undefined;
  const baseline = ('baseline' in component ? component.baseline?.number : undefined) ?? ZERO;
  const needed = resultWanted(kind, { attainment: wanted, quota: read(quota), baseline });
  return { number: needed.minus(read(result)), unit: resultUnit };
}

/** Tiers on a quota hold the result against it as it is. */
function kindOf(component: ComponentFigures['component']): AttainmentKind | 'none' {
  return 'attainment' in component ? component.attainment : 'ratio';
}

/** To the unit that can be reached: a whole deal, a cent; ratios stay as they are. */
function roundedUp(number: Exact, unit: Unit, minorDigits: number): Exact {
  const digits: Partial<Record<Unit, number>> = { money: minorDigits, count: 0 };
  const places = digits[unit];
  if (places === undefined) return number;
  const rounded = roundTo(number, places, 'half-up');
  return rounded.lt(number) ? rounded.plus(ONE.div(tenTo(places))) : rounded;
}

function tenTo(places: number): Exact {
  return Array.from({ length: places }).reduce<Exact>((power) => power.times('10'), ONE);
}
