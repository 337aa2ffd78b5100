// Turns a measure over a window into columns and cells: which deals count, how much of each, and
// the figure they make. In: a checked measure and a window. Out: the formula that reads the
// figure. Each measure and window is added once, whoever asks. Source: ENGINE.md section 5.

import { boundsOf, type Timeframe } from '../calculate/timeframe.ts';
import type { Place } from '../diagnostic.ts';
import { exactInteger, ZERO } from '../exact-number.ts';
import type { Window } from '../plan/document.ts';
import type { Plan } from '../plan/plan.ts';
import type { DealRule } from '../rules/deal-rule.ts';
import { ruleColumns } from '../rules/rule-columns.ts';
import {
  all,
  attribute,
  choose,
  column,
  compare,
  constant,
  divide,
  type Formula,
  type FormulaOf,
  multiply,
  type Unit,
} from '../worksheet/operations.ts';
import { inSegment, type WorksheetBuilder } from '../worksheet/worksheet.ts';
import { type DealParts, payoutAttribute, shareAttribute } from './deal-shares.ts';
import type { Measure, Weight } from './measure.ts';

/** Ids of a measure's columns. `counts` is per window; the others hold whatever the window. */
export const measureColumn = {
  condition: (measure: string) => `${measure}.condition`,
  counts: (measure: string, window: Window) => `${measure}.counts.${window}`,
  holds: (measure: string, window: Window) => `${measure}.holds.${window}`,
  rule: (measure: string) => `${measure}.rule`,
  credit: (measure: string) => `${measure}.credit`,
  figure: (measure: string) => `${measure}.figure`,
  weight: (measure: string) => `${measure}.weight`,
  weighted: (measure: string) => `${measure}.weighted`,
};

/** A measure that is counted from deals. */
export type DealMeasure = Exclude<Measure, { calculate: 'ratio' | 'reported' }>;

type Weighted = Extract<Measure, { calculate: 'average' | 'share' }>;

/** What a mean or a share is weighted by, beside the columns of its figure and of what counts. */
type WeightedFigure = Weight & { readonly figure: string; readonly where: string };

/** Whether a what-if supposes a measure's figure over a window. */
export type IsSupposed = (measure: string, window: Window) => boolean;

export class MeasureCells {
  readonly #builder: WorksheetBuilder;
  readonly #plan: Plan;
  readonly #timeframe: Timeframe;
  readonly #isSupposed: IsSupposed;

  constructor(
    builder: WorksheetBuilder,
    plan: Plan,
    timeframe: Timeframe,
    isSupposed: IsSupposed = () => false,
  ) {
    this.#builder = builder;
    this.#plan = plan;
    this.#timeframe = timeframe;
    this.#isSupposed = isSupposed;
  }

  /** The formula that reads a measure's figure over a window. */
  read(id: string, window: Window): { readonly formula: Formula; readonly unit: Unit } {
    const measure = this.#plan.measures.get(id);
    if (!measure) throw new Error(`no measure ${id}`);
    const formula = this.#builder.found(measureCell(id, window)) ?? this.#add(measure, window);
    return { formula, unit: measure.unit };
  }

  /** The column of a summed measure's credited figures, and the flag of the deals that count. */
  figureColumn(id: string, window: Window): { readonly formula: Formula; readonly where: string } {
    const where = this.countsColumn(id, window);
    const figure = this.#builder.foundColumn(measureColumn.figure(id));
    if (!figure) throw new Error(`measure ${id} is not summed from deals`);
    return { formula: figure, where };
  }

  /** The flag of the deals that count for a measure. */
  countsColumn(id: string, window: Window): string {
    this.read(id, window);
    const counts = this.#builder.foundColumn(measureColumn.counts(id, window));
    if (!counts) throw new Error(`measure ${id} looks at no deals`);
    return counts.id;
  }

