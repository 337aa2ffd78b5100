// The proofs that a plan is put to once it can be read. A new one is one file and one line here.
// In: nothing. Out: the list.

import { proveAttainment } from './attainments.ts';
import { proveBackedClawback } from './backed-clawback.ts';
import { proveCaps } from './caps.ts';
import { proveNoCircle } from './circular-gates.ts';
import { proveCliffs } from './cliffs.ts';
import { proveTogether } from './contrary.ts';
import type { PlanProof } from './doubt.ts';
import { proveFalling } from './falling.ts';
import { proveFullPay, provePlanLimits, proveRatesAtQuota } from './full-pay.ts';
import { proveGates } from './gates.ts';
import { proveNotNegative } from './negative-pay.ts';
import { proveOnce } from './paid-twice.ts';
import { provePayMix } from './pay-mix.ts';
import { provePractice } from './practice.ts';
import { proveFew, proveThread, proveWeights } from './proportions.ts';
import { proveSteps } from './steps.ts';
import { proveSupply } from './supply.ts';
import { proveUnreachable } from './unreachable.ts';
import { proveQuality } from './volume.ts';

export const planProofs: readonly PlanProof[] = [
  proveFullPay,
  proveRatesAtQuota,
  provePlanLimits,
  proveCliffs,
  proveFalling,
  proveNotNegative,
  proveCaps,
  proveUnreachable,
  proveAttainment,
  proveGates,
  proveSteps,
  proveNoCircle,
  proveSupply,
  proveQuality,
  proveOnce,
  proveTogether,
  provePractice,
  proveFew,
  proveWeights,
  proveThread,
  provePayMix,
  proveBackedClawback,
];
