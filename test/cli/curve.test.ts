// `ontarget curve` as its users call it: tables, drawings, JSON, which plan and whose figures; and
// the pictures of the README, which are what the command draws (UPDATE_PICTURES=1 keeps new ones).
// In: the built-in companies and a hostile plan. Out: what a terminal shows, and files.

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HOME, ontarget } from './run.ts';

const REVINTEL = 'fixtures/companies/revintel';
const AE = join(REVINTEL, 'plans/account-executive.yaml');
let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'ontarget-curve-'));
});
afterAll(() => rm(scratch, { recursive: true }));

test('tables say what curves pay and what a year costs; drawings are those of the README', async () => {
  const out = join(scratch, 'pictures');
  const { code, out: said } = await ontarget('curve', AE, '--out', out);
  expect(code).toBe(0);
  expect(said).toContain('Account Executive 2026, version 2026.1: for all 6 payees, a whole year');
  expect(said).toMatch(/│ 60% {2}│ {2}40% │ +211,900\.00 │/);
  expect(said).toMatch(/│ 100% .*│ +932,675\.00 │ +114\.44% │ +5\.65% │ +659,640\.64 │/);
  expect(said).toContain(join(out, 'cost_account-executive.svg'));
  for (const name of ['cost_account-executive.svg', 'curve_account-executive_new-arr.svg']) {
    const kept = join(HOME, 'fixtures/pictures', name);
    const drawn = await readFile(join(out, name), 'utf8');
    if (process.env['UPDATE_PICTURES']) await writeFile(kept, drawn);
    expect(drawn).toBe(await readFile(kept, 'utf8'));
    expect(drawn).not.toContain('var(--');
  }
});

test('one payee, one component, as JSON', async () => {
  const { code, out: said } = await ontarget(
    ...['curve', REVINTEL, '--plan', 'account-executive', '--payee', 'marcus-bell'],
    ...['--component', 'commission', '--json'],
  );
  expect(code).toBe(0);
  const picture = JSON.parse(said);
  expect(picture).toMatchObject({ payees: ['marcus-bell'], targetIncentive: '120000.00' });
  expect(picture.costs).toEqual([]);
  expect(picture.components).toHaveLength(1);
  expect(picture.components[0].curve).toMatchObject({
    from: 'money',
    gives: 'money',
    rows: [
      { at: '0', pays: '0.0025' },
      { at: '300000', pays: '0.005' },
      { at: '600000', pays: '0.01' },
    ],
  });
});

test('a plan without data stands on round figures; German numbers on request', async () => {
  const folder = join(scratch, 'dataless');
  await cp(join(HOME, REVINTEL), folder, { recursive: true });
  await rm(join(folder, 'data'), { recursive: true });
  const { code, out: said } = await ontarget(
    ...['curve', folder, '--plan', 'cco', '--locale', 'de-DE'],
  );
  expect(code).toBe(0);
  expect(said).toContain('for nobody by name, with a target incentive of 100.000,00');
});

test('wrong names: findings or the plans to choose from, and nothing drawn', async () => {
  const out = join(scratch, 'none');
  const unknown = await ontarget('curve', AE, '--component', 'new-ar', '--out', out);
  expect(unknown.code).toBe(1);
  expect(unknown.err).toContain('write `new-arr`');
  const stranger = await ontarget('curve', AE, '--payee', 'nobody', '--out', out);
  expect(stranger.code).toBe(1);
  expect(stranger.err).toContain('no assignment puts `nobody` on the plan');
  const several = await ontarget('curve', REVINTEL, '--out', out);
  expect(several.code).toBe(2);
  expect(several.err).toContain('Several plans fit');
  const missing = await ontarget('curve', REVINTEL, '--plan', 'nope', '--out', out);
  expect(missing.code).toBe(2);
  expect(missing.err).toContain('No plan has the id `nope`');
  expect(await readdir(scratch)).not.toContain('none');
});

test('what people wrote shows as text in a drawing', async () => {
  const folder = join(scratch, 'hostile');
  await cp(join(HOME, REVINTEL), folder, { recursive: true });
  const plan = join(folder, 'plans/account-executive.yaml');
  const text = await readFile(plan, 'utf8');
  const hostile = '<script>alert(1)</script><img src=file:///etc/passwd> {{x}} & "q"';
  await writeFile(plan, text.replaceAll('title: New ARR', `title: '${hostile}'`));
  const out = join(scratch, 'hostile-out');
  expect((await ontarget('curve', plan, '--out', out)).code).toBe(0);
  for (const name of await readdir(out)) {
    const drawn = await readFile(join(out, name), 'utf8');
    expect(drawn).not.toMatch(/<script|<img|href|url\(/);
  }
  const curve = await readFile(join(out, 'curve_account-executive_new-arr.svg'), 'utf8');
  expect(curve).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
});
