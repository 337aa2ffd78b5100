// Gates look at a measure that exists, ask for a figure in its unit, and act on components that
// exist and can take their effect.

import { checkFigureUnit } from '../../components/figure-unit.ts';
import { isWeighted } from '../../components/kinds.ts';
import type { FieldsOf } from '../../document/fields.ts';
import type { Findings } from '../../document/findings.ts';
import type { Figure } from '../../document/leaves.ts';
import type { DocumentPath } from '../../source.ts';
import type { gateShape } from '../document.ts';
import { measureNamed, type PlanCheck, type PlanDraft } from '../draft.ts';

type GateFields = FieldsOf<typeof gateShape>;

export const checkGates: PlanCheck = (draft, findings) => {
  for (const { path, fields } of draft.gates) {
    checkRequirement(draft, fields, path, findings);
    checkTargets(draft, fields, path, findings);
  }
};

function checkRequirement(
  draft: PlanDraft,
  { measure: id, require }: GateFields,
  path: DocumentPath,
  findings: Findings,
): void {
  const measure = id && measureNamed(draft, findings, [...path, 'measure'], id);
  if (!measure || !require) return;
  const [bound, written] = Object.entries(require)[0] as [string, Figure];
  checkFigureUnit(written, measure, ['require', bound], {
    report: (code, inner, what, remedy) => {
      findings.report(code, [...path, ...inner], what, remedy);
    },
  });
}

function checkTargets(
  draft: PlanDraft,
  { actsOn, whenNotMet }: GateFields,
  path: DocumentPath,
  findings: Findings,
): void {
  const known = draft.components.flatMap(({ fields }) => fields.id ?? []);
  const named = actsOn === 'all' || !actsOn ? [] : actsOn;
  named.forEach((id, index) => {
    if (known.includes(id)) return;
    findings.unknownName(
      'gate/unknown-component',
      [...path, 'actsOn', index],
      'component',
      id,
      known,
    );
  });
  const capsFactor = typeof whenNotMet === 'object' && 'capFactor' in whenNotMet;
  if (!capsFactor) return;
  for (const { fields } of draft.components) {
    const acted = actsOn === 'all' || (fields.id !== undefined && named.includes(fields.id));
    if (!acted || isWeighted(fields.kind)) continue;
    findings.report(
      'gate/no-factor',
      [...path, 'whenNotMet'],
      `\`${fields.id}\` has no payout factor that could be capped`,
      'write `zero` or `{ scale: … }`, or let the gate act on other components',
    );
  }
}
