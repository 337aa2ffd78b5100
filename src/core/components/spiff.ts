// spiff: fixed money for each qualifying deal, unit or customer. What qualifies, and in which
// window of dates, is the measure's condition. In: a counting measure and the money for each. Out:
// the cells of its money. Source: ENGINE.md section 6.

import { identifier, moneyFigure } from '../document/leaves.ts';
import { ZERO } from '../exact-number.ts';
import { constant, type Formula, multiply } from '../worksheet/operations.ts';
import {
  type CheckedFields,
  type CommonShape,
  type ComponentSheet,
  defineKind,
} from './component-kind.ts';

const shape = { measure: identifier, each: moneyFigure };

export const spiff = defineKind<typeof shape>({
  shape,
  weighted: false,
  attains: () => false,
  measures: ({ measure }) => (measure ? [measure] : []),
  parts: () => [],
  scored: () => [],
  fullPay: 'at-target',

  check(fields, context) {
    const measure = fields.measure && context.measure(['measure'], fields.measure);
    if (measure && measure.unit !== 'count' && measure.unit !== 'number') {
      context.report(
        'plan/unit-mismatch',
        ['measure'],
        `a spiff pays for each unit, and \`${measure.id}\` is measured in ${measure.unit}`,
        'name a measure that counts, or sums units',
      );
    }
    if (fields.each?.lte(ZERO)) {
      context.report(
        'spiff/not-positive',
        ['each'],
        'the money for each is zero or negative',
        'write what one qualifying unit pays, such as `500`',
      );
    }
  },

  earn(component, sheet) {
    const { title } = component;
    const measured = sheet.measure(component.measure);
    const result = sheet.cell(
      { step: 'result', label: `Units of ${title}`, unit: measured.unit, path: ['measure'] },
      measured.formula,
    );
    const money = spiffMoney(component, result, sheet);
    return { result, resultUnit: measured.unit, earned: { as: 'money', money } };
  },
});

/** Units times the money for each; a deal whose payout is split by itself pays the payee's part. */
function spiffMoney(
  { title, measure, each }: CheckedFields<typeof shape & CommonShape>,
  units: Formula,
  sheet: ComponentSheet,
): Formula {
  const step = {
    step: 'earned',
    label: `Spiff for ${title}`,
    unit: 'money',
    path: ['each'],
  } as const;
  const money = constant(each, 'money');
  const paid = sheet.paidApart(measure);
  if (paid === 'count') return sheet.countPerDeal(step, measure, money);
  return paid === 'sum'
    ? sheet.sumPerDeal(step, measure, (figure) => multiply(figure, money), 'money')
    : sheet.cell(step, multiply(units, money));
}
