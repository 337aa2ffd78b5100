// The period's deals of a statement: what was credited, by which rule, and why a deal did not
// count. In: a payee's calculation. Out: one row per deal dated in the period of which something is
// the payee's; the figures are the worksheet's own columns.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { CompiledSegment } from '../calculate/compile-segment.ts';
import type { CreditedDeal } from '../calculate/credit.ts';
import type { AttributeModel } from '../company/company.ts';
import { measuresOf } from '../components/kinds.ts';
import type { Exact } from '../exact-number.ts';
import { shareAttribute } from '../measures/deal-shares.ts';
import type { Measure } from '../measures/measure.ts';
import { measureColumn } from '../measures/measure-cells.ts';
import { isWithin, type Span } from '../period-data/period-data.ts';
import { windows } from '../plan/document.ts';
import { inSegment } from '../worksheet/worksheet.ts';
import { dealCredit } from './deal-reason.ts';
import { dealRuling, type RulesInForce, rulesInForce } from './deal-rulings.ts';
import type { DealCredit, DealRuling, StatementDeals } from './statement-deals.ts';

type SummedMeasure = Extract<Measure, { calculate: 'sum' }>;

/** A summed measure in a segment whose components stand on it. */
interface CreditedMeasure {
  readonly measure: SummedMeasure;
  readonly segment: CompiledSegment;
  /** The segment's days. */
  readonly parts: readonly Span[];
}

export function buildDeals(
  calculation: PayeeCalculation,
  show: readonly string[],
  model: AttributeModel,
): StatementDeals {
  const { deals, period } = calculation;
  const all = creditedMeasures(calculation);
  const credited = [...Map.groupBy(all, ({ measure }) => measure.id).values()];
  const ruled = [...Map.groupBy(rulesInForce(calculation), keyAndGives).values()];
  const inPeriod = deals.flatMap((each, index) => {
    const isListed = all.some(
      (counted) =>
        isDated(each, counted.measure, [period]) && isOfPayee(calculation, counted, each),
    );
    return isListed ? [{ each, index }] : [];
  });
  return {
    columns: show.map((name) => ({
      name,
      label: model.labels.get(name) ?? name,
      unit: model.units.get(name) ?? 'text',
    })),
    credited: credited.flatMap(([first]) => {
      if (!first) return [];
      const { id, label, unit } = first.measure;
      return [{ measure: id, label, unit }];
    }),
    ruled: ruled.flatMap(([first]) => {
      if (!first) return [];
      const { component, gives } = first;
      return [{ component: component.id, label: component.title, gives }];
    }),
    rows: inPeriod.map(({ each, index }) => ({
      id: each.deal.id,
      shown: show.map((name) => each.row.get(name)),
      credits: credited.map((alike) => creditIn(calculation, alike, index)),
      rulings: ruled.map((alike) => rulingIn(calculation, alike, index)),
    })),
  };
}

/** The same rules in several segments stand in one column. */
function keyAndGives({ key, gives }: RulesInForce): string {
  return `${key} ${gives}`;
}

/** A deal counts in one segment, and so for the rules of that one. */
function rulingIn(
  calculation: PayeeCalculation,
  alike: readonly RulesInForce[],
  index: number,
): DealRuling | undefined {
  return alike.flatMap((rules) => dealRuling(calculation, rules, index) ?? [])[0];
}

/** The summed measures that the components stand on, segment by segment. */
function creditedMeasures({ compiled, segments }: PayeeCalculation): readonly CreditedMeasure[] {
  return compiled.segments.flatMap((segment, at) => {
    const { plan } = segment;
    const used = plan.components.flatMap(measuresOf).flatMap((id) => {
      const measure = plan.measures.get(id);
      return measure?.calculate === 'ratio' ? [measure.numerator, measure.denominator] : [id];
    });
    const parts = segments[at]?.parts ?? [];
    return [...plan.measures.values()].flatMap((measure) =>
      measure.calculate === 'sum' && used.includes(measure.id) ? [{ measure, segment, parts }] : [],
    );
  });
}

function isDated({ row }: CreditedDeal, { date }: SummedMeasure, spans: readonly Span[]): boolean {
  const day = row.get(date);
  return typeof day === 'number' && spans.some((span) => isWithin(day, span));
}

/** A gate that looks at the company's deals does not put them into everybody's statement. */
function isOfPayee(
  { withdrawn }: PayeeCalculation,
  { measure, segment: { segment } }: CreditedMeasure,
  { deal, row }: CreditedDeal,
): boolean {
  const share = row.get(inSegment(shareAttribute(measure), segment)) as Exact | undefined;
  return share?.isZero === false || withdrawn.has(deal.id);
}

/**
 * What a deal counts for in the segment on whose days it falls. A deal of the period counts alike
 * in every window that the plan looks through.
 */
function creditIn(
  calculation: PayeeCalculation,
  alike: readonly CreditedMeasure[],
  index: number,
): DealCredit {
  const { deals, values } = calculation;
  const deal = deals[index] as CreditedDeal;
  const own = alike.find(({ measure, parts }) => isDated(deal, measure, parts)) ?? alike[0];
  const { measure, segment } = own as CreditedMeasure;
  const looked = windows.find((window) =>
    values.columns.has(inSegment(measureColumn.counts(measure.id, window), segment.segment)),
  );
  return dealCredit(calculation, { measure, segment, window: looked ?? 'period' }, index);
}
