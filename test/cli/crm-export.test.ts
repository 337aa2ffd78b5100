// The real-shaped CRM export, end to end through the command: payouts equal to those calculated
// independently with exact fractions. Skips, and says so, where the shared data is not present.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { HOME, ontarget } from './run.ts';

const DATA = join(HOME, '../shared/data/crm');
const isHere = existsSync(DATA);
const here = isHere ? test : test.skip;
if (!isHere) process.stderr.write(`SKIPPED: ${DATA} is not present\n`);

interface Payout {
  readonly payee: string;
  readonly components: readonly { readonly id: string; readonly payout: string }[];
  readonly total: string;
}

function calculate(period: string, data = DATA) {
  return ontarget(
    'calculate',
    'fixtures/companies/crm-export',
    '--data',
    data,
    '--period',
    period,
    '--json',
  );
}

const expectedFiles = isHere
  ? readdirSync(DATA).filter((name) => /^expected_.*\.json$/.test(name))
  : [];
const OLD_IDS = {
  bookings: 'bookings',
  'win-rate': 'win_rate',
  customers: 'okr',
  management: 'mbo',
} as const;

here.each(expectedFiles.length > 0 ? expectedFiles : ['none'])(
  'payouts of %s, to the cent',
  async (file) => {
    const period = file.slice('expected_'.length, -'.json'.length);
    const expected = JSON.parse(readFileSync(join(DATA, file), 'utf8'))[period] as Record<
      string,
      Record<string, string>
    >;
    const { code, out } = await calculate(period);
    expect(code).toBe(0);
    const payees = (JSON.parse(out) as { payees: readonly Payout[] }).payees;
    const found = Object.fromEntries(
      payees.map(({ payee, components, total }) => {
        const payouts = components.map(({ id, payout }) => [
          OLD_IDS[id as keyof typeof OLD_IDS],
          payout,
        ]);
        return [payee, { ...Object.fromEntries(payouts), total }];
      }),
    );
    const wanted = Object.fromEntries(
      Object.entries(expected).map(([payee, figures]) => {
        const { bookings, win_rate, okr, mbo, total } = figures;
        return [payee, { bookings, win_rate, okr, mbo, total }];
      }),
    );
    expect(found).toEqual(wanted);
  },
);

here.each(['2017-Q1', '2017-Q2', '2017-Q4'])(
  '%s calculates for all six managers',
  async (period) => {
    const { code, out, err } = await calculate(period);
    expect([code, err]).toEqual([0, '']);
    expect((JSON.parse(out) as { payees: readonly Payout[] }).payees).toHaveLength(6);
  },
);

here('shuffling the rows of every file changes no byte of the result', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ontarget-shuffle-'));
  await cp(DATA, folder, { recursive: true });
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.csv'))) {
    const [head, ...rows] = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
    const shuffled = rows
      .map((row, index) => ({ row, key: (index * 7919) % 104_729 }))
      .sort((a, b) => a.key - b.key)
      .map(({ row }) => row);
    await writeFile(join(folder, name), `${[head, ...shuffled].join('\n')}\n`);
  }
  const [straight, shuffled] = await Promise.all([
    calculate('2017-Q4'),
    calculate('2017-Q4', folder),
  ]);
  await rm(folder, { recursive: true });
  expect(shuffled.out).toBe(straight.out);
});
