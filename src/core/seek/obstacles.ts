// What stands in the way of more pay: gates and links that are not met, limits that cut, and what a
// component can pay at most by its weight and curve. Each with its clause and, as of gates on a
// statement, its cost: the payment without it minus the payment with it.
// In: the calculation at the best figure of a lever. Out: obstacles, the costliest first.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import { weightOf } from '../components/kinds.ts';
import type { Place } from '../diagnostic.ts';
import { compareExact, type Exact, ZERO } from '../exact-number.ts';
import { prepareExact } from '../worksheet/exact.ts';
import type { FormulaOf } from '../worksheet/operations.ts';
import { reachedFrom } from '../worksheet/reach.ts';
import type { Cell } from '../worksheet/worksheet.ts';

export interface Obstacle {
  readonly kind: 'gate' | 'link' | 'limit' | 'weight';
  readonly id: string;
  readonly title: string;
  /** The payment without it minus the payment with it; of a weight, all that it pays. */
  readonly cost: Exact;
  readonly clause: Place;
}

/** `components` are those that the lever moves. */
export function obstaclesAt(
  best: PayeeCalculation,
  components: readonly string[],
): readonly Obstacle[] {
  const found = [...conditions(best), ...limits(best), ...weights(best, components)];
  return found.toSorted((one, other) => compareExact(other.cost, one.cost));
}

function conditions({ compiled, values }: PayeeCalculation): readonly Obstacle[] {
  return compiled.segments.flatMap(({ plan, gates, links }) => {
    const judged = [
      ...gates.map((each) => ({ ...each, kind: 'gate', of: each.gate, list: 'gates' }) as const),
      ...links.map((each) => ({ ...each, kind: 'link', of: each.link, list: 'links' }) as const),
    ];
    return judged.flatMap(({ kind, list, of, judged: cells }): readonly Obstacle[] => {
      if (!cells || values.cells.get(cells.met) !== false) return [];
      const cost = values.cells.get(cells.cost) as Exact;
      if (!cost.gt(ZERO)) return [];
      const entries: readonly { readonly id: string }[] = plan[list];
      const index = entries.findIndex(({ id }) => id === of.id);
      const clause = plan.placeOf([list, index]);
      return [{ kind, id: of.id, title: of.title, cost, clause }];
    });
  });
}

/** What a limit limits stands first in its formula: without it, that is what is left. */
function limits({ compiled, values, inputs, columns }: PayeeCalculation): readonly Obstacle[] {
  const { worksheet, total } = compiled;
  const { ids } = reachedFrom(worksheet, [total]);
  const paid = values.cells.get(total) as Exact;
  return worksheet.cells.flatMap((cell): readonly Obstacle[] => {
    const { id, label, clause, formula } = cell;
    if (formula.op !== 'minimum' || !ids.has(id)) return [];
    const cells = worksheet.cells.map((each) => (each === cell ? without(each, formula) : each));
    const free = prepareExact({ ...worksheet, cells })(inputs, columns).cells.get(total);
    const cost = typeof free === 'object' ? free.minus(paid) : ZERO;
    return cost.gt(ZERO) ? [{ kind: 'limit', id, title: label, cost, clause }] : [];
  });
}

function without(cell: Cell, { of }: FormulaOf<'minimum'>): Cell {
  const [first] = of;
  return first ? { ...cell, formula: first } : cell;
}

/** Where the curve is at its top, the weight is all that there is. */
function weights(
  { compiled, values }: PayeeCalculation,
  moved: readonly string[],
): readonly Obstacle[] {
  return compiled.segments.flatMap(({ plan, components }) =>
    components.flatMap(({ component, index, payout }): readonly Obstacle[] => {
      if (!moved.includes(component.id) || !weightOf(component)) return [];
      const cost = values.cells.get(payout) as Exact;
      const clause = plan.placeOf(['components', index, 'weight']);
      if (!cost.gt(ZERO)) return [];
      return [{ kind: 'weight', id: component.id, title: component.title, cost, clause }];
    }),
  );
}
