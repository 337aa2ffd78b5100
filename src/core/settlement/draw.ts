// Draws: what a payee gets in a period whatever they earned. A recoverable draw is an advance: its
// balance is carried and taken back from earnings above the draw, and from nothing else. A
// non-recoverable one is a guarantee: what it adds is kept. Either may be for a time. In: what is
// due so far. Out: what is added and taken back, and the balance. Source: ENGINE.md section 7.

import type { PlanSheet } from '../calculate/plan-sheet.ts';
import { ZERO } from '../exact-number.ts';
import {
  add,
  choose,
  compare,
  constant,
  type Formula,
  maximum,
  minimum,
  multiply,
  NO_MONEY,
  subtract,
} from '../worksheet/operations.ts';
import type { SettlementStep } from './step.ts';

const DRAW = 'draw';

export const drawStep: SettlementStep = (sheet, { due }) => {
  const { draw } = sheet.plan;
  if (!draw) return undefined;
  const cell = (step: string, label: string, formula: Formula): Formula =>
    sheet.cell({ id: `${DRAW}.${step}`, label, unit: 'money', path: ['draw'] }, formula);
  const periods = sheet.input(
    { id: `${DRAW}.periods`, label: 'Payout periods with a draw', unit: 'number', path: ['draw'] },
    { from: 'drawPeriods' },
  );
  const whole = multiply(constant(draw.perPeriod, 'money'), periods);
  const guaranteed = cell('amount', 'Draw of the period', sheet.rounded(whole));
  // Without a draw in the period nothing is advanced, not even up to zero.
  const isDrawn = compare(periods, '>', constant(ZERO, 'number'));
  const advance = cell(
    'advance',
    'Draw paid on top of earnings',
    choose(isDrawn, maximum(NO_MONEY, subtract(guaranteed, due)), NO_MONEY),
  );
  const advanced = { id: DRAW, title: 'Draw', adds: advance };
  if (draw.kind === 'non-recoverable') return { lines: [advanced], balances: [] };
  const before = sheet.balanceBefore(DRAW, 'Draw balance before', ['draw']);
  const above = maximum(NO_MONEY, subtract(due, guaranteed));
  const recovered = cell(
    'recovered',
    'Draw taken back',
    subtract(NO_MONEY, minimum(before, above)),
  );
  const open = add(before, advance, recovered);
  const forgiven =
    draw.atEnd === 'forgive'
      ? cell('forgiven', 'Draw forgiven', choose(drawEnds(sheet), open, NO_MONEY))
      : undefined;
  const left = forgiven ? subtract(open, forgiven) : open;
  const after = cell('balanceAfter', 'Draw balance carried on', left);
  return {
    lines: [advanced, { id: 'draw-recovered', title: 'Draw taken back', adds: recovered }],
    balances: [{ id: DRAW, title: 'Draw', before, after, ...(forgiven && { forgiven }) }],
  };
};

function drawEnds(sheet: PlanSheet): Formula {
  const named = { id: `${DRAW}.ends`, label: 'Draw ends by this period', unit: 'flag' } as const;
  return sheet.input({ ...named, path: ['draw'] }, { from: 'drawEnds' });
}
