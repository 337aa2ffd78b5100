// Modifiers look at a measure that exists, by a curve in its unit that gives factors, and act on
// components that exist.

import { checkCurve } from '../../components/curve-check.ts';
import { type Curve, curveYields } from '../../curves/kinds.ts';
import type { Findings } from '../../document/findings.ts';
import type { Measure } from '../../measures/measure.ts';
import type { DocumentPath } from '../../source.ts';
import { measureNamed, type PlanCheck, type PlanDraft } from '../draft.ts';
import { checkActsOn } from './acts-on.ts';

export const checkModifiers: PlanCheck = (draft, findings) => {
  for (const { path, fields } of draft.modifiers) {
    checkActsOn(fields.actsOn, path, findings);
    const { measure: id, curve } = fields;
    const measure = id && measureNamed(draft, findings, [...path, 'measure'], id);
    if (curve) checkFactorCurve(draft, { curve, measure, path }, findings);
  }
};

interface FactorCurve {
  readonly curve: Curve;
  /** What it runs on, as far as that is known. */
  readonly measure: Measure | '' | undefined;
  /** Of the entry that has the curve. */
  readonly path: DocumentPath;
}

/** A curve that scales pay: it runs on a measure in its unit, and gives a factor. */
export function checkFactorCurve(
  draft: PlanDraft,
  { curve, measure, path }: FactorCurve,
  findings: Findings,
): void {
  const isPlain = measure && measure.unit !== 'ratio';
  checkCurve(curve, isPlain ? 'plain' : 'percent', {
    measure: (inner, name) => measureNamed(draft, findings, [...path, ...inner], name),
    report: (code, inner, what, remedy) => {
      findings.report(code, [...path, ...inner], what, remedy);
    },
  });
  if (curveYields(curve) === 'factor') return;
  findings.report(
    'modifier/needs-factor',
    [...path, 'curve', 'shape'],
    `a \`${curve.shape}\` curve multiplies the measure itself, and scaling pay needs a factor`,
    'write `shape: linear` or `shape: stepped`',
  );
}
