// Draws: what a payee gets in a period whatever they earned. A recoverable draw is an advance: its
// balance is carried and taken back from earnings above the draw, and from nothing else. A
// non-recoverable one is a guarantee: what it adds is kept. In: what was earned.
// Out: the lines that settle it into a payment, and the balance. Source: ENGINE.md section 7.

import { minorDigits } from '../currency.ts';
import { ZERO } from '../exact-number.ts';
import {
  add,
  constant,
  type Formula,
  maximum,
  minimum,
  multiply,
  subtract,
} from '../worksheet/operations.ts';
import type { PlanSheet } from './plan-sheet.ts';

export interface DrawCells {
  readonly payment: Formula;
  /** What the draw adds to the earnings of the period. */
  readonly advance: Formula;
  /** What is taken back of earlier advances, as a negative number, and the balance after it. */
  readonly recovery?: {
    readonly recovered: Formula;
    readonly before: Formula;
    readonly after: Formula;
  };
}

const NOTHING = constant(ZERO, 'money');

export function drawCells(sheet: PlanSheet, earned: Formula): DrawCells | undefined {
  const { draw, currency, rounding } = sheet.plan;
  if (!draw) return undefined;
  const cell = (step: string, label: string, formula: Formula): Formula =>
    sheet.cell({ id: `draw.${step}`, label, unit: 'money', path: ['draw'] }, formula);
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
    maximum(NOTHING, subtract(guaranteed, earned)),
  );
  const settled = add(earned, advance);
  const payment = (lines: Formula): Formula =>
    sheet.cell({ id: 'plan.total', label: 'Payment', unit: 'money', path: ['draw'] }, lines);
  if (draw.kind === 'non-recoverable') return { payment: payment(settled), advance };
  const before = sheet.drawBalance();
  const above = maximum(NOTHING, subtract(earned, guaranteed));
  const recovered = cell('recovered', 'Draw taken back', subtract(NOTHING, minimum(before, above)));
  const after = cell('balanceAfter', 'Draw balance carried on', add(before, advance, recovered));
  return {
    payment: payment(add(settled, recovered)),
    advance,
    recovery: { recovered, before, after },
  };
}
