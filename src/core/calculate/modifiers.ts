// Modifiers: a second measure that scales what a component earned, by a curve of its own; applied
// after the payout curve and before gates. In: the plan's modifiers. Out: cells for the measure and
// the factor it gives, and an earning scaled by those that act on it. Source: ENGINE.md section 6.

import type { Earning } from '../components/component-kind.ts';
import type { Component } from '../components/kinds.ts';
import { applyCurve } from '../curves/kinds.ts';
import { actsOn, type Modifier } from '../plan/plan.ts';
import { type Formula, multiply, type Unit } from '../worksheet/operations.ts';
import type { PlanSheet } from './plan-sheet.ts';
import { isJudged } from './timeframe.ts';

/** A modifier on the worksheet; without a factor it is not judged yet (over the year). */
export interface ModifierCells {
  readonly modifier: Modifier;
  readonly unit: Unit;
  readonly result?: Formula;
  readonly factor?: Formula;
}

export function modifierCells(sheet: PlanSheet, modifier: Modifier, index: number): ModifierCells {
  const { id, title, measure, window, curve } = modifier;
  const unit = sheet.plan.measures.get(measure)?.unit ?? 'number';
  if (!isJudged(sheet.timeframe, window)) return { modifier, unit };
  const path = ['modifiers', index];
  const measured = sheet.measures.read(measure, window).formula;
  const result = sheet.cell(
    { id: `modifier.${id}.result`, label: `${title}: result`, unit, path },
    measured,
  );
  const factor = sheet.cell(
    { id: `modifier.${id}.factor`, label: `${title}: factor`, unit: 'ratio', path },
    applyCurve(curve, { on: result, unit, read: (id) => sheet.measures.read(id, window) }),
  );
  return { modifier, unit, result, factor };
}

/** An earning times the factors of the modifiers that act on its component. */
export function modified(
  sheet: PlanSheet,
  component: Component,
  earning: Earning,
  modifiers: readonly ModifierCells[],
): Earning {
  const acting = modifiers.filter(({ modifier }) => actsOn(modifier, component.id));
  return acting.reduce((before, cells) => scaled(sheet, component, before, cells), earning);
}

function scaled(
  sheet: PlanSheet,
  component: Component,
  earning: Earning,
  { modifier, factor }: ModifierCells,
): Earning {
  if (!factor) return earning;
  const { earned } = earning;
  const cell = (unit: Unit, whole: Formula): Formula =>
    sheet.cell(
      {
        id: `${component.id}.modified.${modifier.id}`,
        label: `${component.title} modified by ${modifier.title}`,
        unit,
        path: ['modifiers', sheet.plan.modifiers.indexOf(modifier)],
      },
      multiply(whole, factor),
    );
  return earned.as === 'factor'
    ? { ...earning, earned: { as: 'factor', factor: cell('ratio', earned.factor) } }
    : { ...earning, earned: { as: 'money', money: cell('money', earned.money) } };
}
