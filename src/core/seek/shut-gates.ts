// Gates that are judged and not met. In: a calculation. Out: their names, and the cells in which
// they judge, with the clause.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { Place } from '../diagnostic.ts';

export interface ShutGate {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  /** Cells: what it looks at, and whether it is met. */
  readonly result: string;
  readonly met: string;
  readonly asksForMore: boolean;
  readonly clause: Place;
}

export function shutGates({ compiled, values }: PayeeCalculation): readonly ShutGate[] {
  return compiled.segments.flatMap(({ plan, gates }) =>
    gates.flatMap(({ gate, judged }): readonly ShutGate[] => {
      if (!judged || values.cells.get(judged.met) !== false) return [];
      const { id, title, measure, require } = gate;
      const { result, met } = judged;
      const clause = plan.placeOf(['gates', plan.gates.indexOf(gate)]);
      const asksForMore = 'atLeast' in require;
      return [{ id, title, measure, result, met, asksForMore, clause }];
    }),
  );
}
