// A company's folder on disk: company.yaml, plans/*.yaml (or .json), and the tables that the
// mapping names. In: the folder, and another folder for the data if the data lies elsewhere.
// Out: parsed documents and tables. Tables are read only from within the data folder, and that lies
// within the company's unless the caller names another; links are followed before that is judged.

import { readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { type CompanyFolder, DOCUMENT_BYTES_MAX } from '../app/ports.ts';
import {
  type Company,
  compareText,
  type Diagnostic,
  diagnose,
  type Outcome,
  outcomeOf,
  type SourceDocument,
  type SourceTable,
  type SourceTables,
} from '../core/index.ts';
import { readTable } from './read-table.ts';
import { readText } from './read-text.ts';
import { parseYaml } from './read-yaml.ts';

export interface FolderOptions {
  /** Read the tables from here instead of from the data folder of company.yaml. */
  readonly dataFolder?: string;
}

/** A year's deals of a large company. */
const TABLE_BYTES_MAX = 200_000_000;
const PLAN_FILE = /\.(ya?ml|json)$/i;

/** Reads one YAML or JSON document; `shownAs` is how messages name it. */
export async function readDocument(
  path: string,
  shownAs: string,
): Promise<Outcome<SourceDocument>> {
  const text = await readText(path, shownAs, { maxBytes: DOCUMENT_BYTES_MAX });
  return text.ok ? parseYaml(text.product, shownAs) : text;
}

export function companyFolder(folder: string, options: FolderOptions = {}): CompanyFolder {
  return {
    companyDocument: () => companyDocument(folder),
    planDocuments: () => planDocuments(join(folder, 'plans')),
    retiredPlanDocuments: async () => documentsIn(join(folder, 'retired-plans')),
    tables: async (company) => {
      if (options.dataFolder !== undefined) return tablesOf(company, options.dataFolder);
      if (!(await isWithin(folder, company.dataFolder))) {
        return outcomeOf<SourceTables>(undefined, [dataElsewhere(company)]);
      }
      return tablesOf(company, join(folder, company.dataFolder));
    },
  };
}

async function companyDocument(folder: string): Promise<Outcome<SourceDocument>> {
  const path = join(folder, 'company.yaml');
  if (await exists(path)) return readDocument(path, path);
  const none = diagnose(
    'file/no-company',
    { file: folder, line: 1, column: 1 },
    `\`${folder}\` is no company folder: there is no company.yaml in it`,
    'name a folder with a company.yaml, or one plan file; `ontarget new` makes such a folder',
  );
  return outcomeOf<SourceDocument>(undefined, [none]);
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

async function planDocuments(folder: string): Promise<Outcome<readonly SourceDocument[]>> {
  if ((await planFiles(folder)).length > 0) return documentsIn(folder);
  const place = { file: folder, line: 1, column: 1 };
  const none = diagnose(
    'file/not-found',
    place,
    'there are no plans in this folder',
    'put at least one plan into it, such as plans/vp-sales.yaml',
  );
  return outcomeOf<readonly SourceDocument[]>(undefined, [none]);
}

/** Every document that can be parsed; what cannot is among the findings. */
async function documentsIn(folder: string): Promise<Outcome<readonly SourceDocument[]>> {
  const paths = await planFiles(folder);
  const outcomes = await Promise.all(paths.map((path) => readDocument(path, path)));
  const documents = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.product] : []));
  return {
    ok: true,
    product: documents,
    diagnostics: outcomes.flatMap((each) => each.diagnostics),
  };
}

async function planFiles(folder: string): Promise<readonly string[]> {
  const names = (await isFolder(folder)) ? await readdir(folder) : [];
  return names
    .filter((name) => PLAN_FILE.test(name))
    .sort(compareText)
    .map((name) => join(folder, name));
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** Whether a path named in a document stays in the folder, by its name and where links lead. */
async function isWithin(folder: string, named: string): Promise<boolean> {
  if (isAbsolute(named) || leaves(folder, join(folder, named))) return false;
  const [home, place] = await Promise.all([folder, join(folder, named)].map(linksFollowed));
  return home === undefined || place === undefined || !leaves(home, place);
}

function leaves(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`);
}

/** None for what is not there, which whoever reads it says. */
async function linksFollowed(path: string): Promise<string | undefined> {
  return await realpath(path).catch(() => undefined);
}

function dataElsewhere(company: Company): Diagnostic {
  return diagnose(
    'file/outside-folder',
    company.placeOf(['data', 'folder']),
    `the data folder \`${company.dataFolder}\` lies outside the company’s folder`,
    'put the data into the company’s folder, or name theirs with `--data DIR`',
  );
}

function noDataFolder(company: Company, folder: string): Diagnostic {
  return diagnose(
    'file/no-data-folder',
    company.placeOf(['data', 'folder']),
    `there is no folder \`${folder}\` with the company’s data`,
    'put the tables there, or name the folder that has them with `--data DIR`',
  );
}

interface NamedFile {
  readonly file: string;
  readonly sheet?: string | undefined;
}

async function tablesOf(company: Company, folder: string): Promise<Outcome<SourceTables>> {
  if (!(await isFolder(folder))) {
    return outcomeOf<SourceTables>(undefined, [noDataFolder(company, folder)]);
  }
  const diagnostics: Diagnostic[] = [];
  const reading = new Map<string, Promise<SourceTable>>();
  // A file that serves several tables is read once, and its faults are said once.
  const read = ({ file, sheet }: NamedFile): Promise<SourceTable> => {
    const key = JSON.stringify([file, sheet]);
    const begun = reading.get(key) ?? readOnce(file, sheet);
    reading.set(key, begun);
    return begun;
  };
  const readOnce = async (file: string, sheet: string | undefined): Promise<SourceTable> => {
    const outcome = await readWithin(folder, file, sheet);
    diagnostics.push(...outcome.diagnostics);
    return outcome.ok ? outcome.product : UNREADABLE;
  };
  const { deals, tables } = company;
  const named = Object.entries(tables).map(
    async ([name, mappings]) => [name, await Promise.all(mappings.map(read))] as const,
  );
  const found: SourceTables = {
    deals: await read(deals),
    lookups: await Promise.all(deals.lookups.map(read)),
    tables: Object.fromEntries(await Promise.all(named)) as unknown as SourceTables['tables'],
  };
  return outcomeOf(found, diagnostics);
}

/** Stands in for a table that could not be read; the findings stop the calculation. */
const UNREADABLE: SourceTable = {
  file: '',
  columns: [],
  rows: [],
  placeOf: () => ({ file: '', line: 1, column: 1 }),
};

async function readWithin(
  folder: string,
  file: string,
  sheet: string | undefined,
): Promise<Outcome<SourceTable>> {
  const path = join(folder, file);
  if (!(await isWithin(folder, file))) {
    const place = { file: path, line: 1, column: 1 };
    const outside = diagnose(
      'file/outside-folder',
      place,
      `\`${file}\` lies outside the data folder`,
      'put the file itself into the data folder and name it without `..`',
    );
    return outcomeOf<SourceTable>(undefined, [outside]);
  }
  const limits = { maxBytes: TABLE_BYTES_MAX };
  return readTable(path, path, sheet === undefined ? limits : { ...limits, sheet });
}
