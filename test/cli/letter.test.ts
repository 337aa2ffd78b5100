// `ontarget letter` as its users call it: one file or none, exit codes, which plan and whose.
// In: the built-in companies. Out: what a terminal shows, and files.

import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ontarget } from './run.ts';

const REVINTEL = 'fixtures/companies/revintel';
let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'ontarget-letter-'));
});
afterAll(() => rm(scratch, { recursive: true }));

test('writes the letter of the payee that is named, and says where', async () => {
  const out = join(scratch, 'jonas.pdf');
  const { code, out: said } = await ontarget(
    ...['letter', REVINTEL, '--payee', 'jonas-lindqvist', '--out', out],
  );
  expect(code).toBe(0);
  expect(said).toBe(`Wrote ${out} (Account Executive 2026, for Jonas Lindqvist)\n`);
  expect(existsSync(out)).toBe(true);
});

test('problems: exit code 1, nothing written', async () => {
  const folder = join(scratch, 'none');
  const into = ['--out', join(folder, 'letter.pdf')];
  const cmo = join(REVINTEL, 'plans/cmo.yaml');
  const unknown = await ontarget('letter', cmo, '--payee', 'marcus-bell', ...into);
  expect(unknown.code).toBe(1);
  expect(unknown.err).toContain('no assignment puts `marcus-bell` on the plan `cmo`');
  const alone = join(scratch, 'alone.yaml');
  await writeFile(alone, 'plan: alone\n');
  const homeless = await ontarget('letter', alone, ...into);
  expect(homeless.code).toBe(1);
  expect(homeless.err).toContain('file/no-company');
  const older = await ontarget('letter', cmo, '--against', join(scratch, 'no.yaml'), ...into);
  expect(older.code).toBe(1);
  expect(older.err).toContain('file/not-found');
  expect(await readdir(scratch)).not.toContain('none');
});

test('several plans fit, or an option makes no sense: exit code 2', async () => {
  const several = await ontarget('letter', REVINTEL);
  expect(several.code).toBe(2);
  expect(several.err).toContain('Several plans fit; name one of them:');
  expect((await ontarget('letter', REVINTEL, '--paper', 'a5')).code).toBe(2);
  expect((await ontarget('letter', REVINTEL, '--locale', '?')).code).toBe(2);
});
