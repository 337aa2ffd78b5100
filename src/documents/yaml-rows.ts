// One more row of a YAML list, or one less, in the style in which the list is written: as lines
// that start with a dash, or in brackets on one line or several. In: the text, the list, a row's
// index. Out: ways to change the text; whoever asks reads each again.

import { type CST, isCollection, isPair, isSeq, type ParsedNode, type YAMLSeq } from 'yaml';
import type { TextChange } from './edit-yaml.ts';

/** Where a row stands: its own text, and what belongs to no other row on the lines around it. */
interface Row {
  readonly from: number;
  readonly to: number;
  readonly lineStart: number;
  /** Behind the line break that ends the row's last line. */
  readonly lineEnd: number;
  /** Nothing else stands on the row's lines but a comma and a comment. */
  readonly isAlone: boolean;
  readonly hasComma: boolean;
}

const REST_OF_LINE = /^[ \t]*(,?)[ \t]*(?:#[^\r\n]*)?(?:\r?\n|$)/;

export function rowCopied(text: string, list: unknown, index: number): readonly TextChange[] {
  const row = isSeq(list) ? rowAt(text, list as YAMLSeq.Parsed, index) : undefined;
  if (!row) return [];
  const own = text.slice(row.from, row.to);
  const beside = { from: row.to, to: row.to, insert: `, ${own}` };
  if (!row.isAlone) return [beside];
  const lines = text.slice(row.lineStart, row.to);
  const comma = row.hasComma ? ',' : '';
  const end = lineBreakIn(text);
  const isLast = text[row.lineEnd - 1] !== '\n';
  const insert = isLast ? `${end}${lines}${comma}` : `${lines}${comma}${end}`;
  const below = { from: row.lineEnd, to: row.lineEnd, insert };
  // The last row in brackets has no comma behind it: it gets one, before its comment.
  const rest = text.slice(row.to, row.lineEnd);
  const behind = { from: row.to, to: row.lineEnd, insert: `,${rest}${lines}${end}` };
  return [below, behind, beside];
}

export function rowRemoved(text: string, list: unknown, index: number): readonly TextChange[] {
  if (!isSeq(list)) return [];
  const [before, row, after] = [index - 1, index, index + 1].map((each) =>
    rowAt(text, list as YAMLSeq.Parsed, each),
  );
  if (!row) return [];
  const found: TextChange[] = [];
  if (row.isAlone && before && list.flow && !row.hasComma) {
    const between = text.slice(before.to, row.lineStart).replace(',', '');
    found.push({ from: before.to, to: row.lineEnd, insert: between });
  }
  if (row.isAlone) found.push({ from: row.lineStart, to: row.lineEnd, insert: '' });
  if (after) found.push({ from: row.from, to: after.from, insert: '' });
  if (before) found.push({ from: before.to, to: row.to, insert: '' });
  return found;
}

export function rowAt(text: string, list: YAMLSeq.Parsed, index: number): Row | undefined {
  const node = list.items[index] as ParsedNode | undefined;
  if (!node) return undefined;
  const from = list.flow ? node.range[0] : dashOf(list, index);
  const to = from + text.slice(from, endOf(node)).trimEnd().length;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const rest = REST_OF_LINE.exec(text.slice(to));
  const isAlone = rest !== null && text.slice(lineStart, from).trim() === '';
  const hasComma = rest?.[1] === ',';
  return { from, to, lineStart, lineEnd: to + (rest?.[0].length ?? 0), isAlone, hasComma };
}

function dashOf(list: YAMLSeq.Parsed, index: number): number {
  const token = list.srcToken as CST.BlockSequence;
  const dash = token.items[index]?.start.find(({ type }) => type === 'seq-item-ind');
  return dash?.offset ?? token.offset;
}

/** Where the last text of a node ends; a block of lines reaches over comments that follow it. */
export function endOf(node: ParsedNode): number {
  const last: unknown = isCollection(node) && !node.flow ? node.items.at(-1) : undefined;
  const inner = isPair(last) ? (last.value ?? last.key) : last;
  return inner ? endOf(inner as ParsedNode) : node.range[1];
}

export function lineBreakIn(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
