// What gates, links and modifiers act on: all components, or some that exist.
// In: the field as read and its place. Out: a finding per name that nothing has.

import type { Findings } from '../../document/findings.ts';
import { isList, nodeAt } from '../../document/nodes.ts';
import type { DocumentNode, DocumentPath } from '../../source.ts';

export type ActsOn = 'all' | readonly string[];

export function checkActsOn(
  actsOn: ActsOn | undefined,
  path: DocumentPath,
  findings: Findings,
): void {
  const named = actsOn === 'all' || !actsOn ? [] : actsOn;
  named.forEach((id, index) => {
    checkComponentName(id, [...path, 'actsOn', index], findings);
  });
}

export function checkComponentName(id: string, path: DocumentPath, findings: Findings): void {
  const known = writtenIds(findings.document.root);
  if (!known || known.includes(id)) return;
  findings.unknownName('gate/unknown-component', path, 'component', id, known);
}

/** Ids of components as written, so that one that could not be read still counts as there. */
function writtenIds(root: DocumentNode): readonly string[] | undefined {
  const list = nodeAt(root, ['components']);
  if (!isList(list)) return undefined;
  const ids = list.map((each) => nodeAt(each, ['id']));
  return ids.filter((id) => typeof id === 'string');
}
