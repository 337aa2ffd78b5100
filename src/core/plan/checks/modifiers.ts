// Modifiers look at a measure that exists, by a curve in its unit that gives factors, and act on
// components that exist.

import { checkCurve } from '../../components/curve-check.ts';
import { curveYields } from '../../curves/kinds.ts';
import { measureNamed, type PlanCheck } from '../draft.ts';
import { checkActsOn } from './acts-on.ts';

export const checkModifiers: PlanCheck = (draft, findings) => {
  for (const { path, fields } of draft.modifiers) {
    checkActsOn(fields.actsOn, path, findings);
    const { measure: id, curve } = fields;
    const measure = id && measureNamed(draft, findings, [...path, 'measure'], id);
    if (!curve) continue;
    const isPlain = measure && measure.unit !== 'ratio';
    checkCurve(curve, isPlain ? 'plain' : 'percent', {
      measure: (inner, name) => measureNamed(draft, findings, [...path, ...inner], name),
      report: (code, inner, what, remedy) => {
        findings.report(code, [...path, ...inner], what, remedy);
      },
    });
    if (curveYields(curve) === 'factor') continue;
    findings.report(
      'modifier/needs-factor',
      [...path, 'curve', 'shape'],
      `a \`${curve.shape}\` curve multiplies the measure itself, and a modifier needs a factor`,
      'write `shape: linear` or `shape: stepped`',
    );
  }
};
