// A new company folder made from templates: the company's files, the role's plan and data over
// them, and the schemas for editors. In: the templates' folder and the new folder. Out: the port.

import { cp, mkdir, mkdtemp, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { StartFolder } from '../app/ports.ts';
import {
  companyJsonSchema,
  compareText,
  type Outcome,
  outcomeOf,
  planJsonSchema,
} from '../core/index.ts';
import { makeFolder, notWritable, removeEmpty } from './writable-folder.ts';

export interface StartOptions {
  /** The folder of all templates: `company/` and one folder per role. */
  readonly templates: string;
  readonly template: string;
  readonly folder: string;
}

/** The editor's schemas by file name. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const text = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
  return new Map([
    ['plan.schema.json', text(planJsonSchema())],
    ['company.schema.json', text(companyJsonSchema())],
  ]);
}

export function startFolder(options: StartOptions): StartFolder {
  const { template, folder } = options;
  const plan = join(folder, 'plans', `${template}.yaml`);
  return {
    folder,
    plan,
    // A folder that cannot be listed is refused when it is written.
    isFree: async () => (await readdir(folder).catch(() => [])).length === 0,
    write: () => writeAll(options),
  };
}

async function writeAll(options: StartOptions): Promise<Outcome<readonly string[]>> {
  const { templates, template, folder } = options;
  const target = resolve(folder);
  let made: readonly string[] = [];
  try {
    made = await makeFolder(dirname(target));
    const staging = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
    try {
      await fill(staging, join(templates, 'company'), join(templates, template), template);
      await rmdir(target).catch(() => undefined);
      await rename(staging, target);
    } finally {
      await rm(staging, { recursive: true, force: true });
    }
    return outcomeOf(await filesIn(folder), []);
  } catch (cause) {
    await removeEmpty(made);
    return outcomeOf<readonly string[]>(undefined, [notWritable(folder, cause)]);
  }
}

async function fill(into: string, company: string, role: string, template: string): Promise<void> {
  await cp(company, into, { recursive: true });
  await mkdir(join(into, 'plans'), { recursive: true });
  await cp(join(role, 'plan.yaml'), join(into, 'plans', `${template}.yaml`));
  for (const name of await readdir(role)) {
    if (name !== 'plan.yaml') await cp(join(role, name), join(into, name), { recursive: true });
  }
  await mkdir(join(into, 'schemas'));
  for (const [name, text] of schemaFiles()) await writeFile(join(into, 'schemas', name), text);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).sort(compareText);
}
