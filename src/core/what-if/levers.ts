// The levers that a payee's plan has in a period: every result that its payment stands on, every
// score, every reported figure, gates' measures among them. They are read off the worksheet, so
// that no mechanism can be forgotten. In: a calculation. Out: levers in the worksheet's order.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { CompiledPlan } from '../calculate/compile.ts';
import { scoredItemsOf } from '../components/kinds.ts';
import { type Exact, ONE, ZERO } from '../exact-number.ts';
import { measureCell, measureColumn } from '../measures/measure-cells.ts';
import { windows } from '../plan/document.ts';
import type { Plan } from '../plan/plan.ts';
import type { Datum } from '../worksheet/operations.ts';
import { reachedFrom } from '../worksheet/reach.ts';
import type { Cell, Input } from '../worksheet/worksheet.ts';
import { type Lever, type LeverOf, leverId } from './lever.ts';
import { boundsOfUnit, figuresBeside, rangeAround, stepOf } from './lever-range.ts';

/** A figure as reported for the period; undefined where none is. */
export type ReportedNow = (measure: string) => Exact | undefined;

export function leversOf(present: PayeeCalculation, reported: ReportedNow): readonly Lever[] {
  const found = new PlanLevers(present, reported);
  return [...found.results(), ...found.inputs()];
}

class PlanLevers {
  readonly #present: PayeeCalculation;
  readonly #reported: ReportedNow;
  readonly #cells: ReadonlyMap<string, Cell>;
  readonly #reached: ReadonlySet<string>;
  /** By component and gate: the cells that it reads. */
  readonly #behind: readonly (readonly ['components' | 'gates', string, ReadonlySet<string>])[];

  constructor(present: PayeeCalculation, reported: ReportedNow) {
    this.#present = present;
    this.#reported = reported;
    const { worksheet, total, segments } = present.compiled;
    this.#cells = new Map(worksheet.cells.map((cell) => [cell.id, cell]));
    this.#reached = reachedFrom(worksheet, [total]).ids;
    const behind = (cell: string): ReadonlySet<string> => reachedFrom(worksheet, [cell]).ids;
    this.#behind = segments.flatMap(({ components, gates }) => [
      ...components.map(({ component, payout }) => {
        return ['components', component.id, behind(payout)] as const;
      }),
      ...gates.flatMap(({ gate, judged }) =>
        judged ? [['gates', gate.id, behind(judged.met)] as const] : [],
      ),
    ]);
  }

  /** What is counted from deals. Of several segments each counts for itself: there are none. */
  results(): readonly Lever[] {
    const { plan, segments } = this.#present.compiled;
    if (segments.length > 1) return [];
    return [...plan.measures.values()].flatMap((measure) =>
      windows.flatMap((window): readonly Lever[] => {
        const cell = this.#cells.get(measureCell(measure.id, window));
        if (!cell || !this.#reached.has(cell.id) || this.#isReported(cell.id)) return [];
        if (isPaidByDeal(this.#present.compiled, measure.id)) return [];
        const bounds = boundsOfUnit(cell.unit, measure.calculate === 'share');
        const lever = { of: 'result', measure: measure.id, window } as const;
        return [this.#lever(lever, cell, { ...bounds, present: this.#read(cell.id) })];
      }),
    );
  }

  #isReported(cell: string): boolean {
    const { inputs } = this.#present.compiled.worksheet;
    return inputs.some(({ name, source }) => name === cell && source.from === 'reported');
  }

  /** Scores and reported figures, each once. */
  inputs(): readonly Lever[] {
    const { worksheet } = this.#present.compiled;
    const levers = worksheet.inputs
      .filter(({ name }) => this.#reached.has(name))
      .flatMap((input) => this.#ofInput(input));
    return [...new Map(levers.map((each) => [each.id, each])).values()];
  }

  #ofInput({ name, source, segment = 0 }: Input): readonly Lever[] {
    const plan = this.#present.compiled.segments[segment]?.plan as Plan;
    const cell = this.#cells.get(name) as Cell;
    if (source.from === 'score') {
      const { component, goal } = source;
      const asking = plan.components.find(({ id }) => id === component);
      const scale = asking && scoredItemsOf(asking).find((each) => each.goal === goal)?.scale;
      if (!scale) return [];
      const given = this.#present.scores.find(
        (each) => each.component === component && each.goal === goal,
      )?.score;
      const levels = 'levels' in scale ? { levels: scale.levels } : {};
      const most = 'levels' in scale ? (scale.levels.at(-1) ?? ONE) : scale.upTo;
      const lever = { of: 'score', component, goal } as const;
      const bounds = { least: ZERO, most, ...(given && { present: given }), ...levels };
      return [{ ...this.#lever(lever, cell, bounds), from: ZERO, to: most }];
    }
    if (source.from !== 'reported') return [];
    const { measure } = source;
    const label = plan.measures.get(measure)?.label ?? measure;
    const known = { ...boundsOfUnit(cell.unit, false), present: this.#reported(measure) };
    return [{ ...this.#lever({ of: 'reported', measure }, cell, known), label }];
  }

  #lever(
    lever: LeverOf,
    { id: cell, label, unit, clause }: Cell,
    {
      present,
      ...bounds
    }: Pick<Lever, 'least' | 'most' | 'levels'> & { readonly present?: Exact | undefined },
  ): Lever {
    const { worksheet, plan } = this.#present.compiled;
    const beside = figuresBeside(worksheet, cell, (id) => this.#datum(id));
    const figures = [...(present ? [present] : []), ...beside];
    const serves = (what: 'components' | 'gates'): readonly string[] =>
      this.#behind.flatMap(([kind, id, ids]) => (kind === what && ids.has(cell) ? [id] : []));
    return {
      id: leverId(lever),
      lever,
      label,
      unit,
      ...(present && { present }),
      step: stepOf(unit, plan.currency),
      ...rangeAround(figures, bounds),
      ...bounds,
      components: [...new Set(serves('components'))],
      gates: [...new Set(serves('gates'))],
      clause,
    };
  }

  #read(cell: string): Exact | undefined {
    const datum = this.#datum(cell);
    return typeof datum === 'object' ? datum : undefined;
  }

  #datum(cell: string): Datum {
    return this.#present.values.cells.get(cell);
  }
}

/** Whether money is earned deal by deal: then a total alone says nothing about pay. */
function isPaidByDeal({ worksheet, total }: CompiledPlan, measure: string): boolean {
  const own = windows.map((window) => measureCell(measure, window));
  const isOwn = (id: string): boolean =>
    own.some((each) => id === each || id.startsWith(`${each}.`));
  const { ids } = reachedFrom(worksheet, [total], isOwn);
  return ids.has(measureColumn.figure(measure));
}
