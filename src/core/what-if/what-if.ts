// What a payee would be paid in a period if some figures were others. What changes do not touch is
// prepared once: what earlier periods of the year paid, and which deals may be the payee's.
// In: a calculation request for one payee, then changes. Out: calculations by the exact view, the
// same as of a whole run over the changed data. Source: ENGINE.md section 1.

import {
  type CalculationRequest,
  calculate,
  type PayeeCalculation,
  payeeYears,
} from '../calculate/calculate.ts';
import { calculatePayee, contextOf, settledIn } from '../calculate/calculate-payee.ts';
import type { PayeeYear, PeriodContext } from '../calculate/calculate-period.ts';
import { DealIndex } from '../calculate/deal-index.ts';
import { type Diagnostic, diagnose, type Outcome, outcomeOf } from '../diagnostic.ts';
import type { Exact } from '../exact-number.ts';
import { measureCell, windowWords } from '../measures/measure-cells.ts';
import type { PeriodData } from '../period-data/period-data.ts';
import { reportedFigure } from '../period-data/reported-figure.ts';
import { isEventHold, type Plan } from '../plan/plan.ts';
import type { DealRow } from '../worksheet/deal-columns.ts';
import { inSegment } from '../worksheet/worksheet.ts';
import { withFigures } from './apply-changes.ts';
import { type DealAttribute, dealAttributesOf } from './deal-attributes.ts';
import { DealTable } from './deal-table.ts';
import type { Lever } from './lever.ts';
import { leversOf } from './levers.ts';
import { joined, NO_CHANGES, type ScenarioChanges } from './scenario.ts';

export interface WhatIfRequest extends CalculationRequest {
  readonly payee: string;
  /** Deals that imagined ones may be like, beside those of the data. */
  readonly models?: PeriodData['deals'];
}

/** Prepares a payee's period; what stands in the way of its own calculation stands in the way. */
export function prepareWhatIf(request: WhatIfRequest): Outcome<WhatIf> {
  const { years, diagnostics } = payeeYears(request);
  const [year] = years;
  if (!year) return outcomeOf<WhatIf>(undefined, diagnostics);
  const context = contextOf(year, request);
  if (!context.ok) return outcomeOf<WhatIf>(undefined, context.diagnostics);
  const whatIf = new WhatIf(request, ownYear(year), context.product);
  const present = whatIf.calculate(NO_CHANGES);
  return present.ok ? outcomeOf(whatIf, present.diagnostics) : present;
}

export class WhatIf {
  readonly request: WhatIfRequest;
  readonly deals: DealTable;
  readonly #year: PayeeYear;
  readonly #context: PeriodContext;
  /** What is changed already: everything asked comes on top of it. */
  readonly base: ScenarioChanges;
  /** Nothing is changed yet in the one that others are made from. */
  readonly #first: WhatIf;
  #present: PayeeCalculation | undefined;

  constructor(
    request: WhatIfRequest,
    year: PayeeYear,
    context: PeriodContext,
    made?: { readonly from: WhatIf; readonly base: ScenarioChanges },
  ) {
    this.request = request;
    this.#year = year;
    this.#context = context;
    this.base = made?.base ?? NO_CHANGES;
    this.#first = made?.from ?? this;
    this.deals = made?.from.deals ?? dealTable(request, year, year.data);
  }

