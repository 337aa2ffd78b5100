// The bad documents of fixtures/bad-documents. A file `<code>.yaml` is a plan or a company, a folder
// `<code>/` holds any files; both are laid over base-company, so that only what is wrong stands in
// them. In: the fixtures' folder. Out: what each one is about and the findings it must give.

import { cp, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/core/index.ts';

export const fixturesFolder = join(import.meta.dirname, '../../fixtures/bad-documents');

export interface Fixture {
  /** The code that it provokes, with `--` for `/`; another name where it provokes several. */
  readonly name: string;
  /** Where a reader finds it, as seen from fixtures/bad-documents. */
  readonly shownAs: string;
  readonly about: string;
  /** Every finding, in reading order: `curve/unordered plans/sales.yaml:23:9`. */
  readonly expected: readonly string[];
  /** What to calculate, for faults that only a calculation can meet. */
  readonly period?: string;
  readonly payee?: string;
  /** A scenario of the folder that is read. */
  readonly scenario?: string;
  /** Puts its files into a copy of the base company. */
  readonly lay: (folder: string) => Promise<void>;
  /** Asks for something else than to open the company; called within its folder. */
  readonly find?: () => Promise<readonly Diagnostic[]>;
}

type Note = Pick<Fixture, 'about' | 'expected' | 'period' | 'payee' | 'scenario'>;

/** A folder of files cannot carry its note in a comment: a table has none. */
const NOTE_FILE = 'fault.txt';

const OTHER_FOLDERS = ['base-company', 'several'];

/** All fixtures in a folder below fixtures/bad-documents, by name. */
export async function readFixtures(within = ''): Promise<readonly Fixture[]> {
  const entries = await readdir(join(fixturesFolder, within), { withFileTypes: true });
  const found = entries.flatMap((entry): Promise<Fixture>[] => {
    const shownAs = join(within, entry.name);
    if (entry.isFile() && entry.name.endsWith('.yaml')) return [readFileFixture(shownAs)];
    const isFixture = entry.isDirectory() && !OTHER_FOLDERS.includes(entry.name);
    return isFixture ? [readFolderFixture(shownAs)] : [];
  });
  return (await Promise.all(found)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** A document on its own: it says itself whether it is a plan or a company. */
async function readFileFixture(shownAs: string): Promise<Fixture> {
  const path = join(fixturesFolder, shownAs);
  const text = await readFile(path, 'utf8');
  const replaced = /^company:/m.test(text) ? 'company.yaml' : 'plans/sales.yaml';
  return {
    name: shownAs.replace(/^.*\/|\.yaml$/g, ''),
    shownAs,
    ...noteIn(text, shownAs, replaced),
    lay: (folder) => cp(path, join(folder, replaced)),
  };
}

async function readFolderFixture(shownAs: string): Promise<Fixture> {
  const path = join(fixturesFolder, shownAs);
  const note = noteIn(await readFile(join(path, NOTE_FILE), 'utf8'), shownAs, undefined);
  return {
    name: shownAs.replace(/^.*\//, ''),
    shownAs: `${shownAs}/`,
    ...note,
    lay: async (folder) => {
      await cp(path, folder, { recursive: true });
      await rm(join(folder, NOTE_FILE));
    },
  };
}

/** The first line says what is wrong; `expect:` lines say what must be found, and where. */
function noteIn(text: string, shownAs: string, file: string | undefined): Note {
  const lines = text.split('\n').map((line) => line.replace(/^# ?/, ''));
  const named = (name: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2));
  const [period] = named('calculate');
  const [payee] = named('payee');
  const [scenario] = named('scenario');
  return {
    about: lines[0] ?? '',
    expected: named('expect').map((line) => expectation(line, shownAs, file)),
    ...(period !== undefined && { period }),
    ...(payee !== undefined && { payee }),
    ...(scenario !== undefined && { scenario }),
  };
}

function expectation(line: string, shownAs: string, file: string | undefined): string {
  const match = /^(\S+) (?:(\S+):)?(\d+:\d+)$/.exec(line);
  const [, code, named = file, place] = match ?? [];
  if (named === undefined) throw new Error(`${shownAs}: write \`code file:line:column\`: ${line}`);
  return `${code} ${named}:${place}`;
}
