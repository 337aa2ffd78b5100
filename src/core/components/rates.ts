// What commission and override share: rates, in tiers, on money. Tiers run on the money itself, on
// the part of a quota that it makes (tiers that start at percentages), or on each deal by itself.
// In: a measure, a curve of rates. Out: checks, and the cells of the money. Source: ENGINE.md, 6.

import { z } from 'zod';
import { applyCurve, type Curve, curveRows, curveSchema, curveYields } from '../curves/kinds.ts';
import type { FieldsOf } from '../document/fields.ts';
import { identifier } from '../document/leaves.ts';
import type { Measure } from '../measures/measure.ts';
import { divide, multiply } from '../worksheet/operations.ts';
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
  checkMoney(measure, fields, context);
  if (fields.quota) checkQuota(fields.quota, measure, context);
  if (fields.curve) checkRateCurve(fields.curve, fields, context);
  return measure;
}

function checkMoney(measure: Measure, { per }: RateFields, context: CheckContext): void {
  if (measure.unit !== 'money') {
    const what = `rates are paid on money, and \`${measure.id}\` is measured in ${measure.unit}`;
    context.report('plan/unit-mismatch', ['measure'], what, 'name a measure that sums money');
  }
  if (per === 'deal' && measure.calculate !== 'sum') {
    const what = `\`${measure.id}\` is not summed from deals, and \`per: deal\` looks at each deal`;
    context.report('commission/per-deal', ['per'], what, 'name a measure with `calculate: sum`');
  }
}

function checkRateCurve(curve: Curve, fields: RateFields, context: CheckContext): void {
  if (curveYields(curve) !== 'product') {
    context.report(
      'commission/needs-rates',
      ['curve', 'shape'],
      `a \`${curve.shape}\` curve gives a factor, and rates are needed`,
      'write `shape: marginal` (each slice at its rate) or `shape: retroactive` (the whole at ' +
        'the rate reached), with tiers such as `{ from: 0, rate: 5% }`',
    );
    return;
  }
  const onQuota = runsOnQuota(curve);
  checkCurve(curve, onQuota ? 'percent' : 'plain', context);
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

/** Tiers that start at percentages run on the attainment of a quota. */
function runsOnQuota(curve: Curve): boolean {
  return curveRows(curve).some(({ at }) => at.isPercent && !at.number.eq('0'));
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
      applyCurve(curve, { on: figure, unit: 'money', read: sheet.measure }),
    );
    return { ...base, earned: { as: 'money', money } };
  }
  if (!component.quota || !runsOnQuota(curve)) {
    return {
      ...base,
      earned: {
        as: 'money',
        money: sheet.cell(
          step,
          applyCurve(curve, { on: result, unit: 'money', read: sheet.measure }),
        ),
      },
    };
  }
  const quota = sheet.quota(component.quota, component.measure);
  const attainment = sheet.cell(
    { step: 'attainment', label: `Attainment of ${title}`, unit: 'ratio', path: ['quota'] },
    divide(result, quota),
  );
  // Tiers over the attainment, times the quota, are tiers over the money.
  const money = sheet.cell(
    step,
    multiply(quota, applyCurve(curve, { on: attainment, unit: 'ratio', read: sheet.measure })),
  );
  return { ...base, quota, attainment, earned: { as: 'money', money } };
}