  /** What of each deal that a measure looks at is the payee's. */
  dealParts(id: string): DealParts {
    const measure = this.#plan.measures.get(id);
    if (!measure || !('deals' in measure)) throw new Error(`measure ${id} looks at no deals`);
    const read = (name: string): Formula => attribute(inSegment(name, this.#builder.segment));
    return {
      share: read(shareAttribute(measure)),
      part: read(payoutAttribute.part(measure)),
      before: read(payoutAttribute.before(measure)),
      upTo: read(payoutAttribute.upTo(measure)),
    };
  }

  #add(measure: Measure, window: Window): Formula {
    const label = `${measure.label}, ${windowWords[window]}`;
    const cell = {
      id: measureCell(measure.id, window),
      label,
      unit: measure.unit,
      clause: this.#clause(measure),
    };
    if (this.#isSupposed(measure.id, window)) {
      // What is paid per deal still reads the columns.
      if ('deals' in measure) this.#overDeals(measure, window, label);
      return this.#builder.input(cell, { from: 'supposed', measure: measure.id, window });
    }
    if (measure.calculate === 'reported') {
      return this.#builder.input(cell, { from: 'reported', measure: measure.id, window });
    }
    if (measure.calculate === 'ratio') {
      const over = this.read(measure.numerator, window).formula;
      const under = this.read(measure.denominator, window).formula;
      const formula = divide(over, under, constant(measure.whenNone, measure.unit));
      return this.#builder.cell({ ...cell, formula });
    }
    return this.#builder.cell({ ...cell, formula: this.#overDeals(measure, window, label) });
  }

  #overDeals(measure: DealMeasure, window: Window, label: string): Formula {
    const where = this.#countsColumn(measure, window);
    if (measure.calculate === 'count') return { op: 'count', where };
    if (measure.calculate === 'sum') {
      return { op: 'sum', column: this.#creditedColumn(measure), where };
    }
    const figure = this.#figureColumn(
      measure,
      measure.of.formula,
      measure.calculate === 'share' ? 'flag' : measure.unit,
    );
    if (measure.calculate === 'distinct') return { op: 'distinct', column: figure, where };
    if (measure.weightedBy) {
      return this.#weighted(measure, { ...measure.weightedBy, figure, where }, window, label);
    }
    const id = measureCell(measure.id, window);
    const clause = this.#clause(measure);
    const deals = this.#builder.cell({
      id: `${id}.deals`,
      label: `Deals in ${label}`,
      unit: 'count',
      clause,
      formula: { op: 'count', where },
    });
    const total: Formula =
      measure.calculate === 'share'
        ? { op: 'count', where: this.#sharedColumn(measure, window, where, figure) }
        : { op: 'sum', column: figure, where };
    const over = this.#builder.cell({
      id: `${id}.total`,
      label:
        measure.calculate === 'share' ? `Deals that are: ${measure.of.text}` : `Total in ${label}`,
      unit: measure.calculate === 'share' ? 'count' : measure.unit,
      clause,
      formula: total,
    });
    return divide(over, deals, constant(measure.whenNone, measure.unit));
  }

  /** Sum of figure times weight by the sum of weights; `whenNone` where weights are nothing. */
  #weighted(
    measure: Weighted,
    { formula, text, unit, figure, where }: WeightedFigure,
    window: Window,
    label: string,
  ): Formula {
    const [weightId, id] = [measureColumn.weight(measure.id), measureColumn.weighted(measure.id)];
    const weight =
      this.#builder.foundColumn(weightId) ??
      this.#column(measure, weightId, `Weight for ${measure.label}: ${text}`, unit, formula);
    // A condition has no figure: the weight counts where it holds.
    const [named, of, product] =
      measure.calculate === 'share'
        ? ([`${text} where ${measure.of.text}`, unit, weightWhere(figure, weight, unit)] as const)
        : ([`${measure.label} times ${text}`, 'number', multiply(column(figure), weight)] as const);
    const weighted = this.#builder.foundColumn(id) ?? this.#column(measure, id, named, of, product);
    const sum = (step: string, said: string, unitOf: Unit, from: string): Formula =>
      this.#builder.cell({
        id: `${measureCell(measure.id, window)}.${step}`,
        label: `Sum of ${said} in ${label}`,
        unit: unitOf,
        clause: this.#clause(measure),
        formula: { op: 'sum', column: from, where },
      });
    return divide(
      sum('total', named, of, weighted.id),
      sum('weights', text, unit, weight.id),
      constant(measure.whenNone, measure.unit),
    );
  }

  /** Whether a deal counts: credited to the payee's scope, dated in the window, as asked. */
  #countsColumn(measure: DealMeasure, window: Window): string {
    const id = measureColumn.counts(measure.id, window);
    const found = this.#builder.foundColumn(id);
    if (found) return found.id;
    const { from, to } = boundsOf(this.#timeframe, window);
    const date = attribute(measure.date);
    // What measures share stands first, so that it is evaluated once for all of them.
    const conditions = [
      compare(this.#share(measure), '>', constant(exactInteger(0), 'ratio')),
      compare(date, '>=', constant(from, 'date')),
      compare(date, '<=', constant(to, 'date')),
      ...(measure.where ? [this.#conditionColumn(measure, measure.where.formula)] : []),
    ];
    return this.#column(measure, id, `Counts for ${measure.label}`, 'flag', all(...conditions)).id;
  }

  /** The payee's share of a deal: nothing on days that another segment covers. */
  #share(measure: DealMeasure): Formula {
    return attribute(inSegment(shareAttribute(measure), this.#builder.segment));
  }

  #conditionColumn(measure: DealMeasure, formula: Formula): Formula {
    const id = measureColumn.condition(measure.id);
    return (
      this.#builder.foundColumn(id) ??
      this.#column(measure, id, `Condition of ${measure.label}`, 'flag', formula)
    );
  }

  #figureColumn(measure: DealMeasure, formula: Formula, unit: Unit): string {
    const id = measureColumn.figure(measure.id);
    const found = this.#builder.foundColumn(id);
    return (found ?? this.#column(measure, id, `Figure for ${measure.label}`, unit, formula)).id;
  }

  #sharedColumn(measure: DealMeasure, window: Window, counts: string, figure: string): string {
    const id = measureColumn.holds(measure.id, window);
    const holds = all(column(counts), column(figure));
    return this.#column(measure, id, `Holds for ${measure.label}`, 'flag', holds).id;
  }

  /** Deal figure x credit x the payee's share; the rule that matched has a column of its own. */
  #creditedColumn(measure: Extract<Measure, { calculate: 'sum' }>): string {
    const id = measureColumn.figure(measure.id);
    const found = this.#builder.foundColumn(id);
    if (found) return found.id;
    const factors = [measure.of.formula, this.#share(measure)];
    if (measure.crediting.length > 0) factors.push(this.#creditColumn(measure, measure.crediting));
    const label = `Credited to ${measure.label}`;
    return this.#column(measure, id, label, measure.unit, multiply(...factors)).id;
  }

  #creditColumn(measure: DealMeasure, rules: readonly DealRule[]): Formula {
    const { id, label } = measure;
    return ruleColumns(
      this.#builder,
      {
        rule: measureColumn.rule(id),
        ruleLabel: `Crediting rule of ${label}`,
        figure: measureColumn.credit(id),
        figureLabel: `Credit to ${label}`,
        clause: this.#clause(measure),
      },
      rules,
    );
  }

  #column(
    measure: DealMeasure,
    id: string,
    label: string,
    unit: Unit,
    formula: Formula,
  ): FormulaOf<'column'> {
    return this.#builder.column({ id, label, unit, clause: this.#clause(measure), formula });
  }

  #clause({ id }: Measure): Place {
    return this.#plan.placeOf(['measures', id]);
  }
}

function weightWhere(condition: string, weight: Formula, unit: Unit): Formula {
  return choose(column(condition), weight, constant(ZERO, unit));
}

/** Id of the cell that holds a measure's figure over a window. */
export function measureCell(measure: string, window: Window): string {
  return `measure.${measure}.${window}`;
}

export const windowWords: Readonly<Record<Window, string>> = {
  period: 'this period',
  'year-to-date': 'year to date',
  year: 'whole year',
};
