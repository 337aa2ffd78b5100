// Ways to write a text in the place of another: as that was quoted first, then safer ones.
// In: the scalar that stands there, and the new text. Out: changes; whoever asks reads each again
// and takes the first that says what is meant.

import type { Scalar } from 'yaml';
import type { TextChange } from './edit-yaml.ts';

type Write = (text: string) => string;

const plain: Write = (text) => text;
const single: Write = (text) => `'${text.replaceAll("'", "''")}'`;
const double: Write = (text) => JSON.stringify(text);

/** A block of lines ends with its line; what replaces it must too. */
const line =
  (write: Write): Write =>
  (text) =>
    `${write(text)}\n`;

const WRITES: Readonly<Record<string, readonly Write[]>> = {
  PLAIN: [plain, single, double],
  QUOTE_SINGLE: [single, double],
  QUOTE_DOUBLE: [double],
  BLOCK_LITERAL: [plain, single, double].map(line),
  BLOCK_FOLDED: [plain, single, double].map(line),
};

export function spellings({ type, range }: Scalar, text: string): readonly TextChange[] {
  if (!range) return [];
  const [from, to] = range;
  // Nothing at all reads as empty text, until somebody writes a comment behind it.
  const written = (WRITES[type ?? 'PLAIN'] ?? []).map((write) => write(text)).filter(isWritten);
  // Where nothing stands behind a colon yet, a space has to come between.
  const spaced = from === to ? written.map((each) => ` ${each}`) : [];
  return [...written, ...spaced].map((insert) => ({ from, to, insert }));
}

function isWritten(text: string): boolean {
  return text.trim() !== '';
}
