// Limits limit: a cap or floor is not negative, a floor lies below its cap, a gate that is not met
// leaves no more than there was. In: the draft of a plan. Out: findings at the figures.

import type { Findings } from '../../document/findings.ts';
import { figureText } from '../../document/leaves.ts';
import { type Exact, ONE, ZERO } from '../../exact-number.ts';
import type { DocumentPath } from '../../source.ts';
import type { Limit } from '../document.ts';
import type { PlanCheck } from '../draft.ts';

export const checkLimits: PlanCheck = ({ header, components, gates }, findings) => {
  checkSign(header.planCap, ['planCap'], findings);
  checkSign(header.planFloor, ['planFloor'], findings);
  const isSameSpan = header.planCap?.over === header.planFloor?.over;
  if (isSameSpan) checkOrder(header.planCap, header.planFloor, ['planFloor'], findings);
  for (const { path, fields } of components) {
    checkSign(fields.payoutCap, [...path, 'payoutCap'], findings);
    checkSign(fields.payoutFloor, [...path, 'payoutFloor'], findings);
    checkOrder(fields.payoutCap, fields.payoutFloor, [...path, 'payoutFloor'], findings);
  }
  for (const { path, fields } of gates) {
    const effect = fields.whenNotMet;
    if (effect === undefined || effect === 'zero') continue;
    if ('scale' in effect && !('curve' in effect.scale))
      checkScale(effect.scale, [...path, 'whenNotMet', 'scale'], findings);
    else if ('capFactor' in effect && effect.capFactor.lt(ZERO)) {
      reportNegative(effect.capFactor, [...path, 'whenNotMet', 'capFactor'], findings, true);
    }
  }
};

function numberOf(limit: Limit): Exact {
  return 'money' in limit ? limit.money : limit.ofTarget;
}

export function checkSign(limit: Limit | undefined, path: DocumentPath, findings: Findings): void {
  if (!limit || numberOf(limit).gte(ZERO)) return;
  const isPercent = 'ofTarget' in limit;
  reportNegative(numberOf(limit), [...path, isPercent ? 'ofTarget' : 'money'], findings, isPercent);
}

function reportNegative(
  number: Exact,
  path: DocumentPath,
  findings: Findings,
  isPercent: boolean,
): void {
  const shown = figureText({ number, isPercent });
  findings.report('plan/limit', path, `the limit \`${shown}\` is negative`, 'write zero or more');
}

/** Comparable only where both are money, or both multiples of the target. */
function checkOrder(
  cap: Limit | undefined,
  floor: Limit | undefined,
  path: DocumentPath,
  findings: Findings,
): void {
  if (!cap || !floor || 'money' in cap !== 'money' in floor) return;
  if (numberOf(floor).lte(numberOf(cap))) return;
  findings.report(
    'plan/limit',
    path,
    'the floor lies above the cap',
    'write a floor that is at most the cap',
  );
}

function checkScale(scale: Exact, path: DocumentPath, findings: Findings): void {
  if (scale.gte(ZERO) && scale.lte(ONE)) return;
  const shown = figureText({ number: scale, isPercent: true });
  findings.report(
    'plan/limit',
    path,
    `a gate that is not met cannot leave ${shown} of the pay`,
    'write a part from 0% to 100%; what pays more is a modifier',
  );
}
