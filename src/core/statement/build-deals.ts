// The period's deals of a statement: what was credited, by which rule, and why a deal did not
// count. In: a payee's calculation. Out: one row per deal dated in the period; the figures are the
// worksheet's own columns.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { CreditedDeal } from '../calculate/credit.ts';
import type { AttributeModel } from '../company/company.ts';
import { measuresOf } from '../components/kinds.ts';
import type { Measure } from '../measures/measure.ts';
import { measureColumn } from '../measures/measure-cells.ts';
import { isWithin } from '../period-data/period-data.ts';
import { windows } from '../plan/document.ts';
import { dealCredit } from './deal-reason.ts';
import { dealRuling, rulesInForce } from './deal-rulings.ts';
import type { DealCredit, StatementDeals } from './statement.ts';

type CreditedMeasure = Extract<Measure, { calculate: 'sum' }>;

export function buildDeals(
  calculation: PayeeCalculation,
  show: readonly string[],
  model: AttributeModel,
): StatementDeals {
  const { deals, period } = calculation;
  const credited = creditedMeasures(calculation);
  const ruled = rulesInForce(calculation);
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
    ruled: ruled.map(({ component, gives }) => ({
      component: component.id,
      label: component.title,
      gives,
    })),
    rows: inPeriod.map(({ each, index }) => ({
      id: each.deal.id,
      shown: show.map((name) => each.row.get(name)),
      credits: credited.map((measure) => creditIn(calculation, measure, index)),
      rulings: ruled.map((rules) => dealRuling(calculation, rules, index)),
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

/** A deal of the period counts alike in every window that the plan looks through. */
function creditIn(
  calculation: PayeeCalculation,
  measure: CreditedMeasure,
  index: number,
): DealCredit {
  const { columns } = calculation.values;
  const looked = windows.filter((window) => columns.has(measureColumn.counts(measure.id, window)));
  return dealCredit(calculation, measure, looked[0] ?? 'period', index);
}
