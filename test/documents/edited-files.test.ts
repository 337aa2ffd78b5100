// Files that the studio changes: whole or not at all, inside the folder, and never over what another
// program wrote meanwhile.

import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CompanyFiles } from '../../src/app/studio-ports.ts';
import { editedFiles } from '../../src/documents/edited-files.ts';

const NAME = 'plans/sales.yaml';
let folder: string;
let files: CompanyFiles;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ontarget-edited-'));
  await mkdir(join(folder, 'plans'));
  await writeFile(join(folder, NAME), 'plan: sales # kept\n');
  files = editedFiles(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function opened() {
  const read = await files.read(NAME);
  if (!read.ok) throw new Error('the file is there');
  return read.product;
}

const codesOf = async (asked: ReturnType<CompanyFiles['save']>): Promise<readonly string[]> =>
  (await asked).diagnostics.map(({ code }) => code);

describe('removing', () => {
  test('takes away the file that was read, and no other', async () => {
    const { version } = await opened();
    await writeFile(join(folder, NAME), 'plan: by somebody else\n');
    const refused = await files.remove({ name: NAME, version });
    expect(refused.diagnostics.map(({ code }) => code)).toEqual(['file/changed']);
    expect(await readdir(join(folder, 'plans'))).toEqual(['sales.yaml']);
    expect((await files.remove(await opened())).ok).toBe(true);
    expect(await readdir(join(folder, 'plans'))).toEqual([]);
    const outside = await files.remove({ name: 'plans/../company.yaml', version });
    expect(outside.diagnostics.map(({ code }) => code)).toEqual(['file/outside-folder']);
  });
});

describe('writing over a text', () => {
  test('leaves what is the same as it was written', () => {
    const text =
      '# why\nscenario: x\ntitle: Old # soon another\nnote: gone\nchanges:\n  drop: [ D-1 ] # one\n';
    const root = { scenario: 'x', title: 'New', changes: { drop: ['D-1'] } };
    expect(files.write(root, text)).toBe(
      '# why\nscenario: x\ntitle: New # soon another\nchanges:\n  drop: [ D-1 ] # one\n',
    );
    expect(files.write(root, 'not: [closed')).toBe(files.write(root));
  });
});

describe('saving', () => {
  test('writes what was said, and hands out the version to go on from', async () => {
    const { version } = await opened();
    const saved = await files.save({ name: NAME, text: 'plan: sales\nversion: 2\n' }, version);
    expect(await readFile(join(folder, NAME), 'utf8')).toBe('plan: sales\nversion: 2\n');
    expect(saved.ok && saved.product.version).toBe((await opened()).version);
    expect(await readdir(join(folder, 'plans'))).toEqual(['sales.yaml']);
  });

  test('makes a new file only where there is none', async () => {
    const made = await files.save({ name: 'scenarios/more.yaml', text: 'scenario: more\n' });
    expect(made.ok).toBe(true);
    expect(await files.list('scenarios')).toEqual(['scenarios/more.yaml']);
    expect(await codesOf(files.save({ name: NAME, text: 'x' }))).toEqual(['file/changed']);
    expect(await readFile(join(folder, NAME), 'utf8')).toBe('plan: sales # kept\n');
  });

  test('is refused when another program changed or removed the file', async () => {
    const { version } = await opened();
    await writeFile(join(folder, NAME), 'plan: by somebody else\n');
    expect(await codesOf(files.save({ name: NAME, text: 'mine' }, version))).toEqual([
      'file/changed',
    ]);
    expect(await readFile(join(folder, NAME), 'utf8')).toBe('plan: by somebody else\n');
    await rm(join(folder, NAME));
    expect(await codesOf(files.save({ name: NAME, text: 'mine' }, version))).toEqual([
      'file/changed',
    ]);
  });

  test('of two pages at once is given to one', async () => {
    const { version } = await opened();
    const asked = ['one', 'two'].map((text) => files.save({ name: NAME, text }, version));
    const [first, second] = await Promise.all(asked);
    expect([first?.ok, second?.ok]).toEqual([true, false]);
    expect(await readFile(join(folder, NAME), 'utf8')).toBe('one');
  });

  test('of two megabytes is refused', async () => {
    const { version } = await opened();
    const asked = files.save({ name: NAME, text: '#'.repeat(2_000_000) }, version);
    expect(await codesOf(asked)).toEqual(['file/too-large']);
    expect((await opened()).version).toBe(version);
  });

  test('leaves nothing behind when the system refuses', async () => {
    await mkdir(join(folder, 'scenarios/full.yaml'), { recursive: true });
    const saved = await files.save({ name: 'scenarios/full.yaml', text: 'x' }, 'unreadable');
    expect(saved.ok).toBe(false);
    expect(await readdir(join(folder, 'scenarios'))).toEqual(['full.yaml']);
  });
});

test('a private file stays private, and a mark that was first stays first', async () => {
  const path = join(folder, NAME);
  await writeFile(path, '\uFEFFplan: sales\n');
  await chmod(path, 0o600);
  const { version, text } = await opened();
  expect(text).toBe('plan: sales\n');
  await files.save({ name: NAME, text: 'plan: other\n' }, version);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readFile(path, 'utf8')).toBe('\uFEFFplan: other\n');
});

