// A document with one change made: the node at a path of fields, ids of entries and numbers of rows
// replaced, added or taken out. In: a node, a path, the new node or none. Out: the changed node.

import { isList, isMap } from '../document/nodes.ts';
import type { DocumentNode, DocumentPath } from '../source.ts';

export function changedNode(
  node: DocumentNode | undefined,
  [step, ...rest]: DocumentPath,
  after: DocumentNode | undefined,
): DocumentNode | undefined {
  if (step === undefined) return after;
  if (isList(node)) return changedList(node, step, rest, after);
  const map = isMap(node) ? node : {};
  const changed = changedNode(map[step], rest, after);
  const others = Object.entries(map).filter(([key]) => key !== String(step));
  return Object.fromEntries(changed === undefined ? others : [...others, [step, changed]]);
}

function changedList(
  list: readonly DocumentNode[],
  step: string | number,
  rest: DocumentPath,
  after: DocumentNode | undefined,
): readonly DocumentNode[] {
  const place =
    typeof step === 'number' ? step : list.findIndex((each) => isMap(each) && each['id'] === step);
  const changed = changedNode(list[place], rest, after);
  if (place < 0 || place >= list.length) return changed === undefined ? list : [...list, changed];
  return changed === undefined ? list.toSpliced(place, 1) : list.with(place, changed);
}
