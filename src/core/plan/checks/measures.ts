// Measures that are made of other measures: both sides exist, are not ratios themselves, and have
// units that divide.

import type { Findings } from '../../document/findings.ts';
import type { Measure } from '../../measures/measure.ts';
import { measureNamed, type PlanCheck, type PlanDraft } from '../draft.ts';

export const checkMeasures: PlanCheck = (draft, findings) => {
  for (const measure of draft.measures?.values() ?? []) {
    if (measure?.calculate === 'ratio') checkRatio(draft, findings, measure);
  }
};

function checkRatio(
  draft: PlanDraft,
  findings: Findings,
  measure: Extract<Measure, { calculate: 'ratio' }>,
): void {
  const path = ['measures', measure.id];
  const sides = (['numerator', 'denominator'] as const).map((side) =>
    measureNamed(draft, findings, [...path, side], measure[side]),
  );
  for (const [index, side] of sides.entries()) {
    if (side?.calculate !== 'ratio' || side.id === measure.id) continue;
    findings.report(
      'measure/nested-ratio',
      [...path, index === 0 ? 'numerator' : 'denominator'],
      `\`${side.id}\` is a ratio itself`,
      'name measures that are counted, summed or reported',
    );
  }
  const [over, under] = sides;
  if (over && under && ratioUnit(over, under) === undefined) {
    findings.report(
      'plan/unit-mismatch',
      [...path, 'denominator'],
      `${over.unit} divided by ${under.unit} has no meaning`,
      'divide by the same unit, or by a count',
    );
  }
}

/** Unit of one measure divided by another; undefined when that has no meaning. */
export function ratioUnit(over: Measure, under: Measure): Measure['unit'] | undefined {
  if (over.unit === under.unit) return 'ratio';
  const isPlain = under.unit === 'count' || under.unit === 'number' || under.unit === 'ratio';
  return isPlain ? over.unit : undefined;
}
