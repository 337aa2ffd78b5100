// Rows that state where they end, for authors who think in from and to. A row never needs its end:
// the next one's start is it. So a stated end is a check: it must be exactly where the next row
// starts, else a number lies in no row, or in two.
// In: rows as written. Out: findings at the ends.

import { type Figure, figure, figureText } from '../document/leaves.ts';
import { exact } from '../exact-number.ts';
import { type CurveFault, inOtherUnit } from './curve-shape.ts';

/** Where a row starts, and where it ends if the author says so. */
export const fromTo = { from: figure, to: figure.optional() };

interface Row {
  readonly from: Figure;
  readonly to?: Figure | undefined;
}

export function endFaults(rows: readonly Row[], list: 'tiers' | 'steps'): readonly CurveFault[] {
  return rows.flatMap((row, index) => {
    if (!row.to) return [];
    const fault = endFault(row.from, row.to, rows[index + 1]);
    return fault ? [{ ...fault, path: [list, index, 'to'] }] : [];
  });
}

function endFault(
  from: Figure,
  to: Figure,
  next: Row | undefined,
): Omit<CurveFault, 'path'> | undefined {
  const [start, end] = [from, to].map((each) => `\`${figureText(each)}\``);
  if (inOtherUnit(to, from)) {
    const what = `the row starts at ${start} and ends at ${end}, in another unit`;
    const remedy = 'write both as percentages, or neither';
    return { code: 'plan/unit-mismatch', what, remedy };
  }
  if (to.number.lte(from.number)) {
    const what = `the row ends at ${end}, and starts at ${start}`;
    return { code: 'curve/unordered', what, remedy: 'write an end above the start' };
  }
  if (!next) {
    const what = `nothing is said about what lies above ${end}, where the last row ends`;
    const remedy = 'leave `to` out: the last row has no end; what ends pay is a cap';
    return { code: 'curve/gap', what, remedy };
  }
  return inOtherUnit(to, next.from) ? undefined : meetingFault(to, next.from);
}

/** The figure half-way between is in no row, or in both. */
function meetingFault(to: Figure, next: Figure): Omit<CurveFault, 'path'> | undefined {
  const order = to.number.cmp(next.number);
  if (order === 0) return undefined;
  const [end, start] = [to, next].map((each) => `\`${figureText(each)}\``);
  const half = to.number.plus(next.number).times(exact('0.5'));
  const between = `\`${figureText({ ...to, number: half })}\``;
  const meeting = `this row ends at ${end}, and the next one starts at ${start}`;
  const remedy = `write \`to: ${figureText(next)}\`, or leave it out: the next start is the end`;
  return order < 0
    ? { code: 'curve/gap', what: `${meeting}; nothing says what ${between} pays`, remedy }
    : { code: 'curve/overlap', what: `${meeting}; ${between} lies in both`, remedy };
}
