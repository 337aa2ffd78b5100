// Compares what a statement file says with what it should say. Cells and fields are compared by
// their place; the lines of a PDF in their order, because a line more moves all that follow.
// In: texts by place. Out: what differs, and by how much where both are numbers.

import type { StatementTexts } from './ports.ts';

export interface TextDifference {
  readonly place: string;
  readonly found?: string;
  readonly expected?: string;
}

type Texts = ReadonlyMap<string, string>;

export function compareTexts(
  { format, texts }: StatementTexts,
  expected: Texts,
): readonly TextDifference[] {
  return format === 'pdf' ? inOrder(texts, expected) : byPlace(texts, expected);
}

function byPlace(found: Texts, expected: Texts): readonly TextDifference[] {
  const places = new Set([...expected.keys(), ...found.keys()]);
  return [...places].flatMap((place) => {
    const [is, should] = [found.get(place), expected.get(place)];
    return isSame(is, should) ? [] : [differenceAt(place, is, should)];
  });
}

/** Spreadsheet programs keep 15 digits of a number when they save; cents take no more. */
const DIGITS_KEPT = 12;
const PLAIN_NUMBER = /^-?\d+(\.\d+)?(e[+-]\d+)?$/i;

function isSame(left: string | undefined, right: string | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  const areNumbers = PLAIN_NUMBER.test(left) && PLAIN_NUMBER.test(right);
  const kept = (text: string): string => Number(text).toPrecision(DIGITS_KEPT);
  return areNumbers && kept(left) === kept(right);
}

function differenceAt(
  place: string,
  found: string | undefined,
  expected: string | undefined,
): TextDifference {
  return {
    place,
    ...(found !== undefined && { found }),
    ...(expected !== undefined && { expected }),
  };
}

/** Lines that no longest common run of lines holds, a removed one beside the one in its place. */
function inOrder(found: Texts, expected: Texts): readonly TextDifference[] {
  const [lines, wanted] = [[...found], [...expected.values()]];
  const lengths = commonLengths(
    lines.map(([, text]) => text),
    wanted,
  );
  const differences: TextDifference[] = [];
  let [at, should] = [0, 0];
  while (at < lines.length || should < wanted.length) {
    const [place = 'end', is] = lines[at] ?? [];
    const want = wanted[should];
    const skipsFound = lengths[at + 1]?.[should] ?? -1;
    const skipsExpected = lengths[at]?.[should + 1] ?? -1;
    if (is !== undefined && is === want) {
      [at, should] = [at + 1, should + 1];
    } else if (is !== undefined && want !== undefined && skipsFound === skipsExpected) {
      differences.push(differenceAt(place, is, want));
      [at, should] = [at + 1, should + 1];
    } else if (skipsFound >= skipsExpected) {
      differences.push(differenceAt(place, is, undefined));
      at += 1;
    } else {
      differences.push(differenceAt(place, undefined, want));
      should += 1;
    }
  }
  return differences;
}

/** How many lines the rests of two lists have in common, by where the rests start. */
function commonLengths(left: readonly string[], right: readonly string[]): readonly Int32Array[] {
  const rows = Array.from({ length: left.length + 1 }, () => new Int32Array(right.length + 1));
  for (let at = left.length - 1; at >= 0; at -= 1) {
    const [row, next] = [rows[at] as Int32Array, rows[at + 1] as Int32Array];
    for (let should = right.length - 1; should >= 0; should -= 1) {
      row[should] =
        left[at] === right[should]
          ? (next[should + 1] as number) + 1
          : Math.max(next[should] as number, row[should + 1] as number);
    }
  }
  return rows;
}
