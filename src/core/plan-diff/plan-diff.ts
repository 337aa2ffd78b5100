// What changed between two plans, and what each change does to pay: a year at 0 to 200 % of every
// quota, for one target incentive or with a payee's own figures, before and after; and with each
// change made alone, where it moves pay most. In: two checked plans and how a plan is read.
// Out: changes with money.

import type { Company } from '../company/company.ts';
import { isMap } from '../document/nodes.ts';
import { type Exact, exact, exactInteger, ZERO } from '../exact-number.ts';
import { type PlanChange, planChanges } from '../letter/plan-changes.ts';
import { workedYear } from '../letter/worked-years.ts';
import type { Plan } from '../plan/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import { heldYear } from '../plan-proofs/held-year.ts';
import { NOMINAL_QUOTA, type NominalFigures } from '../plan-proofs/nominal-figures.ts';
import { looksAt } from '../plan-proofs/sampled-year.ts';
import { changedNode } from './changed-node.ts';

export interface PayAt {
  readonly attainment: Exact;
  readonly before: Exact;
  readonly after: Exact;
}

/** Where a change moves pay most. */
export interface ChangeEffect {
  readonly attainment: Exact;
  readonly areGatesMet: boolean;
  readonly adds: Exact;
}

export interface PricedChange {
  readonly change: PlanChange;
  /** Absent where the change cannot stand alone, such as one of several weights. */
  readonly effect?: ChangeEffect | 'none';
}

export interface PlanDiff {
  readonly before: Plan;
  readonly after: Plan;
  readonly targetIncentive: Exact;
  /** Of every component; absent where they are a payee's own. */
  readonly quota?: Exact;
  readonly changes: readonly PricedChange[];
  readonly pay: readonly PayAt[];
}

export interface DiffScene {
  readonly before: Plan;
  readonly company?: Company;
  /** Annual; quotas by component, a payee’s own or else round ones. */
  readonly figures: {
    readonly targetIncentive: Exact;
    readonly quotas?: ReadonlyMap<string, Exact>;
  };
}

/** Compares one plan with any number of newer ones; what a change does is worked out once. */
export interface PlanDiffer {
  readonly changesTo: (after: Plan) => readonly PlanChange[];
  readonly priced: (change: PlanChange) => PricedChange;
  readonly diffOf: (after: Plan, changes: readonly PricedChange[]) => PlanDiff;
}

/** 0 % to 200 % by tenths. */
const ATTAINMENTS = Array.from({ length: 21 }, (_, tenths) =>
  exactInteger(tenths).times(exact('0.1')),
);

export function diffPlans({ after, ...scene }: DiffScene & { readonly after: Plan }): PlanDiff {
  const { changesTo, priced, diffOf } = planDiffer(scene);
  return diffOf(after, changesTo(after).map(priced));
}

export function planDiffer(scene: DiffScene): PlanDiffer {
  const { before } = scene;
  const figures = figuresOf(scene);
  const pays = {
    met: payOf(before, figures, true),
    missed: payOf(before, figures, false),
  };
  const known = new Map<string, PricedChange>();
  const priced = (change: PlanChange): PricedChange => {
    const effect = effectOf(change, { scene, figures, pays });
    return { change, ...(effect && { effect }) };
  };
  return {
    changesTo: (after) => planChanges(before.root, after.root),
    priced: (change) => {
      const key = JSON.stringify(change);
      const found = known.get(key) ?? priced(change);
      known.set(key, found);
      return found;
    },
    diffOf: (after, changes) => {
      const paid = payOf(after, figures, true);
      return {
        ...{ before, after, changes, targetIncentive: figures.targetIncentive },
        ...(!figures.isReal && { quota: NOMINAL_QUOTA }),
        pay: ATTAINMENTS.map((attainment, at) => {
          return { attainment, before: pays.met[at] as Exact, after: paid[at] as Exact };
        }),
      };
    },
  };
}

function figuresOf({ figures }: DiffScene): NominalFigures {
  const { targetIncentive, quotas } = figures;
  const quotaOf = (component: string): Exact => quotas?.get(component) ?? NOMINAL_QUOTA;
  return { targetIncentive, quotaOf, words: '', isReal: quotas !== undefined };
}

type Pay = readonly Exact[];

function payOf(plan: Plan, figures: NominalFigures, areGatesMet: boolean): Pay {
  const worked = { plan, year: heldYear(plan, figures), looks: looksAt(plan, figures) };
  return ATTAINMENTS.map((attainment) => workedYear(worked, attainment, areGatesMet).paid);
}

interface Standing {
  readonly scene: DiffScene;
  readonly figures: NominalFigures;
  /** Of the plan before. */
  readonly pays: { readonly met: Pay; readonly missed: Pay };
}

/** Of the plan before with this change alone. */
function effectOf(
  change: PlanChange,
  { scene, figures, pays }: Standing,
): ChangeEffect | 'none' | undefined {
  const changed = withChange(change, scene);
  if (!changed) return undefined;
  const met = largestMove(pays.met, payOf(changed, figures, true), true);
  return met ?? largestMove(pays.missed, payOf(changed, figures, false), false) ?? 'none';
}

function withChange(change: PlanChange, { before, company }: DiffScene): Plan | undefined {
  const root = changedNode(before.root, change.path, change.after);
  if (!isMap(root)) return undefined;
  const { file, placeOf } = before;
  const read = readPlan({ file, root, placeOf, placeOfKey: placeOf }, company);
  return read.ok ? read.product : undefined;
}

function largestMove(from: Pay, to: Pay, areGatesMet: boolean): ChangeEffect | undefined {
  const moves = ATTAINMENTS.map((attainment, at) => {
    return { attainment, areGatesMet, adds: (to[at] as Exact).minus(from[at] as Exact) };
  });
  const [most] = moves.toSorted((one, other) => other.adds.abs().cmp(one.adds.abs()));
  return most && !most.adds.eq(ZERO) ? most : undefined;
}
