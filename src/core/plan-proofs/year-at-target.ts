// A year in which a payee stands exactly at target in every period: what each period is due, and
// what the limits of the plan leave of it. In: the plan and a payee's figures. Out: money per
// period.

import type { ComponentFigures } from '../calculate/compile-segment.ts';
import { type Exact, ZERO } from '../exact-number.ts';
import type { Plan } from '../plan/plan.ts';
import { argumentOf, type ComponentLook } from './component-look.ts';
import { type HeldPeriod, heldYear } from './held-year.ts';
import type { NominalFigures } from './nominal-figures.ts';

export function yearAtTarget(
  plan: Plan,
  figures: NominalFigures,
  looks: readonly ComponentLook[],
): readonly HeldPeriod[] {
  return heldYear(plan, figures)(({ components }) => new Map(atTarget(components, looks)));
}

/** Each argument where its component pays in full; at zero where nothing says what that is. */
function atTarget(
  components: readonly ComponentFigures[],
  looks: readonly ComponentLook[],
): readonly (readonly [string, Exact])[] {
  return components.flatMap((cells) => {
    const argument = argumentOf(cells);
    const look = looks.find((each) => each.component.id === cells.component.id);
    return argument === undefined ? [] : [[argument, look?.fullPayAt ?? ZERO] as const];
  });
}
