// The commands of whoever drafts or looks ahead, as their users call them: goal seek, the hero test,
// what two versions of a plan change. In: the built-in company. Out: what a terminal shows.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HOME, ontarget, REVINTEL } from './run.ts';

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'ontarget-cli-'));
});
afterAll(() => rm(scratch, { recursive: true }));

describe('seek', () => {
  const asked = ['seek', REVINTEL, '--period', '2026-Q3', '--payee', 'priya-raman'] as const;

  test('answers in words and in exact figures', async () => {
    const { code, out } = await ontarget(...asked, '--for', '40000', '--by', 'new-arr');
    expect(code).toBe(0);
    expect(out).toContain('from 450,000.00 to 542,884.56 pays 40,000.00.');
    expect(out).toContain('One step less, 542,884.55, pays 39,999.99.');
    const json = await ontarget(...asked, '--for', '40000', '--by', 'new-arr', '--json');
    const { asked: answer } = JSON.parse(json.out) as { asked: { reached: unknown } };
    expect(answer.reached).toEqual({
      figure: '542884.56',
      pays: '40000',
      oneStepLess: { figure: '542884.55', pays: '39999.99' },
    });
  });

  test('starts from a scenario that is kept', async () => {
    const marcus = ['seek', REVINTEL, '--period', '2026-Q3', '--payee', 'marcus-bell'] as const;
    const from = [...marcus, '--for', '40000', '--scenario'] as const;
    const { code, out } = await ontarget(...from, 'two-more-customers');
    expect([code, out.split('\n')[0]]).toEqual([
      0,
      'Marcus Bell is paid 22,044.83: 17,955.17 short of 40,000.00.',
    ]);
    const unknown = await ontarget(...from, 'two-more');
    expect([unknown.code, unknown.out]).toEqual([1, '']);
    expect(unknown.err).toContain('name one of: `two-more-customers`');
  });

  test('a lever that is not there is exit code 1, money that is none 2', async () => {
    const unknown = await ontarget(...asked, '--for', '40000', '--by', 'new-ar');
    expect([unknown.code, unknown.out]).toEqual([1, '']);
    expect(unknown.err).toContain('seek/unknown-lever');
    expect((await ontarget(...asked, '--for', '40k')).code).toBe(2);
  });
});

describe('hero', () => {
  test('exit code 1 and a story where a plan can be gamed, 0 where it cannot', async () => {
    const gamed = await ontarget('hero', REVINTEL, '--plan', 'bookings-only');
    expect(gamed.code).toBe(1);
    expect(gamed.out).toContain(
      '\nExploit 1: Twelve deals of 61,000 that are not wanted pay more than ',
    );
    expect(gamed.out).toContain('retired-plans/bookings-only.yaml:22\n');
    const sound = await ontarget('hero', REVINTEL, '--plan', 'account-executive', '--json');
    expect(sound.code).toBe(0);
    expect(JSON.parse(sound.out)).toMatchObject({
      passes: true,
      seed: 1,
      exploits: [],
      bar: { payPerWantedAtLeast: '2', volumeAtMost: '1.5', timingAtLeast: '1.25' },
    });
  });
});

describe('diff', () => {
  test('says changes in words with money, and exits with 0 whether there are any', async () => {
    const plans = join(HOME, REVINTEL, 'plans');
    const after = join(plans, 'account-executive.yaml');
    const text = await readFile(after, 'utf8');
    const before = join(scratch, 'before.yaml');
    await writeFile(before, text.replace('{ at: 150%, pays: 200% }', '{ at: 160%, pays: 200% }'));
    const { code, out } = await ontarget('diff', before, after);
    expect(code).toBe(0);
    expect(out).toContain('Points › row 3 › At: 150% instead of 160%');
    expect(out).toContain('at 140% the plan pays 8,666.68 more');
    const same = await ontarget('diff', after, after);
    expect([same.code, same.out]).toEqual([0, `${after} and ${after} say the same.\n`]);
    const json = await ontarget('diff', before, after, '--json', '--target', '50000');
    const { changes, targetIncentive } = JSON.parse(json.out) as {
      changes: readonly { effect: { adds: string } }[];
      targetIncentive: string;
    };
    expect([targetIncentive, changes.length]).toEqual(['50000', 1]);
  });

  test('a plan with problems is exit code 1', async () => {
    const broken = join(scratch, 'broken.yaml');
    await writeFile(broken, 'plan: broken\n');
    const after = join(HOME, REVINTEL, 'plans/account-executive.yaml');
    expect((await ontarget('diff', broken, after)).code).toBe(1);
  });
});
