// The checks that every plan passes before anybody is paid by it. A new check is one file and one
// line here. In: the draft of a plan. Out: findings.

import type { PlanCheck } from '../draft.ts';
import { checkAcceptances } from './accepts.ts';
import { checkClawback } from './clawback.ts';
import { checkComponents } from './components.ts';
import { checkCurrency } from './currency.ts';
import { checkDraw } from './draw.ts';
import { checkGates } from './gates.ts';
import { checkGroupCaps } from './group-caps.ts';
import { checkHolds } from './holds.ts';
import { checkIds } from './ids.ts';
import { checkLimits } from './limits.ts';
import { checkLinks } from './links.ts';
import { checkMeasures } from './measures.ts';
import { checkModifiers } from './modifiers.ts';
import { checkNegativePayment } from './negative-payment.ts';
import { checkPeriods } from './periods.ts';
import { checkPools } from './pools.ts';
import { checkRamp } from './ramp.ts';
import { checkPlanWeights } from './weights.ts';

export const planChecks: readonly PlanCheck[] = [
  checkIds,
  checkPeriods,
  checkCurrency,
  checkMeasures,
  checkPlanWeights,
  checkComponents,
  checkModifiers,
  checkLinks,
  checkGates,
  checkLimits,
  checkGroupCaps,
  checkPools,
  checkRamp,
  checkDraw,
  checkHolds,
  checkClawback,
  checkNegativePayment,
  checkAcceptances,
];
