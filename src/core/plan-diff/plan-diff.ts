// What changed between two plans, and what each change does to pay: a year at 0 to 200 % of every
// quota, for one target incentive, before and after; and with each change made alone, where it
// moves pay most. In: two checked plans and how a plan is read. Out: changes with money.

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
  readonly quota: Exact;
  readonly changes: readonly PricedChange[];
  readonly pay: readonly PayAt[];
}

export interface PlanDiffRequest {
  readonly before: Plan;
  readonly after: Plan;
  readonly company?: Company;
  readonly targetIncentive: Exact;
}

/** 0 % to 200 % by tenths. */
const ATTAINMENTS = Array.from({ length: 21 }, (_, tenths) =>
  exactInteger(tenths).times(exact('0.1')),
);

export function diffPlans(request: PlanDiffRequest): PlanDiff {
  const { before, after, targetIncentive } = request;
  const pays = { met: payOf(before, request, true), missed: payOf(before, request, false) };
  const paidAfter = payOf(after, request, true);
  return {
    before,
    after,
    targetIncentive,
    quota: NOMINAL_QUOTA,
    changes: planChanges(before.root, after.root).map((change) => {
      const effect = effectOf(change, request, pays);
      return { change, ...(effect && { effect }) };
    }),
    pay: ATTAINMENTS.map((attainment, at) => {
      return { attainment, before: pays.met[at] as Exact, after: paidAfter[at] as Exact };
    }),
  };
}

type Pay = readonly Exact[];

function payOf(plan: Plan, { targetIncentive }: PlanDiffRequest, areGatesMet: boolean): Pay {
  const quotaOf = (): Exact => NOMINAL_QUOTA;
  const figures: NominalFigures = { targetIncentive, quotaOf, words: '', isReal: false };
  const worked = { plan, year: heldYear(plan, figures), looks: looksAt(plan, figures) };
  return ATTAINMENTS.map((attainment) => workedYear(worked, attainment, areGatesMet).paid);
}

/** Of the plan before with this change alone. */
function effectOf(
  change: PlanChange,
  request: PlanDiffRequest,
  pays: { readonly met: Pay; readonly missed: Pay },
): ChangeEffect | 'none' | undefined {
  const changed = withChange(change, request);
  if (!changed) return undefined;
  const met = largestMove(pays.met, payOf(changed, request, true), true);
  return met ?? largestMove(pays.missed, payOf(changed, request, false), false) ?? 'none';
}

function withChange(change: PlanChange, { before, company }: PlanDiffRequest): Plan | undefined {
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
