// All files or none: what stands in the way is found before anything is moved, a move that fails
// takes back those before it, and nothing hidden is left behind.

import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/core/index.ts';
import { type Move, outputFolder } from '../../src/documents/output-folder.ts';
import { tempFiles } from './temp-files.ts';

const temp = tempFiles();
const bytes = (text: string) => new TextEncoder().encode(text);

function said(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(
    ({ code, what }) => `${code}: ${what.replaceAll(`${temp.path('')}/`, '')}`,
  );
}

/** A folder with an older b.txt in it. */
async function older(name: string): Promise<string> {
  const folder = temp.path(name);
  await mkdir(folder);
  await writeFile(join(folder, 'b.txt'), 'older');
  return folder;
}

async function filled(folder: string, move?: Move) {
  const output = outputFolder(folder, move);
  expect(await output.open(['a.txt', 'b.txt', 'c.txt'])).toEqual([]);
  for (const name of ['a.txt', 'b.txt', 'c.txt']) {
    expect(await output.put(name, bytes('newer'))).toBeUndefined();
  }
  return output;
}

describe('commit', () => {
  test('moves everything into a folder that was not there', async () => {
    const folder = temp.path('deep/down/out');
    const output = await filled(folder);
    expect((await readdir(folder)).filter((name) => !name.startsWith('.'))).toEqual([]);
    const written = await output.commit();
    const names = ['a.txt', 'b.txt', 'c.txt'];
    expect(written).toMatchObject({ ok: true, product: names.map((name) => join(folder, name)) });
    expect(await readdir(folder)).toEqual(names);
  });

  test('replaces older files and leaves others alone', async () => {
    const folder = await older('replaces');
    await writeFile(join(folder, 'mine.txt'), 'mine');
    expect((await (await filled(folder)).commit()).ok).toBe(true);
    expect(await readdir(folder)).toEqual(['a.txt', 'b.txt', 'c.txt', 'mine.txt']);
    expect(await readFile(join(folder, 'b.txt'), 'utf8')).toBe('newer');
  });

  test('puts back what was moved when one move fails', async () => {
    const folder = await older('taken-back');
    const output = await filled(folder, failingAt('c.txt', 'EACCES'));
    const written = await output.commit();
    expect(said(written.diagnostics)).toEqual([
      'file/not-writable: `taken-back/c.txt` cannot be written: this user may not write there',
    ]);
    await output.discard();
    expect(await readdir(folder)).toEqual(['b.txt']);
    expect(await readFile(join(folder, 'b.txt'), 'utf8')).toBe('older');
  });

  test('keeps the older files and says where when they cannot be put back', async () => {
    const folder = await older('stuck');
    let isBroken = false;
    const output = await filled(folder, async (from, to) => {
      isBroken ||= basename(to) === 'c.txt';
      if (isBroken) throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'rename' });
      await rename(from, to);
    });
    const written = await output.commit();
    const [, kept] = said(written.diagnostics);
    expect(kept).toContain('nor could the earlier files be put back (EIO); they are in `stuck/.');
    await output.discard();
    const hidden = (await readdir(folder)).find((name) => name.startsWith('.')) ?? '';
    expect(await readFile(join(folder, hidden, 'before/b.txt'), 'utf8')).toBe('older');
  });

  test('a folder that comes in the way late stops all files', async () => {
    const folder = temp.path('late');
    const output = await filled(folder);
    await mkdir(join(folder, 'c.txt'));
    expect((await output.commit()).ok).toBe(false);
    await output.discard();
    expect(await readdir(folder)).toEqual(['c.txt']);
  });
});

describe('open', () => {
  test('names every folder that stands where a file is to be', async () => {
    const folder = temp.path('in-the-way');
    await mkdir(join(folder, 'a.txt'), { recursive: true });
    await mkdir(join(folder, 'c.txt'));
    const output = outputFolder(folder);
    const why = 'cannot be written: a folder stands where the file is to be';
    expect(said(await output.open(['a.txt', 'b.txt', 'c.txt']))).toEqual([
      `file/not-writable: \`in-the-way/a.txt\` ${why}`,
      `file/not-writable: \`in-the-way/c.txt\` ${why}`,
    ]);
    await output.discard();
    expect(await readdir(folder)).toEqual(['a.txt', 'c.txt']);
  });

  test.each([
    ['a file', 'file', 'a file stands where a folder is needed'],
    ['below a file', 'file/deep/out', 'a file stands where a folder is needed'],
  ])('%s is no folder to write into', async (_, name, why) => {
    await temp.write('file', 'text');
    const output = outputFolder(temp.path(name));
    expect(said(await output.open([]))).toEqual([
      `file/not-writable: \`${name}\` cannot be written: ${why}`,
    ]);
    await output.discard();
    expect(await readFile(temp.path('file'), 'utf8')).toBe('text');
  });

  test('folders that were made for it go again when it is given up', async () => {
    const output = await filled(temp.path('given/up/out'));
    await output.discard();
    expect(await readdir(temp.path(''))).not.toContain('given');
  });
});

test('two files of one name are refused, not written over each other', async () => {
  const output = await filled(temp.path('twice'));
  const fault = await output.put('a.txt', bytes('other'));
  expect(fault?.what).toContain('two files of this run have that name');
  await output.discard();
});

/** Fails when this file is to be moved into place. */
function failingAt(name: string, code: string): Move {
  return async (from, to) => {
    const fails = basename(to) === name && basename(join(from, '..')) === 'coming';
    if (fails) throw Object.assign(new Error(code), { code, syscall: 'rename' });
    await rename(from, to);
  };
}
