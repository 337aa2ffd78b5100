// What changed between two plan documents, field by field, whatever the order of entries: lists of
// named entries are compared by their ids, rows of tables by where they stand.
// In: two documents. Out: changes in the order of the newer one; words are found by views.

import { isList, isMap } from '../document/nodes.ts';
import type { DocumentMap, DocumentNode, DocumentPath } from '../source.ts';

export interface PlanChange {
  /** Field names, ids of entries, and numbers of rows from 0. */
  readonly path: DocumentPath;
  /** Absent where it is new. */
  readonly before?: DocumentNode;
  /** Absent where it is gone. */
  readonly after?: DocumentNode;
}

export function planChanges(before: DocumentNode, after: DocumentNode): readonly PlanChange[] {
  return changesAt([], before, after);
}

function changesAt(
  path: DocumentPath,
  before: DocumentNode | undefined,
  after: DocumentNode | undefined,
): readonly PlanChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined || after === undefined) return [changeOf(path, before, after)];
  const [left, right] = [entriesOf(before), entriesOf(after)];
  if (left && right) {
    const keys = new Set([...right.keys(), ...left.keys()]);
    return [...keys].flatMap((key) => changesAt([...path, key], left.get(key), right.get(key)));
  }
  return isSame(before, after) ? [] : [changeOf(path, before, after)];
}

function changeOf(
  path: DocumentPath,
  before: DocumentNode | undefined,
  after: DocumentNode | undefined,
): PlanChange {
  return {
    path,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  };
}

/** Entries by what tells them apart; a list of plain texts is one figure. */
function entriesOf(node: DocumentNode): Map<string | number, DocumentNode> | undefined {
  if (isMap(node)) return new Map(Object.entries(node));
  if (!isList(node) || !node.every(isMap)) return undefined;
  return new Map(node.map((each, index) => [idOf(each) ?? index, each]));
}

function idOf({ id }: DocumentMap): string | undefined {
  return typeof id === 'string' ? id : undefined;
}

function isSame(left: DocumentNode, right: DocumentNode): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