  /** The same what-if standing where changes leave it: its levers start there. */
  after(changes: ScenarioChanges): Outcome<WhatIf> {
    const base = joined(this.base, changes);
    const made = { from: this.#first, base };
    const whatIf = new WhatIf(this.request, this.#year, this.#context, made);
    const present = whatIf.calculate();
    return present.ok ? outcomeOf(whatIf, present.diagnostics) : present;
  }

  /** As the data stands, and what is changed already. */
  get present(): PayeeCalculation {
    if (!this.#present) throw new Error('the present is calculated first');
    return this.#present;
  }

  /** The payment of the present. */
  paid(): Exact {
    return paidBy(this.present);
  }

  /** Every figure of the period that the payment stands on, beside those of single deals. */
  levers(): readonly Lever[] {
    const { payee, period } = this.request;
    const data = withFigures(this.#year.data, { payee, period }, this.base);
    return leversOf(this.present, (measure) => reportedFigure(data, measure, period.id, payee));
  }

  /** What the plan looks at in a deal. */
  dealAttributes(): readonly DealAttribute[] {
    return dealAttributesOf(this.present, this.request.company);
  }

  /** What changes do not say stays as it is. */
  calculate(...all: readonly ScenarioChanges[]): Outcome<PayeeCalculation> {
    const changes = joined(this.base, ...all);
    const outcome = this.#isOfOthers(changes) ? this.#whole(changes) : this.#own(changes);
    if (!outcome.ok) return outcome;
    this.#present ??= outcome.product;
    const unread = unreadResults(changes, this.#first.present);
    return unread.length > 0 ? outcomeOf<PayeeCalculation>(undefined, unread) : outcome;
  }

  /** The payee's data with changes, as a whole run would read it. */
  changedData(more: ScenarioChanges): PeriodData {
    const changes = joined(this.base, more);
    const { data, payee, period } = this.request;
    const deals = dealTable(this.request, this.#year, data).changed(changes);
    return withFigures({ ...data, ...deals }, { payee, period }, changes);
  }

  /** Only the payee's rows are read, and of the year only what changes reach. */
  #own(changes: ScenarioChanges): Outcome<PayeeCalculation> {
    const { payee, period } = this.request;
    const deals = this.deals.changed(changes);
    const data = withFigures({ ...this.#year.data, ...deals }, { payee, period }, changes);
    const isSame = deals.deals === this.#year.data.deals;
    const dealIndex = isSame ? this.#year.dealIndex : new DealIndex(data);
    const year = { ...this.#year, data, dealIndex };
    return this.#isOfPeriodAlone(changes)
      ? settledIn(year, period.index, this.#context)
      : calculatePayee(year, this.request);
  }

  #whole(changes: ScenarioChanges): Outcome<PayeeCalculation> {
    const outcome = calculate({ ...this.request, data: this.changedData(changes) });
    if (!outcome.ok) return outcome;
    const [found] = outcome.product.payees;
    return outcomeOf(found, outcome.diagnostics);
  }

  /** Whether changes may reach other payees' points, or years that clawbacks reach back to. */
  #isOfOthers({ add, edit, drop, scores, reported, results }: ScenarioChanges): boolean {
    const plans = plansIn(this.#year);
    const deals = add.length + edit.length + drop.length;
    if (deals > 0 && plans.some(({ clawback }) => clawback !== undefined)) return true;
    const rows = deals + scores.length + reported.length;
    // What is held of a period's pay is found by paying it without the deals that wait.
    const isHeld = plans.some(({ holds }) => holds.some(isEventHold));
    if (isHeld && rows + results.length > 0) return true;
    return rows > 0 && plans.some(({ pools }) => pools.size > 0);
  }

  /** Whether changes leave alone what earlier periods paid: their deals count from its start on. */
  #isOfPeriodAlone({ add, edit, drop }: ScenarioChanges): boolean {
    const dates = datesOf(plansIn(this.#year));
    const before = [...edit.map(({ deal }) => deal), ...drop].flatMap(
      (id) => this.deals.find(id)?.attributes ?? [],
    );
    const rows: readonly DealRow[] = [
      ...before,
      ...[...add, ...edit].map((each) => each.attributes),
    ];
    const days = rows.flatMap((row) => dates.map((date) => row.get(date)));
    return days.every((day) => typeof day !== 'number' || day >= this.request.period.from);
  }
}

/** What payroll pays, in the plan's currency. */
export function paidBy({ values, compiled }: PayeeCalculation): Exact {
  return values.cells.get(compiled.total) as Exact;
}

/**
 * Supposed results that nothing of the period looks at. Where another supposed result stands in
 * place of what is made from one, such as a share of its numerator, that is no fault of it.
 */
function unreadResults(
  { results }: ScenarioChanges,
  { compiled: { worksheet, segments, plan }, period }: PayeeCalculation,
): readonly Diagnostic[] {
  const names = new Set(worksheet.cells.map(({ id }) => id));
  const isRead = ({ measure, window }: ScenarioChanges['results'][number]): boolean =>
    segments.some(({ segment }) => names.has(inSegment(measureCell(measure, window), segment)));
  return results
    .filter((each) => !isRead(each))
    .map(({ measure, window }) => {
      const over = windowWords[window];
      const what = `nothing in ${period.id} looks at \`${measure}\` over ${over}`;
      const remedy = 'suppose a result over a window that a component or a gate looks at';
      const place = plan.placeOf(['measures', measure]);
      return diagnose('scenario/unknown-name', place, what, remedy);
    });
}

function dealTable(
  { company, payee, period, data: { deals }, models = [] }: WhatIfRequest,
  year: PayeeYear,
  data: PeriodData,
): DealTable {
  const distinct = plansIn(year).flatMap(distinctAttributes);
  const all = [...deals, ...models];
  return new DealTable({ company, payee, period, data, all, distinct });
}

/** Only the deals that may fall to the payee, so that each change looks at no others. */
function ownYear(year: PayeeYear): PayeeYear {
  const plans = plansIn(year);
  if (plans.some(({ pools }) => pools.size > 0)) return year;
  const measures = plans.flatMap((plan) => [...plan.measures.values()]);
  const scopes = new Set(measures.flatMap((each) => ('deals' in each ? [each.deals] : [])));
  const places = year.dealIndex.candidates(year.payee, scopes);
  const names = [...year.company.model.units.keys()];
  const dealColumns = year.data.dealColumns.take(places, names, []);
  const deals = places.map((place, at) => {
    return {
      ...(year.data.deals[place] as PeriodData['deals'][number]),
      attributes: dealColumns.row(at),
    };
  });
  const data = { ...year.data, deals, dealColumns };
  return { ...year, data, dealIndex: new DealIndex(data) };
}

function plansIn({ segments }: PayeeYear): readonly Plan[] {
  return [...new Set(segments.map(({ plan }) => plan))];
}

function datesOf(plans: readonly Plan[]): readonly string[] {
  const measures = plans.flatMap((plan) => [...plan.measures.values()]);
  return [...new Set(measures.flatMap((each) => ('date' in each ? [each.date] : [])))];
}

function distinctAttributes({ measures }: Plan): readonly string[] {
  return [...measures.values()].flatMap((each) =>
    each.calculate === 'distinct' && each.of.formula.op === 'attribute'
      ? [each.of.formula.name]
      : [],
  );
}
