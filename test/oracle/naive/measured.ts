// The oracle's measures: the figure that a payee's deals make in a window, or that is reported.
// In: a measure's id, a window. Out: a figure, or a refusal, where a figure that is needed is not
// known. Source: ENGINE.md section 5 ("Measures"); README.

import type { MeasureDocument } from '../plan-document.ts';
import { byRule, type Counted, countedDeals, needed, Refusal } from './credit.ts';
import { workOut } from './deal-formula.ts';
import type { FiscalPeriod } from './fiscal-periods.ts';
import { Fraction, total } from './fraction.ts';
import type { Window } from './time.ts';

/** A deal with its figure by the measure and its crediting rules, before it is shared. */
export interface Credited extends Counted {
  readonly figure: Fraction;
}

export function measured(id: string, window: Window): Fraction {
  const measure = measureNamed(id, window);
  const { calculate, whenNone = '0' } = measure;
  if (calculate === 'reported') return reported(id, measure, window);
  if (calculate === 'ratio') {
    const over = measured(measure.numerator ?? '', window);
    const under = measured(measure.denominator ?? '', window);
    return under.isZero ? Fraction.of(whenNone) : over.dividedBy(under);
  }
  if (calculate === 'sum') {
    return total(creditedDeals(id, window).map(({ figure, credit }) => figure.times(credit)));
  }
  const deals = countedDeals(measure, window);
  const number = Fraction.whole(deals.length);
  if (calculate === 'count') return number;
  const facts = deals.map((deal) => needed(workOut(measure.of ?? '', deal.facts), id));
  if (calculate === 'distinct') return Fraction.whole(new Set(facts.map(String)).size);
  if (measure.weightedBy !== undefined) {
    const weights = deals.map((deal) => needed(workOut(measure.weightedBy ?? '', deal.facts), id));
    const figures = facts.map((fact) =>
      typeof fact === 'boolean' ? Fraction.whole(fact ? 1 : 0) : (fact as Fraction),
    );
    return weightedMean(figures, weights as Fraction[], Fraction.of(whenNone));
  }
  if (deals.length === 0) return Fraction.of(whenNone);
  const over =
    calculate === 'share'
      ? Fraction.whole(facts.filter((fact) => fact === true).length)
      : total(facts as Fraction[]);
  return over.dividedBy(number);
}

function weightedMean(
  figures: readonly Fraction[],
  weights: readonly Fraction[],
  whenNone: Fraction,
): Fraction {
  const over = total(figures.map((figure, index) => figure.times(weights[index] as Fraction)));
  const under = total(weights);
  return under.isZero ? whenNone : over.dividedBy(under);
}

/** The deals of a sum, or of a count, where each is one. */
export function creditedDeals(id: string, window: Window): readonly Credited[] {
  const measure = measureNamed(id, window);
  return countedDeals(measure, window).map((deal) => {
    const counted = measure.of === undefined ? Fraction.whole(1) : workOut(measure.of, deal.facts);
    const figure = needed(counted, id) as Fraction;
    return { ...deal, figure: figure.times(byRule(measure.crediting, 'credit', deal.facts)) };
  });
}

export function measureNamed(id: string, { plan }: Window): MeasureDocument {
  const measure = plan.measures[id];
  if (!measure) throw new Error(`no measure ${id}`);
  return measure;
}

/** A payee's own figure goes before the one for everybody. */
function reported(id: string, { combine }: MeasureDocument, window: Window): Fraction {
  const { scenario, payee, periods } = window;
  const figureOf = ({ id: period }: FiscalPeriod): Fraction => {
    const rows = scenario.tables.reported.filter(
      (row) => row['measure'] === id && row['period'] === period,
    );
    const row = rows.find((each) => each['payee'] === payee) ?? rows.find((each) => !each['payee']);
    if (!row) throw new Refusal(`${id} is not reported in ${period}`);
    return Fraction.of(row['figure'] ?? '');
  };
  return total((combine === 'sum' ? periods : periods.slice(-1)).map(figureOf));
}
