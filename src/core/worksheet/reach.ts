// What a number is made of: cells, columns, inputs and attributes that some cells read, directly or
// through others. In: a worksheet and ids of cells. Out: ids and names.

import { type Formula, operandsOf } from './operations.ts';
import type { Worksheet } from './worksheet.ts';

interface Reached {
  /** Ids of cells and columns. */
  readonly ids: ReadonlySet<string>;
  readonly inputs: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

/** `closed` are cells that are not opened: what they alone read is not reached. */
export function reachedFrom(
  { cells, columns }: Pick<Worksheet, 'cells' | 'columns'>,
  from: Iterable<string>,
  closed: (id: string) => boolean = () => false,
): Reached {
  const formulas = new Map([...columns, ...cells].map(({ id, formula }) => [id, formula]));
  const [ids, inputs, attributes] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const visit = (node: Formula): void => {
    if (node.op === 'cell' || node.op === 'column') ids.add(node.id);
    if (node.op === 'input') inputs.add(node.name);
    if (node.op === 'attribute') attributes.add(node.name);
    if ('where' in node) ids.add(node.where);
    if ('column' in node) ids.add(node.column);
    operandsOf(node).forEach(visit);
  };
  for (const id of from) ids.add(id);
  // A set goes on to what is added while it is walked.
  for (const id of ids) {
    const formula = closed(id) ? undefined : formulas.get(id);
    if (formula) visit(formula);
  }
  return { ids, inputs, attributes };
}