describe('cells of a table', () => {
  const TABLE = 'data/assignments.csv';
  const cell = { table: 0, row: 0, column: 1, before: '100', text: '250' };

  beforeEach(async () => {
    await mkdir(join(folder, 'data'));
    await writeFile(join(folder, TABLE), 'payee,target\r\n"ann", 100 \r\n');
    files = editedFiles(folder, { tables: async () => [TABLE] });
  });

  test('are changed where they stand', async () => {
    const read = await files.read(TABLE);
    const version = read.ok ? read.product.version : '';
    expect((await files.saveCells(TABLE, [cell], version)).ok).toBe(true);
    expect(await readFile(join(folder, TABLE), 'utf8')).toBe('payee,target\r\n"ann", 250 \r\n');
    expect(await codesOf(files.saveCells(TABLE, [{ ...cell, before: '250' }], version))).toEqual([
      'file/changed',
    ]);
  });

  test('are left alone where they read something else now, and in any other table', async () => {
    const read = await files.read(TABLE);
    const version = read.ok ? read.product.version : '';
    const stale = [{ ...cell, before: '99' }];
    expect(await codesOf(files.saveCells(TABLE, stale, version))).toEqual(['file/changed']);
    await writeFile(join(folder, 'data/deals.csv'), 'a,b\n1,100\n');
    expect(await codesOf(files.saveCells('data/deals.csv', [cell], version))).toEqual([
      'file/outside-folder',
    ]);
    await rename(join(folder, 'data'), join(folder, 'elsewhere'));
    await symlink(join(folder, 'elsewhere'), join(folder, 'data'));
    expect(await codesOf(files.saveCells(TABLE, [cell], version))).toEqual(['file/outside-folder']);
  });
});

describe('names', () => {
  test.each([
    '../plans/sales.yaml',
    'plans/../company.yaml',
    'plans/../../elsewhere.yaml',
    'plans/..%2fcompany.yaml',
    'plans\\..\\company.yaml',
    'plans/a/b.yaml',
    '/etc/passwd',
    'company.yaml',
    'data/deals.csv',
    'plans/.hidden.yaml',
    'plans/sales.yaml\0.txt',
    'plans/sales.exe',
  ])('%j is neither read nor written', async (name) => {
    const before = await readdir(folder, { recursive: true });
    expect((await files.read(name)).ok).toBe(false);
    expect((await files.save({ name, text: 'x' })).ok).toBe(false);
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  test('that are links are not followed', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'ontarget-elsewhere-'));
    await writeFile(join(elsewhere, 'secret.yaml'), 'secret\n');
    await symlink(join(elsewhere, 'secret.yaml'), join(folder, 'plans/link.yaml'));
    await symlink(elsewhere, join(folder, 'scenarios'));
    for (const name of ['plans/link.yaml', 'scenarios/secret.yaml', 'scenarios/new.yaml']) {
      expect(await codesOf(files.save({ name, text: 'x' }))).toEqual(['file/outside-folder']);
      expect((await files.read(name)).ok).toBe(false);
    }
    expect(await readFile(join(elsewhere, 'secret.yaml'), 'utf8')).toBe('secret\n');
    await rm(elsewhere, { recursive: true });
  });
});

test('the stamp changes with any file', async () => {
  const before = await files.stamp();
  expect(await files.stamp()).toBe(before);
  await writeFile(join(folder, 'new.csv'), 'a\n');
  expect(await files.stamp()).not.toBe(before);
});
