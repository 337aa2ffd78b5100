// What each component kind checks about itself, and what all components share: a stated rule for
// negative true-ups, caps that refer to something, a key result that exists.

import type { ComponentDraft } from '../../components/kinds.ts';
import { checkComponent, isWeighted } from '../../components/kinds.ts';
import { isWritten } from '../../document/fields.ts';
import type { Findings } from '../../document/findings.ts';
import type { DocumentPath } from '../../source.ts';
import { measureNamed, type PlanCheck } from '../draft.ts';

export const checkComponents: PlanCheck = (draft, findings) => {
  const keyResults = draft.company?.objectives.flatMap((each) =>
    each.keyResults.map(({ id }) => id),
  );
  for (const { path, fields } of draft.components) {
    checkComponent(fields, {
      measure: (inner, id) => measureNamed(draft, findings, [...path, ...inner], id),
      isWritten: (field) => isWritten(findings.document.root, path, field),
      report: (code, inner, what, remedy) => {
        findings.report(code, [...path, ...inner], what, remedy);
      },
    });
    checkTrueUpRule(fields, path, findings);
    checkLimits(fields, path, findings);
    const { supports } = fields;
    if (supports === undefined || !keyResults || keyResults.includes(supports)) continue;
    findings.unknownName(
      'plan/unknown-key-result',
      [...path, 'supports'],
      'key result',
      supports,
      keyResults,
    );
  }
};

function checkTrueUpRule(fields: ComponentDraft, path: DocumentPath, findings: Findings): void {
  const isToDate = fields.window === 'year-to-date';
  const isStated = isWritten(findings.document.root, path, 'negativeTrueUp');
  if (isToDate && !isStated) {
    findings.report(
      'component/true-up-rule',
      [...path, 'window'],
      'nothing says what happens when less is due to date than was paid',
      'add `negativeTrueUp: floor-at-zero` or `negativeTrueUp: recover`',
    );
  }
  if (fields.window && !isToDate && fields.negativeTrueUp !== undefined) {
    findings.report(
      'component/true-up-rule',
      [...path, 'negativeTrueUp'],
      'only a component over the year to date has a true-up',
      'remove it, or write `window: year-to-date`',
    );
  }
}

/** A cap as a multiple of the target needs a target, which only weighted kinds have. */
function checkLimits(fields: ComponentDraft, path: DocumentPath, findings: Findings): void {
  if (isWeighted(fields.kind)) return;
  for (const field of ['payoutCap', 'payoutFloor'] as const) {
    const limit = fields[field];
    if (!limit || !('ofTarget' in limit)) continue;
    findings.report(
      'component/no-target',
      [...path, field],
      'this component has no part of the target incentive to take a multiple of',
      'write the limit as money: `{ money: 50000 }`',
    );
  }
}
