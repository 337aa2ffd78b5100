// The nearest steps that pay more: gates that some lever opens, and the next level of each score.
// In: levers with what they pay. Out: steps, the smallest change first.

import type { Place } from '../diagnostic.ts';
import { type Exact, ONE, ZERO } from '../exact-number.ts';
import type { Lever } from '../what-if/lever.ts';
import type { WhatIf } from '../what-if/what-if.ts';
import { effortOf } from './effort.ts';
import type { LeverPay } from './lever-pay.ts';

export interface NextStep {
  readonly lever: Lever;
  readonly figure: Exact;
  /** What it adds to the payment. */
  readonly adds: Exact;
  /** The gate that it opens. */
  readonly opens?: { readonly id: string; readonly title: string };
  readonly clause: Place;
}

export function nextSteps(whatIf: WhatIf, pays: readonly LeverPay[]): readonly NextStep[] {
  const steps = pays.flatMap((pay) => [...gatesOpened(whatIf, pay), ...levelsAbove(whatIf, pay)]);
  return steps
    .filter(({ adds }) => adds.gt(ZERO))
    .toSorted((one, other) => effort(one, whatIf) - effort(other, whatIf));
}

function effort({ lever, figure }: NextStep, whatIf: WhatIf): number {
  return effortOf(lever, figure, whatIf);
}

function gatesOpened(whatIf: WhatIf, pay: LeverPay): readonly NextStep[] {
  const { compiled, values } = whatIf.present;
  return compiled.segments.flatMap(({ plan, gates }) =>
    gates.flatMap(({ gate, judged }, index): readonly NextStep[] => {
      if (!judged || values.cells.get(judged.met) !== false) return [];
      if (!pay.lever.gates.includes(gate.id)) return [];
      const place = pay.nearest(judged.met, ONE);
      if (place === undefined) return [];
      const { id, title } = gate;
      return [
        {
          ...stepTo(whatIf, pay, place),
          opens: { id, title },
          clause: plan.placeOf(['gates', index]),
        },
      ];
    }),
  );
}

function levelsAbove(whatIf: WhatIf, pay: LeverPay): readonly NextStep[] {
  const place = pay.figures.above(pay.lever.present);
  const isLevel = pay.lever.levels !== undefined && place <= pay.figures.last;
  return isLevel ? [stepTo(whatIf, pay, place)] : [];
}

function stepTo(whatIf: WhatIf, pay: LeverPay, place: number): NextStep {
  const paid = pay.read(place, whatIf.present.compiled.total) ?? ZERO;
  const { lever, figures } = pay;
  const adds = paid.minus(whatIf.paid());
  return { lever, figure: figures.at(place), adds, clause: lever.clause };
}
