// Rows of a curve that nothing can reach: above the highest score that the parts can make, above
// the attainment cap, above what the measure can come to (a share of deals ends at 100 %). An
// agreement that is never kept is no agreement. In: components under the lens. Out: doubts at the
// rows.

import { writtenRows } from '../curves/kinds.ts';
import { compareExact } from '../exact-number.ts';
import type { ComponentLook } from './component-look.ts';
import type { Doubt, PlanProof } from './doubt.ts';
import { figureWords } from './spoken-figures.ts';

export const proveUnreachable: PlanProof = ({ looks }) => looks.flatMap(unreachableRows);

function unreachableRows(look: ComponentLook): readonly Doubt[] {
  const { component, curve, highest, plan } = look;
  if (!curve || !highest) return [];
  const [start] = writtenRows(curve)
    .map(({ at }) => at.number)
    .filter((at) => compareExact(at, highest) > 0);
  if (!start) return [];
  const words = (figure: typeof start): string => figureWords(figure, look.unit, plan.currency);
  const noun = look.argumentNoun;
  const what = `this row starts at ${words(start)}, and the highest ${noun} is ${words(highest)}`;
  return [
    {
      code: 'curve/unreachable',
      path: look.pathOfRow(start),
      about: component.id,
      what,
      remedy: `let the last row start at ${words(highest)} or lower, or remove this one`,
    },
  ];
}
