// The hero test on the built-in company: the old plan, which pays for bookings alone, fails by a
// dozen small deals that do not fit; the new plans pass. What is told is what the exact view pays,
// and the same seed tells the same.

import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  BAR,
  dealsAtMost,
  type HeroTest,
  heroTest,
  type Plan,
  readPlan,
  type Story,
} from '../../../src/core/index.ts';
import { readDocument } from '../../../src/documents/company-folder.ts';
import { formatter } from '../../../src/render/format.ts';
import { heroText } from '../../../src/render/hero-text.ts';
import { must } from '../../in-memory-company.ts';
import { openRevintel, revintelFolder } from '../what-if/open-revintel.ts';

const opened = await openRevintel();
const { company, data } = opened;
const retired = join(revintelFolder, 'retired-plans/bookings-only.yaml');
const old = must(readPlan(must(await readDocument(retired, retired)), company));

function tested(plan: Plan, seed = 1): HeroTest {
  return must(heroTest({ company, plan, data }, seed));
}

function told(test: HeroTest, plan: Plan): string {
  return heroText({ test, plan, company }, formatter(company.locale, plan.currency));
}

describe('the old plan, bookings only', () => {
  const started = performance.now();
  const found = tested(old);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const [first] = found.exploits;

  test('fails by a dozen small deals that do not fit', () => {
    process.stdout.write(`hero test of the old plan: ${seconds} s, ${found.tried} mixes\n`);
    expect(found.passes).toBe(false);
    const [deals] = first?.deals ?? [];
    expect(first?.deals).toHaveLength(1);
    expect(deals?.count).toBe(12);
    expect(deals?.size.lt(found.honest.deals[0]?.size ?? '0')).toBe(true);
    expect(deals?.traits.map(({ name, datum }) => [name, datum])).toEqual([['icp', false]]);
    expect(String(first?.wanted)).toBe('0');
  });

  test('is told in a sentence, with the clause that lets it happen', () => {
    expect(first?.component).toMatchObject({ id: 'new-arr', clause: { file: retired } });
    const text = told(found, old);
    expect(text).toContain(
      'Exploit 1: Twelve deals of 61,000 that are not wanted pay more than four of 150,000 that ' +
        'are: 50,400.00 against 35,000.00.\n',
    );
    expect(text).toContain(`Bookings pays for it: ${retired}:22\n`);
  });

  test('pays more for the same deals in one quarter: the curve lets it happen', () => {
    expect(found.timing?.moved).toEqual([9, 0]);
    expect(found.timing?.component).toMatchObject({ id: 'new-arr', clause: { line: 39 } });
  });

  test('no story goes beyond the bar that is stated', () => {
    const sold = ({ deals }: Story) => deals.reduce((sum, { count }) => sum + count, 0);
    for (const { wanted, size, pays, deals, against, period } of found.exploits) {
      expect(wanted.lt(against.wanted)).toBe(true);
      expect(size.lte(against.size.times(BAR.volumeAtMost))).toBe(true);
      expect(sold({ wanted, size, pays, deals, period })).toBeLessThanOrEqual(
        dealsAtMost(sold(against)),
      );
      expect(pays.gt(against.pays)).toBe(true);
    }
  });

  test('the same seed tells the same, another one fails it too', () => {
    expect(told(tested(old), old)).toBe(told(found, old));
    expect(tested(old, 7).passes).toBe(false);
  });

  test('by its own arithmetic: 100 % of quota pays 100 %, 122 % pays 144 %', () => {
    // A quarter of 140,000 is 35,000; 20 % of 3,000,000 is 600,000, and 12 x 61,000 is 732,000.
    expect(String(found.honest.pays)).toBe('35000');
    expect(String(first?.pays)).toBe('50400');
  });
});

test.each([
  ['account-executive', 1],
  ['account-executive', 2],
  ['vp-sales', 1],
  ['cco', 1],
  ['cmo', 1],
])('the new plan %s passes, seed %i', (id, seed) => {
  const plan = opened.plans.get(id)?.[0] as Plan;
  const found = tested(plan, seed);
  expect(told(found, plan)).toContain('\nPasses: ');
  expect([found.passes, found.exploits.length, found.timing]).toEqual([true, 0, undefined]);
  expect(found.honest.pays.gt('0')).toBe(true);
});
