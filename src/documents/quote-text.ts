// Quotes a piece of somebody's input inside a message: short, on one line and harmless.
// In: any text of a file. Out: the text in backticks, cut, with control and direction characters
// written out, so that a cell cannot colour a terminal or reorder what the reader sees.

const LENGTH_MAX = 40;
const NAMED = new Map([
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
]);

export function quoteText(text: string): string {
  const characters = Array.from(text.slice(0, 2 * LENGTH_MAX + 2));
  const isCut = characters.length > LENGTH_MAX;
  const kept = isCut ? `${characters.slice(0, LENGTH_MAX - 1).join('')}…` : characters.join('');
  return `\`${kept.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, writtenOut)}\``;
}

/** A count with its noun: `1 cell`, `3 cells`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function writtenOut(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return NAMED.get(character) ?? `\\u${code.toString(16).padStart(4, '0')}`;
}
