// Caps of groups: components that exist, each in one group only, a cap that is not negative, and a
// target incentive for it to be a multiple of. In: the draft of a plan. Out: findings.

import { isWeighted } from '../../components/kinds.ts';
import type { FieldsOf } from '../../document/fields.ts';
import type { Findings } from '../../document/findings.ts';
import type { groupCapShape } from '../document.ts';
import type { Entry, PlanCheck, PlanDraft } from '../draft.ts';
import { checkActsOn } from './acts-on.ts';
import { checkSign } from './limits.ts';

type Group = Entry<FieldsOf<typeof groupCapShape>>;

export const checkGroupCaps: PlanCheck = (draft, findings) => {
  const taken = new Map<string, string>();
  for (const group of draft.groupCaps) {
    checkActsOn(group.fields.actsOn, group.path, findings);
    checkSign(group.fields.cap, [...group.path, 'cap'], findings);
    checkTarget(draft, group, findings);
    checkShared(group, taken, findings);
  }
};

function checkTarget({ components }: PlanDraft, { path, fields }: Group, findings: Findings): void {
  const { actsOn, cap } = fields;
  if (!cap || !('ofTarget' in cap) || !actsOn) return;
  const grouped = components.filter(
    ({ fields: { id } }) => id !== undefined && actsOn.includes(id),
  );
  const hasTarget = grouped.some(({ fields: { kind } }) => isWeighted(kind));
  if (hasTarget || grouped.length < actsOn.length) return;
  findings.report(
    'component/no-target',
    [...path, 'cap', 'ofTarget'],
    'no component of the group has a part of the target incentive',
    'write the cap as money: `{ money: 50000 }`',
  );
}

function checkShared(
  { path, fields }: Group,
  taken: Map<string, string>,
  findings: Findings,
): void {
  const { actsOn = [], title = '' } = fields;
  actsOn.forEach((component, index) => {
    const other = taken.get(component);
    if (other === undefined) taken.set(component, title);
    else {
      findings.report(
        'group/shared-component',
        [...path, 'actsOn', index],
        `\`${component}\` stands in a group already: ${other}`,
        'keep it in one of the groups',
      );
    }
  });
}
