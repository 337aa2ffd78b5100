// Gates: a condition on another measure that stands between a result and its pay.
// In: the plan's gates. Out: cells for result, requirement and "met", and a gate's effect on a
// factor or on money. Source: ENGINE.md section 6.

import { applyCurve } from '../curves/kinds.ts';
import { ZERO } from '../exact-number.ts';
import type { GateEffect } from '../plan/document.ts';
import { type Gate, scaleCurve } from '../plan/plan.ts';
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
  /** What a curve of its own leaves of pay when it is not met. */
  readonly scale?: Formula;
  readonly unit: Unit;
}

export function gateCells(sheet: PlanSheet, gate: Gate, index: number): GateCells {
  const path = ['gates', index];
  const unit = sheet.plan.measures.get(gate.measure)?.unit ?? 'number';
  const { id, actsOn } = gate;
  const base = { gate, unit, id: `gate.${id}`, key: id, title: gate.title, path, actsOn };
  if (!isJudged(sheet.timeframe, gate.window)) return base;
  const { result, required, met } = requirementCells(sheet, gate, { id: `gate.${id}`, path });
  const scale = scaleOf(sheet, gate, index, result);
  const leaves = {
    factor: (factor: Formula) => choose(met, factor, onFactor(gate.whenNotMet, factor, scale)),
    money: (money: Formula) => choose(met, money, scaled(gate.whenNotMet, money, 'money', scale)),
  };
  const acts = isDeferring(gate) ? { opens: opening(sheet, gate.whenNotMet, met) } : { leaves };
  return { ...base, result, required, met, ...(scale && { scale }), ...acts };
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

/** What a curve of the gate's own leaves of pay, by how far its measure missed. */
function scaleOf(
  sheet: PlanSheet,
  { id, title, measure, window, whenNotMet }: Gate,
  index: number,
  result: Formula,
): Formula | undefined {
  const curve = scaleCurve(whenNotMet);
  if (!curve) return undefined;
  const unit = sheet.plan.measures.get(measure)?.unit ?? 'number';
  const path = ['gates', index, 'whenNotMet', 'scale', 'curve'];
  const read = (other: string) => sheet.measures.read(other, window);
  return sheet.cell(
    {
      id: `gate.${id}.scale`,
      label: `${title}: part that is paid when not met`,
      unit: 'ratio',
      path,
    },
    applyCurve(curve, { on: result, unit, read }),
  );
}

function onFactor(effect: GateEffect, factor: Formula, scale: Formula | undefined): Formula {
  if (typeof effect === 'object' && 'capFactor' in effect) {
    return minimum(factor, constant(effect.capFactor, 'ratio'));
  }
  return scaled(effect, factor, 'ratio', scale);
}

function scaled(
  effect: GateEffect,
  whole: Formula,
  unit: Unit,
  scale: Formula | undefined,
): Formula {
  if (effect === 'zero') return constant(ZERO, unit);
  if (scale) return multiply(whole, scale);
  if ('scale' in effect && !('curve' in effect.scale)) {
    return multiply(whole, constant(effect.scale, 'ratio'));
  }
  throw new Error('a factor cap cannot act on money, and what waits is not scaled');
}
