// The components of a letter: their part of the target incentive, the payee's quota, what their
// curve runs on and how it runs. In: the compiled plan and its components under the lens. Out: one
// entry per component, in the order of the plan.

import type { CompiledPlan } from '../calculate/compile.ts';
import type { ComponentFigures } from '../calculate/compile-segment.ts';
import type { Company } from '../company/company.ts';
import { curveOf, takesQuota, weightOf } from '../components/kinds.ts';
import type { Plan } from '../plan/plan.ts';
import type { ComponentLook } from '../plan-proofs/component-look.ts';
import type { NominalFigures } from '../plan-proofs/nominal-figures.ts';
import { componentCurve, unitOn } from '../statement/build-curve.ts';
import { drawnGrid } from '../statement/build-grid.ts';
import type { LetterComponent, LetterTerms } from './letter.ts';

interface ComponentScene {
  readonly company: Company;
  readonly figures: NominalFigures;
  readonly terms: LetterTerms | undefined;
}

export function letterComponents(
  { segments }: CompiledPlan,
  looks: readonly ComponentLook[],
  scene: ComponentScene,
): readonly LetterComponent[] {
  return segments.flatMap(({ components, plan }) =>
    components.map((cells) => {
      const look = looks.find(({ component }) => component.id === cells.component.id);
      return letterComponent(cells, look, { ...scene, plan });
    }),
  );
}

function letterComponent(
  cells: ComponentFigures,
  look: ComponentLook | undefined,
  { company, figures, terms, plan }: ComponentScene & { readonly plan: Plan },
): LetterComponent {
  const { component, resultUnit } = cells;
  const weight = weightOf(component);
  const curve = curveOf(component);
  const quota = takesQuota(component) ? terms?.quotas.get(component.id) : undefined;
  const supports = keyResultTitle(company, component.supports);
  const noun = look?.isPerDeal ? 'deal' : look?.argumentNoun;
  return {
    id: component.id,
    kind: component.kind,
    ...(weight && { weight, targetIncentive: figures.targetIncentive.times(weight) }),
    ...(quota && { quota: { number: quota, unit: resultUnit ?? 'number' } }),
    ...(supports !== undefined && { supports }),
    argument: curve && noun && { noun, unit: unitOn(curve, cells) },
    curve: curve && componentCurve(curve, cells),
    grid: curve && drawnGrid(curve, unitOn(curve, cells), plan),
  };
}

function keyResultTitle({ objectives }: Company, id: string | undefined): string | undefined {
  const all = objectives.flatMap(({ keyResults }) => keyResults);
  return all.find((each) => each.id === id)?.title;
}
