// What commission and override share: rates on money. Either tiers, which run on the money itself,
// on the part of a quota that it makes (tiers that start at percentages) or on each deal by itself;
// or rates by rule, the first rule that a deal meets giving its rate. Rules can scale a curve's
// rates as well. In: a measure, a curve or rules. Out: fields and checks; cells in earn-rates.ts.
// Source: ENGINE.md section 6.

import { z } from 'zod';
import type { CurveRow } from '../curves/curve-shape.ts';
import { type Curve, curveRows, curveSchema, curveYields, writtenRows } from '../curves/kinds.ts';
import type { FieldsOf } from '../document/fields.ts';
import { figureText, identifier, moneyFigure } from '../document/leaves.ts';
import { ZERO } from '../exact-number.ts';
import type { Measure } from '../measures/measure.ts';
import { factorRules, type RuleList, rateRules } from '../rules/deal-rule.ts';
import type { Unit } from '../worksheet/operations.ts';
import type { CheckContext, CommonShape, QuotaField } from './component-kind.ts';
import { checkCurve } from './curve-check.ts';
import { checkQuota, quotaField } from './quota.ts';
import { checkTiersOn, lookedAt, tiersOnField } from './tiers-on.ts';

export const rateShape = {
  measure: identifier,
  /** Tiers; asked for unless there are `rates`. */
  curve: curveSchema.optional(),
  /** A rate for each deal by rule, instead of a curve. */
  rates: rateRules.optional(),
  /** By rule, what the curve's rate is multiplied by for a deal. */
  rateFactors: factorRules.optional(),
  /** The measure that the tiers look at, where it is not the money they pay on. */
  tiersOn: tiersOnField.optional(),
  /** Asked for where the tiers start at percentages of it. */
  quota: quotaField.optional(),
  /** `deal`: the tiers look at each deal by itself; otherwise at their sum. */
  per: z.enum(['total', 'deal']).optional(),
  /** The most that one deal can earn, or a cancelled one takes back; deals earn by themselves. */
  dealCap: z.strictObject({ money: moneyFigure }).optional(),
};
type RateFields = FieldsOf<typeof rateShape & CommonShape>;

/** The measures that rates stand on: the money they pay on, and what their tiers look at. */
export function rateMeasures({ measure, tiersOn }: FieldsOf<typeof rateShape>): readonly string[] {
  return [...(measure ? [measure] : []), ...(tiersOn ? [tiersOn.measure] : [])];
}

/** The rules of rates, by the field that lists them. */
export function rateRuleLists({
  rates,
  rateFactors,
}: FieldsOf<typeof rateShape>): ReadonlyMap<string, RuleList> {
  const lists = new Map<string, RuleList>();
  const byRate = rates?.map(({ rate, ...rule }) => ({ ...rule, figure: rate }));
  const byFactor = rateFactors?.map(({ factor, ...rule }) => ({ ...rule, figure: factor }));
  if (byRate) lists.set('rates', { gives: 'rate', rules: byRate });
  if (byFactor) lists.set('rateFactors', { gives: 'factor', rules: byFactor });
  return lists;
}

/** Checks what all rates on money share; returns the measure for a kind's own checks. */
export function checkRates(fields: RateFields, context: CheckContext): Measure | undefined {
  checkForm(context);
  checkDealCap(fields, context);
  const measure = fields.measure && context.measure(['measure'], fields.measure);
  if (!measure) return undefined;
  checkMeasure(measure, fields, context);
  checkTiersOn(fields, context);
  const looked = lookedAt(fields, measure, context);
  if (looked && fields.quota) checkQuota(fields.quota, looked, context);
  if (looked && fields.curve) checkRateCurve(fields.curve, looked, fields, context);
  return measure;
}

