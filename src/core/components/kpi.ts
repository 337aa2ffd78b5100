// kpi: a number that must be reached. Pays target incentive x weight x payoutCurve(attainment).
// In: a measure, a quota, how they make an attainment, a curve. Out: the cells of its factor.
// Source: ENGINE.md section 6; PRODUCT.md on what a KPI is.

import { applyCurve, curveSchema } from '../curves/kinds.ts';
import { figure, figureText, identifier, percentage } from '../document/leaves.ts';
import { ZERO } from '../exact-number.ts';
import { addsUp, type Measure } from '../measures/measure.ts';
import { constant, type Formula, minimum } from '../worksheet/operations.ts';
import { attainmentField, attainmentOf } from './attainment.ts';
import {
  type CheckContext,
  type CheckedFields,
  type CommonShape,
  type ComponentSheet,
  defineKind,
  type Earning,
  weightShape,
} from './component-kind.ts';
import { checkFactorCurve } from './curve-check.ts';
import { checkFigureUnit } from './figure-unit.ts';
import { underTarget } from './kpi-practice.ts';
import { checkQuota, quotaField } from './quota.ts';

const shape = {
  ...weightShape,
  measure: identifier,
  attainment: attainmentField,
  /** Asked for unless the curve runs on the result itself (`attainment: none`). */
  quota: quotaField.optional(),
  /** Where progress starts; asked for with `attainment: progress`. */
  baseline: figure.optional(),
  /** What lies above it does not count: not for the curve either. */
  attainmentCap: percentage.optional(),
  curve: curveSchema,
};

export const kpi = defineKind<typeof shape>({
  shape,
  weighted: true,
  attains: ({ attainment }) => attainment !== 'none',
  measures: ({ measure }) => (measure ? [measure] : []),
  parts: () => [],
  scored: () => [],
  fullPay: 'at-target',
  practice: (_component, look) => underTarget(look),

  check(fields, context) {
    const measure = fields.measure && context.measure(['measure'], fields.measure);
    if (measure && fields.quota) checkQuota(fields.quota, measure, context);
    checkOperands(fields, measure || undefined, context);
    if (!fields.curve) return;
    const isPlain = fields.attainment === 'none' && measure && measure.unit !== 'ratio';
    checkFactorCurve(fields.curve, isPlain ? 'plain' : 'percent', context);
  },

  earn(component, sheet) {
    const { title } = component;
    const measured = sheet.measure(component.measure);
    const result = sheet.cell(
      { step: 'result', label: `Result of ${title}`, unit: measured.unit, path: ['measure'] },
      measured.formula,
    );
    const attained = attainedCells(component, result, measured.unit, sheet);
    const factor = sheet.cell(
      { step: 'curveFactor', label: `Payout curve of ${title}`, unit: 'ratio', path: ['curve'] },
      attained
        ? applyCurve(component.curve, { on: attained.counted, unit: 'ratio', read: sheet.measure })
        : applyCurve(component.curve, { on: result, unit: measured.unit, read: sheet.measure }),
    );
    return {
      result,
      resultUnit: measured.unit,
      ...(attained && {
        quota: attained.quota,
        attainment: attained.attainment,
        curveOn: { formula: attained.counted, unit: 'ratio' },
      }),
      earned: { as: 'factor', factor },
    } satisfies Earning;
  },
});

type Fields = Partial<CheckedFields<typeof shape & CommonShape>>;

/** What an attainment is made of is there, and nothing that it does not use. */
function checkOperands(fields: Fields, measure: Measure | undefined, context: CheckContext): void {
  const { attainment, baseline, quota } = fields;
  if (attainment === undefined) return;
  if (attainment !== 'none' && !context.isWritten('quota')) {
    context.report(
      'document/missing-field',
      [],
      '`quota` is missing',
      'add `quota: assigned`, `quota: { annual: … }` or `quota: { level: … }`',
    );
  }
  if (attainment === 'progress' && !context.isWritten('baseline')) {
    context.report(
      'document/missing-field',
      [],
      '`baseline` is missing, and progress starts from it',
      'add `baseline:` with the figure at which progress is 0%',
    );
  }
  if (attainment !== 'progress' && baseline !== undefined) {
    context.report(
      'document/unknown-field',
      ['baseline'],
      'a baseline means something with `attainment: progress` only',
      'remove it, or write `attainment: progress`',
    );
  }
  const level = quota && quota !== 'assigned' && 'level' in quota ? quota.level : undefined;
  if (baseline && level?.number.eq(baseline.number)) {
    context.report(
      'quota/equals-baseline',
      ['baseline'],
      `progress starts and ends at \`${figureText(baseline)}\``,
      'write as baseline where things stand now, and as quota where they shall be',
    );
  }
  if (baseline && measure) checkFigureUnit(baseline, measure, ['baseline'], context);
  if (attainment === 'progress' && measure && addsUp(measure)) {
    context.report(
      'quota/wrong-span',
      ['attainment'],
      `\`${measure.id}\` adds up over time, and progress has one baseline whatever the time`,
      'write `attainment: ratio`, or name a measure that is a level (average, share, latest)',
    );
  }
}

/** Quota, attainment, and what of it counts; nothing where the curve runs on the result. */
function attainedCells(
  component: CheckedFields<typeof shape & CommonShape>,
  result: Formula,
  unit: Measure['unit'],
  sheet: ComponentSheet,
):
  | { readonly quota: Formula; readonly attainment: Formula; readonly counted: Formula }
  | undefined {
  const { title, attainment: kind, attainmentCap } = component;
  if (kind === 'none' || component.quota === undefined) return undefined;
  const quota = sheet.quota(component.quota, component.measure);
  const baseline = constant(component.baseline?.number ?? ZERO, unit);
  const attainment = sheet.cell(
    { step: 'attainment', label: `Attainment of ${title}`, unit: 'ratio', path: ['attainment'] },
    attainmentOf(kind, { result, quota, baseline }),
  );
  if (!attainmentCap) return { quota, attainment, counted: attainment };
  const counted = sheet.cell(
    {
      step: 'attainmentCounted',
      label: `Attainment of ${title} that counts`,
      unit: 'ratio',
      path: ['attainmentCap'],
    },
    minimum(attainment, constant(attainmentCap, 'ratio')),
  );
  return { quota, attainment, counted };
}
