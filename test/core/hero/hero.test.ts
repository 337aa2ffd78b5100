// The hero test on the built-in company: the old plan, which pays for bookings alone, fails by a
// dozen small deals that do not fit; the new one passes. What is told is what the exact view pays,
// and the same seed tells the same.

import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  type HeroTest,
  heroTest,
  type Plan,
  readPlan,
  type Story,
  VOLUME_AT_MOST,
  WANTED_AT_MOST,
} from '../../../src/core/index.ts';
import { readDocument } from '../../../src/documents/company-folder.ts';
import { must } from '../../in-memory-company.ts';
import { openRevintel, revintelFolder } from '../what-if/open-revintel.ts';

const opened = await openRevintel();
const { company, data } = opened;
const retired = join(revintelFolder, 'retired-plans/bookings-only.yaml');
const old = must(readPlan(must(await readDocument(retired, retired)), company));
const current = opened.plans.get('account-executive')?.[0] as Plan;

function tested(plan: Plan, seed = 1): HeroTest {
  return must(heroTest({ company, plan, data }, seed));
}

describe('the old plan, bookings only', () => {
  const started = performance.now();
  const found = tested(old);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);

  test('fails by a dozen small deals that do not fit', () => {
    process.stdout.write(`hero test of the old plan: ${seconds} s, ${found.tried} mixes\n`);
    expect(found.passes).toBe(false);
    const [first] = found.exploits;
    const [deals] = first?.deals ?? [];
    expect(first?.deals).toHaveLength(1);
    expect(deals?.count).toBeGreaterThanOrEqual(12);
    expect(deals?.isWanted).toBe(false);
    expect(String(first?.wanted)).toBe('0');
    expect(first?.pays.gt(found.honest.pays)).toBe(true);
  });

  test('names the clause that lets it happen', () => {
    expect(found.exploits[0]?.component.id).toBe('new-arr');
    expect(found.exploits[0]?.clause).toMatchObject({ file: retired });
  });

  test('no story goes beyond the bar that is stated', () => {
    for (const { wanted, size, pays } of found.exploits) {
      expect(wanted.lte(found.honest.wanted.times(WANTED_AT_MOST))).toBe(true);
      expect(size.lte(found.honest.size.times(VOLUME_AT_MOST))).toBe(true);
      expect(pays.gt(found.honest.pays)).toBe(true);
    }
  });

  test('the same seed tells the same, another one fails it too', () => {
    expect(told(tested(old))).toEqual(told(found));
    expect(tested(old, 7).passes).toBe(false);
  });

  test('by its own arithmetic: 93.6 % of quota pays 93.6 %, 137 % pays 175 %', () => {
    // A quarter of 140,000 is 35,000. 561,600 of 600,000 is 93.6 %; 14 x 58,870.76 is 137.365 %.
    expect(String(found.honest.pays)).toBe('32760');
    expect(String(found.exploits[0]?.pays)).toBe('61155.57');
  });
});

test.each([1, 2])('the new plan passes, seed %i', (seed) => {
  const found = tested(current, seed);
  expect([found.passes, found.exploits.length, found.timing]).toEqual([true, 0, undefined]);
  expect(found.honest.pays.gt('0')).toBe(true);
});

function told({ honest, exploits, tried }: HeroTest): unknown {
  const story = ({ deals, pays }: Story) => [
    deals.map(({ deal, count }) => `${count} ${deal.id}`),
    String(pays),
  ];
  return [tried, story(honest), exploits.map(story)];
}
