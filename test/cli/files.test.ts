// What the command does to the file system, and what it refuses to: folders that cannot be written,
// names of statements, data from elsewhere. In: copies of the built-in company.

import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fileStem } from '../../src/app/file-stem.ts';
import { main } from '../../src/cli/main.ts';
import { HOME, ontarget, run } from './run.ts';

const REVINTEL = 'fixtures/companies/revintel';
let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'ontarget-files-'));
  await writeFile(join(scratch, 'file'), 'text');
});
afterAll(() => rm(scratch, { recursive: true }));

const onLinux = process.platform === 'linux' ? test : test.skip;

function calculate(company: string, ...more: readonly string[]) {
  return ontarget('calculate', company, '--period', '2026-Q3', ...more);
}

async function copy(): Promise<string> {
  const folder = await mkdtemp(join(scratch, 'revintel-'));
  await cp(join(HOME, REVINTEL), folder, { recursive: true });
  return folder;
}

/** Replaces text in every document and table of the company. */
async function replaceAll(folder: string, from: string, to: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  for (const name of files.filter((each) => /\.(csv|yaml)$/.test(each))) {
    const path = join(folder, name);
    await writeFile(path, (await readFile(path, 'utf8')).replaceAll(from, to));
  }
}

describe('a folder that cannot be written is a finding', () => {
  test.each(['file', 'file/below'])('calculate --out %s', async (name) => {
    const out = join(scratch, name);
    const { code, out: printed, err } = await calculate(REVINTEL, '--format', 'json', '--out', out);
    expect([code, printed]).toEqual([1, '']);
    expect(err).toContain(`${out}:1:1: error file/not-writable`);
    expect(err).toContain('a file stands where a folder is needed');
    expect(err).not.toMatch(/^ +at /m);
  });

  onLinux('calculate --out /proc/x, new /proc/zz', async () => {
    const calculated = await calculate(REVINTEL, '--format', 'json', '--out', '/proc/x');
    const started = await ontarget('new', '/proc/zz');
    for (const { code, out, err } of [calculated, started]) {
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain('error file/not-writable');
      expect(err).not.toMatch(/^ +at /m);
    }
  });

  test.each(['file', 'file/below', 'file/far/below'])('new %s', async (name) => {
    const { code, err } = await ontarget('new', join(scratch, name));
    expect(code).toBe(1);
    expect(err).toContain(`${join(scratch, name)}:1:1: error file/not-writable`);
    expect((await readdir(scratch)).filter((each) => each.startsWith('.'))).toEqual([]);
  });

  test('a folder where a file is to be: no other file is written either', async () => {
    const out = join(scratch, 'o2');
    await mkdir(join(out, 'payouts_2026-Q3.csv'), { recursive: true });
    const { code, err } = await calculate(REVINTEL, '--format', 'json,csv', '--out', out);
    expect(code).toBe(1);
    expect(err).toContain(`${join(out, 'payouts_2026-Q3.csv')}:1:1: error file/not-writable`);
    expect(await readdir(out)).toEqual(['payouts_2026-Q3.csv']);
  });
});

describe('files are named by the id alone', () => {
  test('an id that is fit for a file name is the name', () => {
    expect(fileStem('marcus-bell')).toBe('marcus-bell');
    expect(fileStem('e1007')).toBe('e1007');
  });

  test('every other id gets a mark of its own, the same in every run', () => {
    expect(fileStem('ann b')).toBe('ann-b-cd284a095e');
    const ids = ['ann-b', 'ann b', 'Ann B', 'ann_b', 'änn b', '-ann-b', '安', '宁', '', 'payee'];
    const long = 'x'.repeat(81);
    const stems = [...ids, long, `${long}y`].map(fileStem);
    expect(new Set(stems).size).toBe(stems.length);
    for (const stem of stems) expect(stem).toMatch(/^[a-z0-9][a-z0-9-]{0,90}$/);
  });

  test('a later run for another payee leaves the first one’s statement', async () => {
    const folder = await copy();
    await replaceAll(folder, 'mei-ling-tan', 'dana whitfield');
    const out = join(folder, 'out');
    for (const payee of ['dana-whitfield', 'dana whitfield']) {
      const finished = await calculate(folder, '--payee', payee, '--format', 'json', '--out', out);
      expect([finished.code, finished.err]).toEqual([0, '']);
      expect(finished.out).toMatch(/^Wrote 1 file to /m);
    }
    const names = await readdir(out);
    expect(names).toHaveLength(2);
    expect(names).toContain('dana-whitfield_2026-Q3.json');
  });
});

describe('data from elsewhere', () => {
  test.each(['../theirs', '/etc', 'data/../..'])('data.folder: %s', async (elsewhere) => {
    const folder = await copy();
    await replaceAll(folder, 'folder: data', `folder: ${elsewhere}`);
    const { code, err } = await calculate(folder);
    expect(code).toBe(1);
    expect(err).toMatch(/company\.yaml:\d+:\d+: error file\/outside-folder/);
    const named = await calculate(folder, '--data', join(REVINTEL, 'data'));
    expect([named.code, named.err]).toEqual([0, '']);
  });

  test('links that lead out of the folder, for the whole data and for one table', async () => {
    const folder = await copy();
    const [inside, outside] = [join(folder, 'data'), await mkdtemp(join(scratch, 'theirs-'))];
    await rename(join(inside, 'deals.csv'), join(outside, 'deals.csv'));
    await symlink(join(outside, 'deals.csv'), join(inside, 'deals.csv'));
    const one = await calculate(folder);
    expect([one.code, one.out]).toEqual([1, '']);
    expect(one.err).toContain(`${join(inside, 'deals.csv')}:1:1: error file/outside-folder`);
    await rename(inside, join(outside, 'data'));
    await symlink(join(outside, 'data'), inside);
    expect((await calculate(folder)).err).toMatch(/company\.yaml:.* error file\/outside-folder/);
  });

  test('links within the folder are followed', async () => {
    const folder = await copy();
    await rename(join(folder, 'data'), join(folder, 'tables'));
    await symlink('tables', join(folder, 'data'));
    expect((await calculate(folder)).code).toBe(0);
  });
});

test('a very long name is cut in the terminal and whole in the JSON', async () => {
  const folder = await copy();
  const name = 'Marcus '.repeat(43);
  await replaceAll(folder, 'Marcus Bell', `${name}Bell`);
  const { out } = await calculate(folder);
  const table = out.split('\n').filter((line) => line.startsWith('│'));
  expect(Math.max(...table.map((line) => line.length))).toBeLessThan(160);
  expect(out).toContain(`│ ${name.slice(0, 39)}… │`);
  expect((await calculate(folder, '--json')).out).toContain(`${name}Bell`);
});

onLinux('a reader that stops early, such as `head`, is no fault', async () => {
  const command = `"$0" src/cli/ontarget.js calculate ${REVINTEL} --period 2026-Q3 --json | true`;
  const { err } = await run('sh', ['-c', command, process.execPath]);
  expect(err).toBe('');
});

test('a fault of ours says so before its trace', async () => {
  const lines: string[] = [];
  const terminal = {
    print: () => {
      throw new TypeError('no terminal');
    },
    warn: (text: string) => void lines.push(text),
    progress: () => ({ at: () => undefined, end: () => undefined }),
    width: 80,
  };
  const words = ['check', join(HOME, REVINTEL)];
  expect(await main(words, terminal)).toBe(3);
  expect(lines.join('')).toMatch(
    /^This is a fault of OnTarget, not of your input: .*\nTypeError: no terminal\n +at /,
  );
});
