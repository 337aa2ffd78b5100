// Where a component's pay can change its course: the starts of rows, the corners of lines and the
// limits that its cells compare its argument with. They are read off the worksheet itself, so that
// no mechanism can be forgotten. In: a worksheet and the cell or column that the curve runs on.
// Out: figures in rising order, and those above which nothing counts any more.

import { compareExact, type Exact, exact } from '../exact-number.ts';
import { type Formula, operandsOf } from '../worksheet/operations.ts';
import type { Worksheet } from '../worksheet/worksheet.ts';

/** Near enough to a breakpoint that no slope comes to a cent, in the argument's own unit. */
export const HAIR: Exact = exact('0.000000000001');

export interface Breakpoints {
  readonly at: readonly Exact[];
  /** Upper limits of the argument itself: an attainment cap. */
  readonly limits: readonly Exact[];
}

export function breakpointsOf({ cells, columns }: Worksheet, argument: Formula): Breakpoints {
  const aliases = [argument];
  const found: Exact[] = [];
  const limits: Exact[] = [];
  const isAlias = (node: Formula): boolean =>
    aliases.some(
      (each) => each.op === node.op && 'id' in each && 'id' in node && each.id === node.id,
    );
  const visit = (node: Formula): void => {
    if ('points' in node && isAlias(node.on)) found.push(...node.points.map(({ at }) => at));
    if (node.op === 'compare' && isAlias(node.left)) found.push(...constantsIn([node.right]));
    operandsOf(node).forEach(visit);
  };
  for (const { id, formula } of [...columns, ...cells]) {
    visit(formula);
    if (formula.op !== 'minimum' || !formula.of.some(isAlias)) continue;
    const capped = constantsIn(formula.of);
    limits.push(...capped);
    found.push(...capped);
    aliases.push({ op: 'cell', id });
  }
  return { at: rising(found), limits };
}

function constantsIn(nodes: readonly Formula[]): readonly Exact[] {
  return nodes.flatMap((node) =>
    node.op === 'constant' && typeof node.datum === 'object' ? [node.datum] : [],
  );
}

/** In order, each once. */
export function rising(figures: readonly Exact[]): readonly Exact[] {
  return figures
    .toSorted(compareExact)
    .filter((figure, index, all) => index === 0 || !figure.eq(all[index - 1] as Exact));
}
