// What a gate or a hold asks a measure to be, on the worksheet: its result, what is required, and
// whether it is met. In: the requirement and how its cells are named. Out: three cells.

import type { Requirement, Window } from '../plan/document.ts';
import type { DocumentPath } from '../source.ts';
import { compare, constant, type Formula, type Unit } from '../worksheet/operations.ts';
import type { PlanSheet } from './plan-sheet.ts';

interface Required {
  readonly title: string;
  readonly measure: string;
  readonly window: Window;
  readonly require: Requirement;
}

interface RequirementCells {
  readonly result: Formula;
  readonly required: Formula;
  readonly met: Formula;
}

export function requirementCells(
  sheet: PlanSheet,
  { title, measure, window, require }: Required,
  { id, path }: { readonly id: string; readonly path: DocumentPath },
): RequirementCells {
  const measured = sheet.plan.measures.get(measure)?.unit ?? 'number';
  const cell = (step: string, label: string, unit: Unit, formula: Formula): Formula =>
    sheet.cell({ id: `${id}.${step}`, label: `${title}: ${label}`, unit, path }, formula);
  const isFloor = 'atLeast' in require;
  const asked = isFloor ? require.atLeast : require.atMost;
  const result = cell('result', 'result', measured, sheet.measures.read(measure, window).formula);
  const required = cell('required', 'required', measured, constant(asked.number, measured));
  const met = cell('met', 'met', 'flag', compare(result, isFloor ? '>=' : '<=', required));
  return { result, required, met };
}
