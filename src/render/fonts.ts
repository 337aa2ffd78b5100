// Inter as @font-face rules with data: URLs, one text per subset and only for the subsets that a
// document's characters need: 65 kB for most, where all of them would be 500 kB.
// In: the characters of a document. Out: names of subsets, and the rules of one. Source: the npm
// package @fontsource/inter; the printer lets nothing but data: through.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const PACKAGE = '@fontsource/inter';
const WEIGHTS = [400, 600];

/** In order of preference: a character goes to the first subset that has it. */
export const fontSubsets = [
  'latin',
  'latin-ext',
  'cyrillic',
  'greek',
  'vietnamese',
  'cyrillic-ext',
  'greek-ext',
] as const;
export type FontSubset = (typeof fontSubsets)[number];

const { resolve } = createRequire(import.meta.url);
const known: { ranges?: Readonly<Record<FontSubset, string>> } = {};
const knownFaces = new Map<FontSubset, string>();

/** The subsets that a text needs; what none of them has is left to the machine's fonts. */
export function subsetsFor(text: string): readonly FontSubset[] {
  const characters = [...new Set(text)].map((each) => each.codePointAt(0) ?? 0);
  const needed = characters.map((each) =>
    fontSubsets.find((subset) => isIn(each, rangesOf(subset))),
  );
  return fontSubsets.filter((subset) => subset === 'latin' || needed.includes(subset));
}

/** The CSS rules of one subset, in all weights that documents use. */
export function fontFaces(subset: FontSubset): string {
  const faces = knownFaces.get(subset) ?? WEIGHTS.map((weight) => face(subset, weight)).join('\n');
  knownFaces.set(subset, faces);
  return faces;
}

function face(subset: FontSubset, weight: number): string {
  const file = resolve(`${PACKAGE}/files/inter-${subset}-${weight}-normal.woff2`);
  const data = readFileSync(file).toString('base64');
  return `@font-face {
  font-family: Inter; font-style: normal; font-weight: ${weight};
  src: url(data:font/woff2;base64,${data}) format('woff2');
  unicode-range: ${rangesOf(subset)};
}`;
}

function rangesOf(subset: FontSubset): string {
  known.ranges ??= JSON.parse(readFileSync(resolve(`${PACKAGE}/unicode.json`), 'utf8'));
  return known.ranges?.[subset] ?? '';
}

/** Ranges as CSS writes them: `U+0000-00FF,U+0131`. */
function isIn(codePoint: number, ranges: string): boolean {
  return ranges.split(',').some((range) => {
    const [from = '', to = from] = range.replace('U+', '').split('-');
    return codePoint >= Number.parseInt(from, 16) && codePoint <= Number.parseInt(to, 16);
  });
}
