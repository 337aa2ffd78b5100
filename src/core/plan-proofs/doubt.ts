// A doubt: something about a plan that reads well and pays wrongly, or pays what nobody meant.
// Proofs raise doubts; they become diagnostics where the plan does not answer them (`accepts`). In:
// nothing. Out: types.

import type { Company } from '../company/company.ts';
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import type { PeriodData } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';
import type { DocumentPath } from '../source.ts';
import type { ComponentLook } from './component-look.ts';
import type { NominalFigures } from './nominal-figures.ts';

export interface Doubt {
  readonly code: DiagnosticCode;
  /** Where in the plan. */
  readonly path: DocumentPath;
  /** Id of the component, gate or measure that it is about; none where it is about the plan. */
  readonly about?: string;
  readonly what: string;
  readonly remedy: string;
}

/** The plan, what is known around it, and its components ready to be sampled. */
export interface ProofScene {
  readonly plan: Plan;
  readonly company?: Company;
  readonly data?: PeriodData;
  readonly figures: NominalFigures;
  readonly looks: readonly ComponentLook[];
  /** The component of the plan without one of its fields; undefined where it does not have it. */
  readonly without: (look: ComponentLook, field: string) => ComponentLook | undefined;
}

export type PlanProof = (scene: ProofScene) => readonly Doubt[];
