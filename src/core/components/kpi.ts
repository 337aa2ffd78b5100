// kpi: a number that must be reached. Pays target incentive x weight x payoutCurve(attainment).
// In: a measure, a quota, how they make an attainment, a curve. Out: the cells of its factor.
// Source: ENGINE.md section 6; PRODUCT.md on what a KPI is.

import { applyCurve, curveSchema } from '../curves/kinds.ts';
import { identifier } from '../document/leaves.ts';
import { attainmentField, attainmentOf } from './attainment.ts';
import { defineKind, weightShape } from './component-kind.ts';
import { checkCurve } from './curve-check.ts';
import { checkQuota, quotaField } from './quota.ts';

const shape = {
  ...weightShape,
  measure: identifier,
  quota: quotaField,
  attainment: attainmentField,
  curve: curveSchema,
};

export const kpi = defineKind<typeof shape>({
  shape,
  weighted: true,
  measures: ({ measure }) => (measure ? [measure] : []),
  parts: () => [],
  scored: () => [],

  check(fields, context) {
    const measure = fields.measure && context.measure(['measure'], fields.measure);
    if (measure && fields.quota) checkQuota(fields.quota, measure, context);
    if (fields.curve) checkCurve(fields.curve, 'percent', context);
  },

  earn(component, sheet) {
    const { title } = component;
    const measured = sheet.measure(component.measure);
    const result = sheet.cell(
      { step: 'result', label: `Result of ${title}`, unit: measured.unit, path: ['measure'] },
      measured.formula,
    );
    const quota = sheet.quota(component.quota, component.measure);
    const attainment = sheet.cell(
      { step: 'attainment', label: `Attainment of ${title}`, unit: 'ratio', path: ['attainment'] },
      attainmentOf(component.attainment, result, quota),
    );
    const factor = sheet.cell(
      { step: 'curveFactor', label: `Payout curve of ${title}`, unit: 'ratio', path: ['curve'] },
      applyCurve(component.curve, attainment, 'ratio'),
    );
    return {
      result,
      resultUnit: measured.unit,
      quota,
      attainment,
      earned: { as: 'factor', factor },
    };
  },
});
