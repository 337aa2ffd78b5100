// What a gate or a hold asks a measure to be: of a measure that exists, in its unit.
// In: the fields as read and their place. Out: findings.

import { checkFigureUnit } from '../../components/figure-unit.ts';
import type { Findings } from '../../document/findings.ts';
import type { Figure } from '../../document/leaves.ts';
import type { DocumentPath } from '../../source.ts';
import type { Requirement } from '../document.ts';
import { measureNamed, type PlanDraft } from '../draft.ts';

interface Asked {
  readonly measure?: string;
  readonly require?: Requirement;
}

export function checkRequirement(
  draft: PlanDraft,
  { measure: id, require }: Asked,
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
