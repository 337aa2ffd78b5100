// The order of test files: the slowest first, so that two workers end at about the same time even
// on a machine that has never run them. In: test files. Out: the same, the slow ones in front.

interface TestFile {
  readonly path: string;
}

/** Each takes a minute or more: LibreOffice, the browser, commands as processes of their own. */
const SLOWEST = [
  'render/office-workbook',
  'cli/commands',
  'browser/accessibility',
  'oracle/laws-of-statements',
  'oracle/laws-of-results',
  'cli/planning-commands',
  'cli/files',
  'browser/what-if-page',
];

// biome-ignore lint/style/noDefaultExport: jest asks for one.
export default class SlowestFirst {
  sort<File extends TestFile>(files: readonly File[]): readonly File[] {
    return files.toSorted((one, other) => placeOf(one) - placeOf(other));
  }

  // What jest asks of a sequencer besides: nothing is remembered from one run to the next.
  cacheResults(): void {}
}

function placeOf({ path }: TestFile): number {
  const place = SLOWEST.findIndex((name) => path.endsWith(`/${name}.test.ts`));
  return place < 0 ? SLOWEST.length : place;
}
