// A range that makes sense for a slider: it holds what stands now and every figure that the plan
// holds it against (quotas, gates, corners of curves and key results), with room above.
// In: figures. Out: bounds, steps.

import { minorDigits } from '../currency.ts';
import { compareExact, type Exact, exact, largest, ONE, smallest, ZERO } from '../exact-number.ts';
import { type Datum, type Formula, operandsOf, type Unit } from '../worksheet/operations.ts';
import type { Worksheet } from '../worksheet/worksheet.ts';

const ROOM = exact('1.5');
const TENTH_OF_PERCENT = exact('0.001');
const HUNDREDTH = exact('0.01');
/** No result of a company comes near. */
const BOUNDLESS = exact('1000000000000');
const TEN_TIMES = exact('10');
const TEN_YEARS = exact('3650');

/** The smallest change of a figure that anybody speaks of. */
export function stepOf(unit: Unit, currency: string): Exact {
  if (unit === 'money') return ONE.div(exact(`1${'0'.repeat(minorDigits(currency))}`));
  if (unit === 'ratio') return TENTH_OF_PERCENT;
  return unit === 'number' ? HUNDREDTH : ONE;
}

export interface Bounds {
  readonly least: Exact;
  readonly most: Exact;
}

/** Between which figures something can be at all. */
export function boundsOfUnit(unit: Unit, isShare: boolean): Bounds {
  if (isShare) return { least: ZERO, most: ONE };
  if (unit === 'ratio') return { least: ZERO, most: TEN_TIMES };
  return { least: ZERO, most: unit === 'days' ? TEN_YEARS : BOUNDLESS };
}

/** A slider's range around figures, on round numbers. */
export function rangeAround(
  figures: readonly Exact[],
  { least, most }: Bounds,
): { readonly from: Exact; readonly to: Exact } {
  const top = figures.reduce((highest, each) => largest(highest, each), ZERO);
  const bottom = figures.reduce((lowest, each) => smallest(lowest, each), ZERO);
  const to = compareExact(top, ZERO) > 0 ? roundUp(top.times(ROOM)) : ONE;
  const from = compareExact(bottom, ZERO) < 0 ? roundUp(bottom.abs().times(ROOM)).neg() : ZERO;
  return { from: largest(from, smallest(least, bottom)), to: smallest(to, largest(most, top)) };
}

/** To one of 1, 2, 2.5, 5 times a power of ten: a place on an axis, not a figure of pay. */
function roundUp(figure: Exact): Exact {
  const power = 10 ** Math.floor(Math.log10(figure.approximately()));
  const [round = 10] = [1, 2, 2.5, 5, 10].filter((each) => each * power >= figure.approximately());
  return exact((round * power).toFixed(power < 1 ? 6 : 0));
}

/** What a worksheet holds a cell against: constants and cells in the formulas that read it. */
export function figuresBeside(
  { cells }: Worksheet,
  cell: string,
  read: (id: string) => Datum,
): readonly Exact[] {
  const unit = cells.find(({ id }) => id === cell)?.unit;
  const units = new Map(cells.map(({ id, unit: of }) => [id, of]));
  const names = new Set([cell]);
  const found: Exact[] = [];
  const keep = (datum: Datum): void => {
    if (typeof datum === 'object') found.push(datum);
  };
  const visit = (node: Formula): void => {
    if (node.op === 'constant' && node.unit === unit) keep(node.datum);
    if (node.op === 'cell' && !names.has(node.id) && units.get(node.id) === unit)
      keep(read(node.id));
    if ('points' in node && isNamed(node.on, names)) found.push(...node.points.map(({ at }) => at));
    operandsOf(node).forEach(visit);
  };
  for (const { id, formula } of cells) {
    if (isNamed(formula, names)) names.add(id);
    else if (mentions(formula, names)) visit(formula);
  }
  return found;
}

function isNamed(node: Formula, names: ReadonlySet<string>): boolean {
  return node.op === 'cell' && names.has(node.id);
}

function mentions(node: Formula, names: ReadonlySet<string>): boolean {
  return isNamed(node, names) || operandsOf(node).some((each) => mentions(each, names));
}
