// Draws: what a payee gets in a period whatever they earned. A recoverable draw is an advance: its
// balance is carried and taken back from earnings above the draw, and from nothing else. A
// non-recoverable one is a guarantee: what it adds is kept. In: what is due so far.
// Out: what is added and what is taken back, and the balance. Source: ENGINE.md section 7.

import { minorDigits } from '../currency.ts';
import {
  add,
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
  const { draw, currency, rounding } = sheet.plan;
  if (!draw) return undefined;
  const cell = (step: string, label: string, formula: Formula): Formula =>
    sheet.cell({ id: `${DRAW}.${step}`, label, unit: 'money', path: ['draw'] }, formula);
  const whole = multiply(constant(draw.perPeriod, 'money'), sheet.part('periods', 'period'));
  const places = minorDigits(currency);
  const guaranteed = cell('amount', 'Draw of the period', {
    op: 'round',
    of: whole,
    places,
    mode: rounding,
  });
  const advance = cell(
    'advance',
    'Draw paid on top of earnings',
    maximum(NO_MONEY, subtract(guaranteed, due)),
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
  const after = cell('balanceAfter', 'Draw balance carried on', add(before, advance, recovered));
  return {
    lines: [advanced, { id: 'draw-recovered', title: 'Draw taken back', adds: recovered }],
    balances: [{ id: DRAW, title: 'Draw', before, after }],
  };
};
