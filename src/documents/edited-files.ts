// The text files of a company's folder that the studio may change: plans and scenarios, and cells
// of the tables that it is told of. A file is written whole or not at all, only inside the folder
// (links are followed before that is judged), and only over the text that the change was made from.
// In: the folder. Out: the port.

import { createHash } from 'node:crypto';
import { lstat, readdir, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DOCUMENT_BYTES_MAX } from '../app/ports.ts';
import type { CompanyFiles, EditedFile, EditedFolder, TypedCell } from '../app/studio-ports.ts';
import { compareText, type Diagnostic, diagnose, type Outcome, outcomeOf } from '../core/index.ts';
import { editCells } from './edit-csv.ts';
import { folderStamp } from './folder-stamp.ts';
import { readText } from './read-text.ts';
import { parseYaml } from './read-yaml.ts';
import { notWritable } from './writable-folder.ts';
import { writeWhole } from './write-whole.ts';
import { writeYaml } from './write-yaml.ts';

/** No separator, no leading dot: such a name cannot lead out of its folder. */
const NAME = /^(plans|scenarios)\/(?!\.)[^/\\\0]{1,120}\.(?:ya?ml|json)$/i;

export interface EditedFolderOptions {
  /** Names of the tables that may be changed too, such as `data/assignments.csv`. */
  readonly tables?: () => Promise<readonly string[]>;
}

export function editedFiles(path: string, options: EditedFolderOptions = {}): CompanyFiles {
  const folder = { path, tables: options.tables ?? (async () => []) };
  let last: Promise<unknown> = Promise.resolve();
  // One after the other: two pages that save at once are judged in turn.
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const acted = last.then(act);
    last = acted.catch(() => undefined);
    return acted;
  };
  return {
    list: (within) => listed(path, within),
    read: (name) => readEdited(folder, name),
    save: (file, from) => inTurn(() => save(folder, file, from)),
    saveCells: (name, cells, from) => inTurn(() => saveCells(folder, name, cells, from)),
    remove: (file) => inTurn(() => remove(folder, file)),
    parse: ({ name, text }) => parseYaml(text, name),
    write: writeYaml,
    stamp: () => folderStamp(path),
  };
}

async function listed(folder: string, within: EditedFolder): Promise<readonly string[]> {
  const names = await readdir(join(folder, within)).catch(() => []);
  const known = names.map((name) => `${within}/${name}`).filter((name) => NAME.test(name));
  return known.sort(compareText);
}

/** A company's folder, and which of its tables may be changed. */
type Folder = { readonly path: string } & Required<EditedFolderOptions>;

async function readEdited(folder: Folder, name: string): Promise<Outcome<EditedFile>> {
  const refused = await refusalOf(folder, name);
  if (refused) return outcomeOf<EditedFile>(undefined, [refused]);
  const read = await readText(join(folder.path, name), name, { maxBytes: DOCUMENT_BYTES_MAX });
  if (!read.ok) return read;
  return outcomeOf({ name, text: read.product, version: versionOf(read.product) }, []);
}

async function save(
  folder: Folder,
  { name, text }: Omit<EditedFile, 'version'>,
  from: string | undefined,
): Promise<Outcome<EditedFile>> {
  const refused = (await refusalOf(folder, name)) ?? tooLarge(name, text);
  if (refused) return outcomeOf<EditedFile>(undefined, [refused]);
  const stands = await standing(folder, name);
  if (stands !== from) return outcomeOf<EditedFile>(undefined, [changed(name, stands, from)]);
  try {
    await writeWhole(join(folder.path, name), text);
  } catch (cause) {
    return outcomeOf<EditedFile>(undefined, [notWritable(name, cause)]);
  }
  return outcomeOf({ name, text, version: versionOf(text) }, []);
}

async function remove(
  folder: Folder,
  { name, version }: Omit<EditedFile, 'text'>,
): Promise<Outcome<string>> {
  const refused = await refusalOf(folder, name);
  if (refused) return outcomeOf<string>(undefined, [refused]);
  const stands = await standing(folder, name);
  if (stands !== version) return outcomeOf<string>(undefined, [changed(name, stands, version)]);
  try {
    await rm(join(folder.path, name));
  } catch (cause) {
    return outcomeOf<string>(undefined, [notWritable(name, cause)]);
  }
  return outcomeOf(name, []);
}

async function saveCells(
  folder: Folder,
  name: string,
  cells: readonly TypedCell[],
  from: string,
): Promise<Outcome<EditedFile>> {
  const read = await readEdited(folder, name);
  if (!read.ok) return read;
  const edited = editCells(read.product.text, name, cells);
  return edited.ok ? save(folder, { name, text: edited.product }, from) : edited;
}

/** The version of what stands there now; none where there is no file. */
async function standing(folder: Folder, name: string): Promise<string | undefined> {
  const isThere = await stat(join(folder.path, name)).catch(() => undefined);
  if (!isThere) return undefined;
  const read = await readEdited(folder, name);
  return read.ok ? read.product.version : 'unreadable';
}

async function refusalOf(folder: Folder, name: string): Promise<Diagnostic | undefined> {
  if (!NAME.test(name) && !(await folder.tables()).includes(name)) return outside(name);
  const path = join(folder.path, name);
  const [home, holder, itself] = await Promise.all([
    realpath(folder.path),
    realpath(dirname(path)).catch(() => undefined),
    lstat(path).catch(() => undefined),
  ]);
  // A link on the way could lead anywhere.
  const isElsewhere = holder !== undefined && holder !== join(home, dirname(name));
  return isElsewhere || itself?.isSymbolicLink() ? outside(name) : undefined;
}

function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

function outside(name: string): Diagnostic {
  return diagnose(
    'file/outside-folder',
    { file: 'company.yaml', line: 1, column: 1 },
    `\`${name}\` is no plan or scenario of this company’s folder`,
    'name a file such as `plans/vp-sales.yaml`',
  );
}

function tooLarge(name: string, text: string): Diagnostic | undefined {
  if (Buffer.byteLength(text) <= DOCUMENT_BYTES_MAX) return undefined;
  return diagnose(
    'file/too-large',
    { file: name, line: 1, column: 1 },
    `the text for \`${name}\` is larger than ${DOCUMENT_BYTES_MAX / 1_000_000} MB`,
    'save a plan or scenario as people write it; tables belong into the data folder',
  );
}

function changed(name: string, stands: string | undefined, from: string | undefined): Diagnostic {
  const happened = {
    made: `\`${name}\` exists already`,
    removed: `\`${name}\` was removed since it was opened here`,
    changed: `\`${name}\` was changed elsewhere since it was opened here`,
  };
  const now = stands === undefined ? happened.removed : happened.changed;
  return diagnose(
    'file/changed',
    { file: name, line: 1, column: 1 },
    from === undefined ? happened.made : now,
    from === undefined
      ? 'choose another name'
      : 'copy your text, open the file again, and make the change there; nothing was written',
  );
}
