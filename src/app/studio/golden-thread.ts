// The golden thread: the company's own key results, the departments' that support them, and under
// each the components that serve it, with each payee's. In: the company, its plans, who is paid.
// Out: a tree; a component on no thread hangs at its end.

import { allPlans, type Company, type Plan, type StatementComponent } from '../../core/index.ts';
import type { OpenCompany } from '../open-company.ts';

type Objective = Company['objectives'][number];
type KeyResult = Objective['keyResults'][number];
type Component = Plan['components'][number];

/** One payee's component of a plan. */
export interface ThreadPayee {
  readonly id: string;
  readonly name: string;
  /** Absent where the payee's pay is not known. */
  readonly component?: StatementComponent;
  /** Titles of goals that nobody has scored yet. */
  readonly awaits: readonly string[];
}

export interface ThreadComponent {
  readonly id: string;
  readonly title: string;
  readonly kind: Component['kind'];
  readonly plan: string;
  readonly payees: readonly ThreadPayee[];
}

export interface ThreadNode {
  readonly keyResult: KeyResult;
  readonly objective: Pick<Objective, 'id' | 'title' | 'owner'>;
  readonly components: readonly ThreadComponent[];
  readonly below: readonly ThreadNode[];
}

export interface GoldenThread {
  readonly roots: readonly ThreadNode[];
  /** Components that serve no key result of the company. */
  readonly loose: readonly ThreadComponent[];
}

/** Who has a component of a plan, as the overview knows it. */
export type PayeesOf = (plan: Plan, component: Component) => readonly ThreadPayee[];

interface Placed extends ThreadComponent {
  readonly supports: string | undefined;
}

export function goldenThread(
  { company, plans }: Pick<OpenCompany, 'company' | 'plans'>,
  payeesOf: PayeesOf,
): GoldenThread {
  const placed = allPlans(plans).flatMap((plan) =>
    plan.components.map((component): Placed => {
      const { id, title, kind, supports } = component;
      return { id, title, kind, plan: plan.title, supports, payees: payeesOf(plan, component) };
    }),
  );
  const shown = placed.filter(({ payees }) => payees.length > 0);
  const all = company.objectives.flatMap((objective) =>
    objective.keyResults.map((keyResult) => ({ objective, keyResult })),
  );
  const known = new Set(all.map(({ keyResult }) => keyResult.id));
  const under = (parent: string | undefined): readonly ThreadNode[] =>
    all
      .filter(({ keyResult }) => keyResult.supports === parent)
      .map(({ objective, keyResult }) => ({
        objective,
        keyResult,
        components: shown.filter(({ supports }) => supports === keyResult.id),
        below: under(keyResult.id),
      }));
  const isLoose = ({ supports }: Placed): boolean => supports === undefined || !known.has(supports);
  return { roots: under(undefined), loose: shown.filter(isLoose) };
}
