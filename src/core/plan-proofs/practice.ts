// What good practice says against a component of its kind: each kind speaks for itself.
// In: components under the lens. Out: the kinds' doubts.

import { practiceOf } from '../components/kinds.ts';
import type { PlanProof } from './doubt.ts';

export const provePractice: PlanProof = ({ looks }) =>
  looks.flatMap((look, index) => {
    const { component } = look;
    const before = looks.slice(0, index).filter((each) => each.component.kind === component.kind);
    return practiceOf(component, look, before.length + 1).map((doubt) => ({
      ...doubt,
      path: [...look.path, ...doubt.path],
      about: component.id,
    }));
  });
