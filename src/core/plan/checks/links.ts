// Links name components that exist: one with an attainment that limits, others with a factor to be
// limited; and they do not run in a circle, where each would wait for the other.
// In: the draft of a plan. Out: findings at the names.

import { attains, isWeighted } from '../../components/kinds.ts';
import { type FieldsOf, isWritten } from '../../document/fields.ts';
import type { Findings } from '../../document/findings.ts';
import { figureText } from '../../document/leaves.ts';
import { ZERO } from '../../exact-number.ts';
import type { DocumentPath } from '../../source.ts';
import type { linkShape } from '../document.ts';
import type { Entry, PlanCheck, PlanDraft } from '../draft.ts';
import { checkActsOn, checkComponentName } from './acts-on.ts';

type LinkEntry = Entry<FieldsOf<typeof linkShape>>;

export const checkLinks: PlanCheck = (draft, findings) => {
  for (const entry of draft.links) {
    checkNames(draft, entry, findings);
    checkCap(entry, findings);
    const circle = circleOf(entry, draft.links);
    if (circle) reportCircle(circle, entry.path, findings);
  }
};

function checkNames(draft: PlanDraft, { path, fields }: LinkEntry, findings: Findings): void {
  const { by, actsOn } = fields;
  checkActsOn(actsOn, path, findings);
  if (by !== undefined) checkComponentName(by, [...path, 'by'], findings);
  for (const { fields: component } of draft.components) {
    const { id, kind } = component;
    if (id === undefined) continue;
    if (id === by && !attains(component)) {
      findings.report(
        'link/no-attainment',
        [...path, 'by'],
        `\`${id}\` has no attainment that could limit another component`,
        'name a component with a quota or a score, or write a gate on its measure',
      );
    }
    const index = actsOn?.indexOf(id) ?? -1;
    if (index === -1 || isWeighted(kind)) continue;
    findings.report(
      'gate/no-factor',
      [...path, 'actsOn', index],
      `no payout factor could be capped in \`${id}\``,
      'let the link act on components that pay a factor of the target incentive',
    );
  }
}

function checkCap({ path, fields }: LinkEntry, findings: Findings): void {
  const { capFactor, until } = fields;
  if (capFactor === undefined || capFactor === 'attainment') return;
  if (capFactor.lt(ZERO)) {
    const shown = figureText({ number: capFactor, isPercent: true });
    const what = `the limit \`${shown}\` is negative`;
    findings.report('plan/limit', [...path, 'capFactor'], what, 'write zero or more');
  }
  if (until !== undefined || isWritten(findings.document.root, path, 'until')) return;
  findings.report(
    'document/missing-field',
    path,
    '`until` is missing, and nothing says when the factor is free',
    'add `until:` with the attainment at which the link lets go, or write ' +
      '`capFactor: attainment`; a cap whatever happens is a `payoutCap`',
  );
}

/** The way from a link's component over what limits it back to itself, if there is one. */
function circleOf(start: LinkEntry, links: readonly LinkEntry[]): readonly string[] | undefined {
  const { by, actsOn = [] } = start.fields;
  if (by === undefined) return undefined;
  const ways: (readonly string[])[] = [[by]];
  const seen = new Set([by]);
  for (const way of ways) {
    const last = way.at(-1) as string;
    if (actsOn.includes(last)) return [last, ...way];
    for (const { fields } of links) {
      const next = fields.by;
      if (next === undefined || seen.has(next) || !fields.actsOn?.includes(last)) continue;
      seen.add(next);
      ways.push([...way, next]);
    }
  }
  return undefined;
}

function reportCircle(circle: readonly string[], path: DocumentPath, findings: Findings): void {
  const [first, ...rest] = circle.map((id) => `\`${id}\``);
  const what = `${first} is limited by ${rest.join(', which is limited by ')}`;
  findings.report('link/circular', [...path, 'by'], what, 'remove one of the links of the circle');
}
