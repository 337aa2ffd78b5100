// Gates look at a measure that exists, ask for a figure in its unit, and act on components that
// exist and can take their effect.

import { isWeighted } from '../../components/kinds.ts';
import type { FieldsOf } from '../../document/fields.ts';
import type { Findings } from '../../document/findings.ts';
import type { DocumentPath } from '../../source.ts';
import type { gateShape } from '../document.ts';
import type { Entry, PlanCheck, PlanDraft } from '../draft.ts';
import { scaleCurve } from '../plan.ts';
import { checkActsOn } from './acts-on.ts';
import { checkFactorCurve } from './modifiers.ts';
import { checkRequirement } from './requirement.ts';

type GateFields = FieldsOf<typeof gateShape>;

export const checkGates: PlanCheck = (draft, findings) => {
  for (const { path, fields } of draft.gates) {
    checkRequirement(draft, fields, path, findings);
    checkTargets(draft, fields, path, findings);
    checkWindow(fields, path, findings);
    checkScale(draft, { path, fields }, findings);
  }
};

function checkScale(
  draft: PlanDraft,
  { path, fields: { measure: id, whenNotMet } }: Entry<GateFields>,
  findings: Findings,
): void {
  const curve = whenNotMet && scaleCurve(whenNotMet);
  if (!curve) return;
  const measure = id === undefined ? undefined : draft.measures?.get(id);
  checkFactorCurve(draft, { curve, measure, path: [...path, 'whenNotMet', 'scale'] }, findings);
}

/** What is judged once, at the end, is not met in a later period. */
function checkWindow({ window, whenNotMet }: GateFields, path: DocumentPath, findings: Findings) {
  if (window !== 'year' || typeof whenNotMet !== 'object' || !('defer' in whenNotMet)) return;
  findings.report(
    'gate/defer-window',
    [...path, 'window'],
    'a gate over the whole year is judged once, so nothing could wait for it',
    'write `period` or `year-to-date`, or `zero` for what happens at the end of the year',
  );
}

function checkTargets(
  draft: PlanDraft,
  { actsOn, whenNotMet }: GateFields,
  path: DocumentPath,
  findings: Findings,
): void {
  checkActsOn(actsOn, path, findings);
  const capsFactor = typeof whenNotMet === 'object' && 'capFactor' in whenNotMet;
  const factorless = draft.components.flatMap(({ fields: { id, kind } }) => {
    const acted = actsOn === 'all' || (id !== undefined && actsOn?.includes(id));
    return acted && !isWeighted(kind) ? [`\`${id}\``] : [];
  });
  if (!capsFactor || factorless.length === 0) return;
  findings.report(
    'gate/no-factor',
    [...path, 'whenNotMet'],
    `no payout factor could be capped in ${factorless.join(', ')}`,
    'write `zero` or `{ scale: … }`, or let the gate act on other components',
  );
}
