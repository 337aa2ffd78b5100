// A compiled plan of which some cells are held at a figure, so that a question such as "what does
// this attainment pay, with all gates met?" is answered by the very cells that pay. A held cell
// becomes an input cell; everything after it is left as it is and evaluated by the exact view.
// In: a compiled plan, a payee's figures, cells and the figures to hold them at. Out: all cells.

import type { CompiledPlan } from '../calculate/compile.ts';
import type { CompiledSegment } from '../calculate/compile-segment.ts';
import { partOfYear, periodsCovered } from '../calculate/proration.ts';
import { exact, ONE, ZERO } from '../exact-number.ts';
import { shareAttribute } from '../measures/deal-shares.ts';
import { measureColumn } from '../measures/measure-cells.ts';
import { OPEN_END, OPEN_START } from '../period-data/period-data.ts';
import type { Window } from '../plan/document.ts';
import { rulesKey } from '../plan/plan.ts';
import { ruledColumn } from '../rules/rule-columns.ts';
import { DealColumns } from '../worksheet/deal-columns.ts';
import { type ExactView, type Named, prepareExact } from '../worksheet/exact.ts';
import { attribute, constant, type Datum, type Formula } from '../worksheet/operations.ts';
import type { Cell, Input, InputSource } from '../worksheet/worksheet.ts';
import type { NominalFigures } from './nominal-figures.ts';

export type Pins = ReadonlyMap<string, Datum>;

/** One deal that counts in full, for tiers that look at each deal by itself. */
export interface SampleDeal {
  readonly component: string;
  readonly measure: string;
  readonly window: Window;
  readonly figure: Datum;
}

const SAMPLE = 'sample_figure';
const POOL = exact('100000');

export class PinnedPlan {
  readonly compiled: CompiledPlan;
  readonly #figures: NominalFigures;
  readonly #views = new Map<string, ExactView>();

  constructor(compiled: CompiledPlan, figures: NominalFigures) {
    this.compiled = compiled;
    this.#figures = figures;
  }

  /** One plan over one year is one segment. */
  get segment(): CompiledSegment {
    return this.compiled.segments[0] as CompiledSegment;
  }

  /** All cells with some held; a figure that hangs on no held cell may not be known. */
  evaluate(pins: Pins, deal?: SampleDeal): Named<Datum> {
    const own = this.compiled.worksheet.inputs.map(
      (input) => [input.name, this.#datum(input, pins)] as const,
    );
    const inputs = new Map<string, Datum>([...own, ...pins]);
    const deals = DealColumns.of(deal ? 1 : 0, deal ? this.#columnsOf(deal) : []);
    return this.#view([...pins.keys()], deal)(inputs, deals).cells;
  }

  /** All of the deal is the payee's. */
  #columnsOf({ figure, measure }: SampleDeal): [string, readonly Datum[]][] {
    const look = this.segment.plan.measures.get(measure);
    const share = look && 'deals' in look ? shareAttribute(look) : undefined;
    return [[SAMPLE, [figure]], ...(share ? [[share, [ONE]] as [string, Datum[]]] : [])];
  }

  #view(held: readonly string[], deal: SampleDeal | undefined): ExactView {
    const key = [...held, deal?.component ?? ''].join(' ');
    const found = this.#views.get(key);
    if (found) return found;
    const { worksheet } = this.compiled;
    const isHeld = new Set(held);
    const cells = worksheet.cells.map((cell): Cell => {
      const formula = { op: 'input', name: cell.id } as const;
      return isHeld.has(cell.id) ? { ...cell, formula } : cell;
    });
    const columns = deal ? withSample(worksheet.columns, deal) : worksheet.columns;
    const view = prepareExact({ ...worksheet, cells, columns });
    this.#views.set(key, view);
    return view;
  }

  #datum({ source }: Input, pins: Pins): Datum {
    // The table has one entry per source; TypeScript cannot see that source and entry correspond.
    const entry = this.#sources[source.from] as (of: InputSource, pins: Pins) => Datum;
    return entry(source, pins);
  }

  /** A payee who is on the plan all year, and whom no earlier period paid anything. */
  readonly #sources: {
    readonly [From in InputSource['from']]: (
      source: Extract<InputSource, { from: From }>,
      pins: Pins,
    ) => Datum;
  } = {
    targetIncentive: () => this.#figures.targetIncentive,
    quota: ({ component }) => this.#figures.quotaOf(component),
    ramp: () => ONE,
    rate: () => ONE,
    part: ({ of, window }) => {
      const { timeframe, plan } = this.compiled;
      const always = { from: OPEN_START, to: OPEN_END };
      if (of === 'year' || of === 'targetOfYear') return ONE;
      return of === 'periods'
        ? periodsCovered(timeframe, window as Window, always, plan.proration)
        : partOfYear(timeframe, window as Window, plan.periodWeights[of], always, plan.proration);
    },
    paidEarlier: () => ZERO,
    paidThisYear: () => ZERO,
    balance: () => ZERO,
    heldDue: () => ZERO,
    held: () => ZERO,
    leaves: () => false,
    drawPeriods: () => ONE,
    drawEnds: () => false,
    ends: () => false,
    adjustments: () => ZERO,
    takenBack: () => ZERO,
    // Scores and figures stand before the cells that are held.
    score: () => undefined,
    // As if the other payees' points were always the same.
    pool: ({ of }) => ({ money: POOL, allPoints: ONE, sharers: ONE, cents: ZERO })[of],
    reported: () => undefined,
    supposed: () => undefined,
  };
}

/** The measure's deals replaced by one that counts in full, and that no rule scales. */
function withSample(columns: readonly Cell[], deal: SampleDeal): readonly Cell[] {
  const instead = new Map<string, Formula>([
    [measureColumn.figure(deal.measure), attribute(SAMPLE)],
    [measureColumn.counts(deal.measure, deal.window), constant(true, 'flag')],
    [ruledColumn.figure(rulesKey(deal.component, 'rateFactors')), constant(ONE, 'ratio')],
  ]);
  return columns.map((column) => {
    const formula = instead.get(column.id);
    return formula ? { ...column, formula } : column;
  });
}