/** A curve or rates by rule, and beside them only what means something there. */
function checkForm({ isWritten, report }: CheckContext): void {
  const [curve, rates] = [isWritten('curve'), isWritten('rates')];
  if (curve && rates) {
    report(
      'document/wrong-shape',
      ['rates'],
      '`curve` and `rates` both say what is paid, and only one of them can hold',
      'keep one of them; `rateFactors` scales the rates of a curve',
    );
  } else if (!curve && !rates) {
    report(
      'document/missing-field',
      [],
      'nothing says what is paid',
      'add `curve:` with tiers, or `rates:` with a rate for each deal by rule',
    );
  }
  const meaningless = curve ? [] : ['rateFactors', 'tiersOn', 'quota', 'per'].filter(isWritten);
  for (const field of rates ? meaningless : []) {
    report(
      'document/unknown-field',
      [field],
      `\`${field}\` belongs to a curve, and \`rates\` give each deal its rate`,
      'remove it, or write a `curve` in place of `rates`',
    );
  }
}

/** Only where each deal earns by itself is there something of one deal to be capped. */
function checkDealCap({ dealCap, per }: RateFields, { isWritten, report }: CheckContext): void {
  if (!dealCap) return;
  if (dealCap.money.lt(ZERO)) {
    const shown = figureText({ number: dealCap.money, isPercent: false });
    const what = `the limit \`${shown}\` is negative`;
    report('plan/limit', ['dealCap', 'money'], what, 'write zero or more');
  }
  if (per === 'deal' || isWritten('rates')) return;
  report(
    'commission/deal-cap',
    ['dealCap'],
    'the tiers look at all deals together, and nothing says what one of them earned',
    'add `per: deal`, so that each deal earns by itself',
  );
}

/** Rates multiply money; a tier's fixed money can be earned on any measure. */
function checkMeasure(measure: Measure, fields: RateFields, context: CheckContext): void {
  const { curve } = fields;
  const isRate = curve === undefined || curveYields(curve) !== 'money';
  if (isRate && measure.unit !== 'money') {
    const what = `rates are paid on money, and \`${measure.id}\` is measured in ${measure.unit}`;
    context.report('plan/unit-mismatch', ['measure'], what, 'name a measure that sums money');
  }
  if (measure.calculate === 'sum') return;
  const looking = [
    ...(fields.per === 'deal' ? ['per'] : []),
    ...(fields.rates ? ['rates'] : []),
    ...(fields.rateFactors ? ['rateFactors'] : []),
  ];
  for (const field of looking) {
    const shown = field === 'per' ? '`per: deal`' : `\`${field}\``;
    const what = `\`${measure.id}\` is not summed from deals, and ${shown} looks at each deal`;
    context.report('commission/per-deal', [field], what, 'name a measure with `calculate: sum`');
  }
}

function checkRateCurve(
  curve: Curve,
  measure: Measure,
  fields: RateFields,
  context: CheckContext,
): void {
  if (curveYields(curve) === 'factor' && !fields.tiersOn) {
    context.report(
      'commission/needs-rates',
      ['curve', 'shape'],
      `a \`${curve.shape}\` curve gives a factor, and rates are needed`,
      'write `shape: marginal` (each slice at its rate) or `shape: retroactive` (the whole at ' +
        'the rate reached), with tiers such as `{ from: 0, rate: 5% }`; or name with `tiersOn` ' +
        'the measure by which the curve gives a rate',
    );
    return;
  }
  if (fields.rateFactors && curveYields(curve) === 'money') {
    context.report(
      'commission/needs-rates',
      ['rateFactors'],
      `factors scale rates, and a \`${curve.shape}\` curve gives money`,
      'remove `rateFactors`, or write a curve of rates',
    );
  }
  const onQuota = runsOnQuota(curve, measure.unit, fields.quota);
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

/** Whether the tiers run on a quota: only then is there an attainment. */
export function attainsQuota({ curve, quota }: FieldsOf<typeof rateShape>): boolean {
  return curve !== undefined && quota !== undefined && runsOnQuota(curve, 'money', quota);
}

/**
 * Tiers that start at percentages run on the attainment of a quota. Those on a measure that is a
 * percentage itself do so where the plan states a quota, and else on the measure's own figure.
 */
export function runsOnQuota(curve: Curve, unit: Unit, quota: QuotaField | undefined): boolean {
  if (unit === 'ratio') return quota !== undefined;
  const isPlaced = ({ at }: CurveRow): boolean => !at.number.eq('0');
  const written = writtenRows(curve).filter(isPlaced);
  const rows = written.length > 0 ? written : curveRows(curve).filter(isPlaced);
  return rows.some(({ at }) => at.isPercent);
}
