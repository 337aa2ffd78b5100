// Measures that nobody supplies: a gate, modifier or component looks at a figure reported from
// outside, and no row of the company's data has ever had one. In: a plan and the data. Out: doubts.

import { measuresOf } from '../components/kinds.ts';
import type { Plan } from '../plan/plan.ts';
import type { Doubt, PlanProof } from './doubt.ts';

export const proveSupply: PlanProof = ({ plan, data }) => {
  if (!data) return [];
  const supplied = new Set(data.reported.map(({ measure }) => measure));
  const isMissing = (id: string): boolean =>
    plan.measures.get(id)?.calculate === 'reported' && !supplied.has(id);
  return looksOf(plan).flatMap(({ code, path, about, measures }) => {
    const missing = measures.flatMap((id) => sidesOf(plan, id)).find(isMissing);
    if (missing === undefined) return [];
    const what = `\`${about}\` looks at \`${missing}\`, and nobody has reported a figure for it`;
    const remedy = 'report it (one row per period), or count it from deals';
    return [{ code, path, about, what, remedy }];
  });
};

type Looking = Pick<Doubt, 'code' | 'path'> & {
  readonly about: string;
  readonly measures: readonly string[];
};

function looksOf({ gates, modifiers, components }: Plan): readonly Looking[] {
  return [
    ...gates.map(({ id: about, measure }, index): Looking => {
      const path = ['gates', index, 'measure'];
      return { code: 'gate/not-supplied', path, about, measures: [measure] };
    }),
    ...modifiers.map(({ id: about, measure }, index): Looking => {
      const path = ['modifiers', index, 'measure'];
      return { code: 'measure/not-supplied', path, about, measures: [measure] };
    }),
    ...components.map((component, index): Looking => {
      const path = ['components', index];
      const measures = measuresOf(component);
      return { code: 'measure/not-supplied', path, about: component.id, measures };
    }),
  ];
}

/** A ratio stands on its two sides. */
function sidesOf({ measures }: Plan, id: string): readonly string[] {
  const measure = measures.get(id);
  return measure?.calculate === 'ratio' ? [measure.numerator, measure.denominator] : [id];
}
