// Gates: a condition on another measure that stands between a result and its pay.
// In: the plan's gates. Out: cells for result, requirement and "met", and a gate's effect on a
// factor or on money. Source: ENGINE.md section 6.

import { ZERO } from '../exact-number.ts';
import type { GateEffect } from '../plan/document.ts';
import type { Gate } from '../plan/plan.ts';
import {
  choose,
  constant,
  type Formula,
  minimum,
  multiply,
  type Unit,
} from '../worksheet/operations.ts';
import type { Condition } from './condition.ts';
import type { PlanSheet } from './plan-sheet.ts';
import { requirementCells } from './requirement.ts';
import { isJudged } from './timeframe.ts';

/** A gate on the worksheet. Without `met` it is not judged yet (over the year, before its end). */
export interface GateCells extends Condition {
  readonly gate: Gate;
  readonly result?: Formula;
  readonly required?: Formula;
  readonly met?: Formula;
  readonly unit: Unit;
}

export function gateCells(sheet: PlanSheet, gate: Gate, index: number): GateCells {
  const path = ['gates', index];
  const unit = sheet.plan.measures.get(gate.measure)?.unit ?? 'number';
  const { id, actsOn } = gate;
  const base = { gate, unit, id: `gate.${id}`, key: id, title: gate.title, path, actsOn };
  if (!isJudged(sheet.timeframe, gate.window)) return base;
  const { result, required, met } = requirementCells(sheet, gate, { id: `gate.${id}`, path });
  const leaves = {
    factor: (factor: Formula) => choose(met, factor, onFactor(gate.whenNotMet, factor)),
    money: (money: Formula) => choose(met, money, scaled(gate.whenNotMet, money, 'money')),
  };
  const acts = isDeferring(gate) ? { opens: opening(sheet, gate.whenNotMet, met) } : { leaves };
  return { ...base, result, required, met, ...acts };
}

/** Whether what a gate is not met for waits until it is. */
export function isDeferring({ whenNotMet }: Gate): boolean {
  return typeof whenNotMet === 'object' && 'defer' in whenNotMet;
}

/** What waits may be paid once the gate is met, or at the year's end where the plan says so. */
function opening(sheet: PlanSheet, effect: GateEffect, met: Formula): Formula {
  const isPaidAtEnd =
    typeof effect === 'object' && 'defer' in effect && effect.defer.atYearEnd === 'pay';
  return isPaidAtEnd ? { op: 'any', of: [met, sheet.ends()] } : met;
}

function onFactor(effect: GateEffect, factor: Formula): Formula {
  if (typeof effect === 'object' && 'capFactor' in effect) {
    return minimum(factor, constant(effect.capFactor, 'ratio'));
  }
  return scaled(effect, factor, 'ratio');
}

function scaled(effect: GateEffect, whole: Formula, unit: Unit): Formula {
  if (effect === 'zero') return constant(ZERO, unit);
  if ('scale' in effect) return multiply(whole, constant(effect.scale, 'ratio'));
  throw new Error('a factor cap cannot act on money, and what waits is not scaled');
}
