// A year in which a payee stands exactly at target in every period: what each period is due, and
// what the limits of the plan leave of it. In: the plan and a payee's figures. Out: money per
// period.

import type { Plan } from '../plan/plan.ts';
import type { ComponentLook } from './component-look.ts';
import { type HeldPeriod, heldYear } from './held-year.ts';
import type { NominalFigures } from './nominal-figures.ts';
import { atTarget } from './sampled-year.ts';

export function yearAtTarget(
  plan: Plan,
  figures: NominalFigures,
  looks: readonly ComponentLook[],
): readonly HeldPeriod[] {
  return heldYear(plan, figures)(({ components }) => new Map(atTarget(components, looks)));
}
