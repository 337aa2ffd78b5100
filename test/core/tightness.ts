// Whether a calculation hangs on more digits than doubles have: two numbers that are compared, or
// all but cancel out, and differ by less than a billionth; a number that is rounded and next to a
// half. There exact numbers decide and doubles cannot, as fast-number.ts says. Numbers that are
// equal, or exactly a half, are no such case. In: a worksheet's cells and inputs. Out: yes or no.

import { compareExact, type Exact, exact, exactInteger } from '../../src/core/exact-number.ts';
import { DealColumns } from '../../src/core/worksheet/deal-columns.ts';
import { prepareExact } from '../../src/core/worksheet/exact.ts';
import { type Datum, type Formula, operandsOf } from '../../src/core/worksheet/operations.ts';
import type { Cell, Worksheet } from '../../src/core/worksheet/worksheet.ts';

const BILLIONTH = exact('0.000000001');
const HALF = exact('0.5');

export function isTight(worksheet: Worksheet, inputs: ReadonlyMap<string, Datum>): boolean {
  const parts = worksheet.cells.flatMap(({ formula }) => partsOf(formula));
  const cells = parts.map((formula, at): Cell => ({ ...blank, id: `part-${at}`, formula }));
  const all = { ...worksheet, cells: [...worksheet.cells, ...cells] };
  const found = prepareExact(all)(inputs, DealColumns.of(0, []));
  const datumOf = new Map(parts.map((part, at) => [part, found.cells.get(`part-${at}`)]));
  const read = (formula: Formula): Exact | undefined => {
    const datum = datumOf.get(formula);
    return typeof datum === 'object' ? datum : undefined;
  };
  return parts.some((part) => isTightStep(part, read));
}

const blank = { label: '', unit: 'number', clause: {} as Cell['clause'] } as const;

function partsOf(formula: Formula): readonly Formula[] {
  return [formula, ...operandsOf(formula).flatMap(partsOf)];
}

type Read = (formula: Formula) => Exact | undefined;

function isTightStep(formula: Formula, read: Read): boolean {
  switch (formula.op) {
    case 'compare':
    case 'subtract':
      return areNear(read(formula.left), read(formula.right));
    case 'add':
      return hasNearSums(formula.terms.map(read));
    case 'round':
      return isNextToHalf(read(formula.of), formula.places);
    case 'interpolate':
    case 'lookup':
    case 'marginalTiers':
    case 'retroactiveTiers':
      return formula.points.some(({ at }) => areNear(read(formula.on), at));
    default:
      return false;
  }
}

function areNear(left: Exact | undefined, right: Exact | undefined): boolean {
  if (!left || !right || compareExact(left, right) === 0) return false;
  const size = left.abs().gt(right.abs()) ? left.abs() : right.abs();
  return left.minus(right).abs().lt(size.times(BILLIONTH));
}

function hasNearSums(terms: readonly (Exact | undefined)[]): boolean {
  let sum = exactInteger(0);
  return terms.some((term) => {
    if (!term) return false;
    const isNear = areNear(sum, term.neg());
    sum = sum.plus(term);
    return isNear;
  });
}

function isNextToHalf(number: Exact | undefined, places: number): boolean {
  if (!number) return false;
  const scaled = number.abs().times(exactInteger(10 ** places));
  return (
    areNear(scaled.minus(scaled.round(0, 'down')), HALF) ||
    areNear(scaled, scaled.round(0, 'down').plus(HALF))
  );
}
