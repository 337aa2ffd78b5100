// okr: one objective with weighted key results, each scored 0 to 1. Pays target incentive x weight
// x payoutCurve(score); full pay usually at 0.7, because an OKR is aspirational.
// In: key results and a curve. Out: the cells of its factor. Source: ENGINE.md section 6.

import { z } from 'zod';
import { curveSchema } from '../curves/kinds.ts';
import { text } from '../document/leaves.ts';
import { ONE } from '../exact-number.ts';
import type { Formula } from '../worksheet/operations.ts';
import {
  type ComponentPart,
  type ComponentSheet,
  defineKind,
  weightShape,
} from './component-kind.ts';
import { checkFactorCurve } from './curve-check.ts';
import {
  askedOf,
  checkKeyResult,
  highestScore,
  type KeyResult,
  keyResultField,
  keyResultScore,
  wayOf,
} from './key-results.ts';
import { fullPay, keyResultCount, objectiveCount } from './okr-practice.ts';
import { checkWeights, earnScore } from './scored.ts';

const shape = {
  ...weightShape,
  objective: text,
  keyResults: z.array(keyResultField).min(1),
  curve: curveSchema,
};

export const okr = defineKind<typeof shape>({
  shape,
  weighted: true,
  attains: () => true,
  measures: ({ keyResults }) => (keyResults ?? []).flatMap(({ measure }) => measure ?? []),
  parts: ({ keyResults }) => keyResults.map(partOf),
  scored: ({ keyResults }) =>
    keyResults
      .filter((each) => wayOf(each) === 'milestone')
      .map(({ id, title, scoreCap }) => ({
        goal: id,
        title,
        scale: { upTo: scoreCap ?? ONE },
        whenMissing: 'stop' as const,
        combine: 'last-given' as const,
      })),

  fullPay: 'when-first-reached',
  practice: ({ keyResults }, look, nth) => [
    ...keyResultCount(keyResults),
    ...objectiveCount(nth),
    ...fullPay(look),
  ],

  check(fields, context) {
    if (fields.keyResults) {
      checkWeights(fields.keyResults, 'keyResults', context);
      fields.keyResults.forEach((keyResult, index) => {
        checkKeyResult(keyResult, ['keyResults', index], context);
      });
    }
    if (fields.curve) checkFactorCurve(fields.curve, 'percent', context);
  },

  earn(component, sheet) {
    const scores = component.keyResults.map((keyResult, index) => ({
      weight: keyResult.weight,
      score: scoreCell(component.id, keyResult, index, sheet),
    }));
    return earnScore(component, scores, 'keyResults', sheet);
  },
});

function partOf(keyResult: KeyResult): ComponentPart {
  const { id, title, weight, measure } = keyResult;
  const asked = askedOf(keyResult);
  const highest = highestScore(keyResult);
  return { id, title, weight, highest, ...(measure && { measure }), ...(asked && { asked }) };
}

function scoreCell(
  component: string,
  keyResult: KeyResult,
  index: number,
  sheet: ComponentSheet,
): Formula {
  const { id, title, measure } = keyResult;
  const path = ['keyResults', index];
  const scoreStep = {
    step: `part.${id}.score`,
    label: `Score of ${title}`,
    unit: 'ratio',
    path,
  } as const;
  if (!measure) return sheet.input(scoreStep, { from: 'score', component, goal: id });
  const measured = sheet.measure(measure);
  const result = sheet.cell(
    { step: `part.${id}.result`, label: `Result of ${title}`, unit: measured.unit, path },
    measured.formula,
  );
  return sheet.cell(scoreStep, keyResultScore(keyResult, result, measured.unit));
}
