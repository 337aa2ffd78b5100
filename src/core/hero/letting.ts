// What of a plan lets an exploit happen: the component that pays most beyond the part of what the
// company wants that is brought, by the measure that it counts, and the gates on it that do not
// stop it. In: two calculations. Out: clauses.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { ComponentFigures } from '../calculate/compile-segment.ts';
import { type Exact, sumOf } from '../exact-number.ts';
import type { DocumentPath } from '../source.ts';
import type { Clause, PassedGate } from './story.ts';

/** What calculations pay for deals: beyond what the same periods pay without any. */
export interface PaidFor {
  readonly with: readonly PayeeCalculation[];
  readonly without: readonly PayeeCalculation[];
}

/** The component that pays most beyond what others pay for a part of the same. */
export function mostBeyond(
  gamed: PaidFor,
  fair: PaidFor,
  share: Exact,
): ComponentFigures | undefined {
  const components = gamed.with[0]?.compiled.segments.flatMap((each) => each.components) ?? [];
  const beyond = components.map((component) => {
    const [paid, due] = [paidFor(gamed, component), paidFor(fair, component)];
    return { component, by: paid.minus(due.times(share)) };
  });
  return beyond.toSorted((one, other) => other.by.cmp(one.by))[0]?.component;
}

function paidFor(all: PaidFor, { payout }: ComponentFigures): Exact {
  const paid = (of: readonly PayeeCalculation[]): Exact =>
    sumOf(of.map(({ values }) => values.cells.get(payout) as Exact));
  return paid(all.with).minus(paid(all.without));
}

export function lettingClauses(
  gamed: PayeeCalculation,
  honest: PayeeCalculation,
  none: PayeeCalculation,
  share: Exact,
): { readonly component: Clause; readonly gates: readonly PassedGate[] } {
  const most = mostBeyond(
    { with: [gamed], without: [none] },
    { with: [honest], without: [none] },
    share,
  );
  if (!most) throw new Error('a plan without components pays nothing');
  const { component } = most;
  const path =
    'measure' in component ? ['measures', component.measure] : ['components', most.index];
  return { component: clauseOf(gamed, component, path), gates: passedGates(gamed, component.id) };
}

/** How the pay of a component runs: its curve, where it has one. */
export function curveClause(
  gamed: PayeeCalculation,
  { component, index }: ComponentFigures,
): Clause {
  const path = ['components', index, ...('curve' in component ? ['curve'] : [])];
  return clauseOf(gamed, component, path);
}

function clauseOf(
  { compiled: { plan } }: PayeeCalculation,
  { id, title }: ComponentFigures['component'],
  path: DocumentPath,
): Clause {
  return { id, title, clause: plan.placeOf(path) };
}

function passedGates(
  { compiled, values }: PayeeCalculation,
  component: string,
): readonly PassedGate[] {
  return compiled.segments.flatMap(({ plan, gates }) =>
    gates.flatMap(({ gate, judged }, index): readonly PassedGate[] => {
      const acts = gate.actsOn === 'all' || gate.actsOn.includes(component);
      if (!acts || !judged) return [];
      const { id, title } = gate;
      const isMet = values.cells.get(judged.met) === true;
      return [{ id, title, isMet, clause: plan.placeOf(['gates', index]) }];
    }),
  );
}
