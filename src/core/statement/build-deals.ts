// The period's deals of a statement: what was credited, by which rule, and why a deal did not
// count. In: a payee's calculation. Out: one row per deal dated in the period; the figures are the
// worksheet's own columns.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { CreditedDeal } from '../calculate/credit.ts';
import type { AttributeModel } from '../company/company.ts';
import { measuresOf } from '../components/kinds.ts';
import { type Exact, ONE, wholeCount, ZERO } from '../exact-number.ts';
import type { Measure } from '../measures/measure.ts';
import { measureColumn, shareAttribute } from '../measures/measure-cells.ts';
import { isWithin } from '../period-data/period-data.ts';
import type { Window } from '../plan/document.ts';
import { windows } from '../plan/document.ts';
import type { DealCredit, StatementDeals } from './statement.ts';

type CreditedMeasure = Extract<Measure, { calculate: 'sum' }>;

export function buildDeals(
  calculation: PayeeCalculation,
  show: readonly string[],
  model: AttributeModel,
): StatementDeals {
  const { deals, period } = calculation;
  const credited = creditedMeasures(calculation);
  const inPeriod = deals.flatMap((each, index) =>
    credited.some((measure) => isDated(each, measure, period)) ? [{ each, index }] : [],
  );
  return {
    columns: show.map((name) => ({
      name,
      label: model.labels.get(name) ?? name,
      unit: model.units.get(name) ?? 'text',
    })),
    credited: credited.map(({ id, label, unit }) => ({ measure: id, label, unit })),
    rows: inPeriod.map(({ each, index }) => ({
      id: each.deal.id,
      shown: show.map((name) => each.row.get(name)),
      credits: credited.map((measure) => creditOf(calculation, measure, each, index)),
    })),
  };
}

/** The summed measures that the plan's components stand on. */
function creditedMeasures({ compiled }: PayeeCalculation): readonly CreditedMeasure[] {
  const { plan } = compiled;
  const used = plan.components.flatMap(measuresOf).flatMap((id) => {
    const measure = plan.measures.get(id);
    return measure?.calculate === 'ratio' ? [measure.numerator, measure.denominator] : [id];
  });
  return [...plan.measures.values()].filter(
    (measure): measure is CreditedMeasure =>
      measure.calculate === 'sum' && used.includes(measure.id),
  );
}

function isDated(
  { row }: CreditedDeal,
  measure: CreditedMeasure,
  period: PayeeCalculation['period'],
): boolean {
  const day = row.get(measure.date);
  return typeof day === 'number' && isWithin(day, period);
}

function creditOf(
  { values }: PayeeCalculation,
  measure: CreditedMeasure,
  { row }: CreditedDeal,
  index: number,
): DealCredit {
  const column = (id: string): unknown => values.columns.get(id)?.[index];
  const share = (row.get(shareAttribute(measure.deals)) as Exact | undefined) ?? ZERO;
  const counts = countsIn(measure.id, column);
  if (!counts) {
    const reason = share.eq(ZERO)
      ? 'credited to others'
      : `not: ${measure.where?.text ?? 'dated in time'}`;
    return { counts, share, credit: ZERO, credited: ZERO, reason };
  }
  const credit = (column(measureColumn.credit(measure.id)) as Exact | undefined) ?? ONE;
  const credited = column(measureColumn.figure(measure.id)) as Exact;
  return { counts, share, credit, credited, reason: ruleReason(measure, column) };
}

/** A deal of the period counts alike in every window that the plan looks through. */
function countsIn(measure: string, column: (id: string) => unknown): boolean {
  return windows.some((window: Window) => column(measureColumn.counts(measure, window)) === true);
}

function ruleReason({ id, crediting }: CreditedMeasure, column: (id: string) => unknown): string {
  const matched = column(measureColumn.rule(id)) as Exact | undefined;
  if (matched === undefined) return 'counts in full';
  return crediting[wholeCount(matched) - 1]?.because ?? 'counts in full';
}
