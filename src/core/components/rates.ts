// What commission and override share: rates, in tiers, on money. Tiers run on the money itself, on
// the part of a quota that it makes (tiers that start at percentages), or on each deal by itself.
// In: a measure, a curve of rates. Out: checks, and the cells of the money. Source: ENGINE.md, 6.

import { z } from 'zod';
import type { CurveRow } from '../curves/curve-shape.ts';
import {
  applyCurve,
  type Curve,
  curveRows,
  curveSchema,
  curveYields,
  writtenRows,
} from '../curves/kinds.ts';
import type { FieldsOf } from '../document/fields.ts';
import { identifier } from '../document/leaves.ts';
import type { Measure } from '../measures/measure.ts';
import { divide, multiply, type Unit } from '../worksheet/operations.ts';
import type {
  CheckContext,
  CheckedFields,
  CommonShape,
  ComponentSheet,
  Earning,
} from './component-kind.ts';
import { checkCurve } from './curve-check.ts';
import { checkQuota, quotaField } from './quota.ts';

export const rateShape = {
  measure: identifier,
  curve: curveSchema,
  /** Asked for where the tiers start at percentages of it. */
  quota: quotaField.optional(),
  /** `deal`: the tiers look at each deal by itself; otherwise at their sum. */
  per: z.enum(['total', 'deal']).optional(),
};
export type RateFields = FieldsOf<typeof rateShape & CommonShape>;

/** Checks what all rates on money share; returns the measure for a kind's own checks. */
export function checkRates(fields: RateFields, context: CheckContext): Measure | undefined {
  const measure = fields.measure && context.measure(['measure'], fields.measure);
  if (!measure) return undefined;
  checkMeasure(measure, fields, context);
  if (fields.quota) checkQuota(fields.quota, measure, context);
  if (fields.curve) checkRateCurve(fields.curve, measure, fields, context);
  return measure;
}

/** Rates multiply money; a tier's fixed money can be earned on any measure. */
function checkMeasure(measure: Measure, { per, curve }: RateFields, context: CheckContext): void {
  const isRate = curve === undefined || curveYields(curve) === 'product';
  if (isRate && measure.unit !== 'money') {
    const what = `rates are paid on money, and \`${measure.id}\` is measured in ${measure.unit}`;
    context.report('plan/unit-mismatch', ['measure'], what, 'name a measure that sums money');
  }
  if (per === 'deal' && measure.calculate !== 'sum') {
    const what = `\`${measure.id}\` is not summed from deals, and \`per: deal\` looks at each deal`;
    context.report('commission/per-deal', ['per'], what, 'name a measure with `calculate: sum`');
  }
}

function checkRateCurve(
  curve: Curve,
  measure: Measure,
  fields: RateFields,
  context: CheckContext,
): void {
  if (curveYields(curve) === 'factor') {
    context.report(
      'commission/needs-rates',
      ['curve', 'shape'],
      `a \`${curve.shape}\` curve gives a factor, and rates are needed`,
      'write `shape: marginal` (each slice at its rate) or `shape: retroactive` (the whole at ' +
        'the rate reached), with tiers such as `{ from: 0, rate: 5% }`',
    );
    return;
  }
  const onQuota = runsOnQuota(curve, measure.unit);
  checkCurve(curve, onQuota || measure.unit === 'ratio' ? 'percent' : 'plain', context);
  if (onQuota && fields.per === 'deal') {
    context.report(
      'commission/per-deal',
      ['per'],
      'the tiers start at percentages of a quota, and one deal has no quota',
      'start the tiers at money, or remove `per: deal`',
    );
  } else if (onQuota && !context.isWritten('quota')) {
    context.report(
      'document/missing-field',
      [],
      '`quota` is missing, and the tiers start at percentages of it',
      'add `quota: assigned` or `quota: { annual: … }`',
    );
  }
}

/** Tiers that start at percentages run on the attainment of a quota, or on a percentage itself. */
function runsOnQuota(curve: Curve, unit: Unit): boolean {
  if (unit === 'ratio') return false;
  const isPlaced = ({ at }: CurveRow): boolean => !at.number.eq('0');
  const written = writtenRows(curve).filter(isPlaced);
  const rows = written.length > 0 ? written : curveRows(curve).filter(isPlaced);
  return rows.some(({ at }) => at.isPercent);
}

export function earnRates(
  component: CheckedFields<typeof rateShape & CommonShape>,
  sheet: ComponentSheet,
  word: string,
): Earning {
  const { title, curve } = component;
  const measured = sheet.measure(component.measure);
  const result = sheet.cell(
    { step: 'result', label: `Credited for ${title}`, unit: measured.unit, path: ['measure'] },
    measured.formula,
  );
  const step = {
    step: 'earned',
    label: `${word} for ${title}`,
    unit: 'money',
    path: ['curve'],
  } as const;
  const base = { result, resultUnit: measured.unit };
  if (component.per === 'deal') {
    const money = sheet.sumPerDeal(step, component.measure, (figure) =>
      applyCurve(curve, { on: figure, unit: measured.unit, read: sheet.measure }),
    );
    return { ...base, earned: { as: 'money', money } };
  }
  if (!component.quota || !runsOnQuota(curve, measured.unit)) {
    return {
      ...base,
      earned: {
        as: 'money',
        money: sheet.cell(
          step,
          applyCurve(curve, { on: result, unit: measured.unit, read: sheet.measure }),
        ),
      },
    };
  }
  const quota = sheet.quota(component.quota, component.measure);
  const attainment = sheet.cell(
    { step: 'attainment', label: `Attainment of ${title}`, unit: 'ratio', path: ['quota'] },
    divide(result, quota),
  );
  const onAttainment = applyCurve(curve, { on: attainment, unit: 'ratio', read: sheet.measure });
  // Rates over the attainment, times the quota, are rates over the money.
  const isRate = curveYields(curve) === 'product';
  const money = sheet.cell(step, isRate ? multiply(quota, onAttainment) : onAttainment);
  return { ...base, quota, attainment, earned: { as: 'money', money } };
}
