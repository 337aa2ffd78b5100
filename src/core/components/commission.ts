// commission: a rate, or rate tiers, on the credited amount. It has no weight: what it pays follows
// from what was sold. In: a measure in money and a curve of rates. Out: the cells of its money.
// A flat rate is a single tier from zero. Source: ENGINE.md section 6.

import { applyCurve, curveSchema, curveYields } from '../curves/kinds.ts';
import { identifier } from '../document/leaves.ts';
import { defineKind } from './component-kind.ts';
import { checkCurve } from './curve-check.ts';

const shape = { measure: identifier, curve: curveSchema };

export const commission = defineKind<typeof shape>({
  shape,
  weighted: false,
  measures: ({ measure }) => (measure ? [measure] : []),
  parts: () => [],
  scored: () => [],

  check(fields, context) {
    const measure = fields.measure && context.measure(['measure'], fields.measure);
    if (measure && measure.unit !== 'money') {
      context.report(
        'plan/unit-mismatch',
        ['measure'],
        `a commission is paid on money, and \`${measure.id}\` is measured in ${measure.unit}`,
        'name a measure that sums money',
      );
    }
    if (!fields.curve) return;
    if (curveYields(fields.curve) === 'product') checkCurve(fields.curve, 'plain', context);
    else {
      context.report(
        'commission/needs-rates',
        ['curve', 'shape'],
        `a \`${fields.curve.shape}\` curve gives a factor, and a commission needs rates`,
        'write `shape: marginal` (each slice at its rate) or `shape: retroactive` (the whole at ' +
          'the rate reached), with tiers such as `{ from: 0, rate: 5% }`',
      );
    }
  },

  earn(component, sheet) {
    const { title } = component;
    const measured = sheet.measure(component.measure);
    const result = sheet.cell(
      { step: 'result', label: `Credited for ${title}`, unit: measured.unit, path: ['measure'] },
      measured.formula,
    );
    const money = sheet.cell(
      { step: 'earned', label: `Commission for ${title}`, unit: 'money', path: ['curve'] },
      applyCurve(component.curve, result, 'money'),
    );
    return { result, resultUnit: measured.unit, earned: { as: 'money', money } };
  },
});
