// Answers to doubts name a doubt that the checker can have, and something in the plan. In: the
// draft of a plan. Out: findings at names that nothing has; whether somebody doubts is known only
// later.

import { doubtCodes } from '../../diagnostic-codes.ts';
import { nearestWord } from '../../document/nearest-word.ts';
import { isList, nodeAt } from '../../document/nodes.ts';
import type { DocumentNode } from '../../source.ts';
import type { PlanCheck } from '../draft.ts';

export const checkAcceptances: PlanCheck = ({ header }, findings) => {
  const ids = ['components', 'gates', 'links', 'modifiers', 'holds'].flatMap((section) =>
    writtenIds(findings.document.root, section),
  );
  header.accepts?.forEach(({ finding, of }, index) => {
    const path = ['accepts', index];
    if (!doubtCodes.includes(finding)) {
      const near = nearestWord(finding, doubtCodes);
      const what = `\`${finding}\` is no doubt of \`ontarget check\``;
      const remedy = near ? `write \`${near}\`` : `write one of: ${doubtCodes.join(', ')}`;
      findings.report('document/unknown-word', [...path, 'finding'], what, remedy);
    }
    if (of === undefined || ids.includes(of)) return;
    findings.unknownName('gate/unknown-component', [...path, 'of'], 'component or gate', of, ids);
  });
};

/** As written, so that an entry with another fault still counts as there. */
function writtenIds(root: DocumentNode, section: string): readonly string[] {
  const list = nodeAt(root, [section]);
  const ids = isList(list) ? list.map((each) => nodeAt(each, ['id'])) : [];
  return ids.filter((id) => typeof id === 'string');
}
