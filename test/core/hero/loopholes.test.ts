// Plans with a loophole on purpose fail by a story that names the clause; the same plans mended
// pass. Of generated plans, every exploit that is told holds in an ordinary run of the same deals.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { HeroTest } from '../../../src/core/index.ts';
import { parameters } from '../../oracle/seed.ts';
import { kpi, type PlanParts, plan } from '../small-plan.ts';
import { gamed, paidInARun } from './hero-company.ts';

const sum = (crediting = '', where = "stage = 'won'"): string => `
  bookings: { calculate: sum, of: amount, deals: own, where: "${where}"${crediting} }`;
const FAIR = ', crediting: [{ when: not fit or discount > 20%, credit: 25% }, { credit: 100% }]';
const share = (weight: string): string => `
  fit: { calculate: share, of: fit and discount <= 20%, ${weight}deals: own, where: stage = 'won', whenNone: 0% }`;
const GATE = `
  - { id: fit, title: Fit, measure: fit, window: period, require: { atLeast: 70% }, actsOn: all, whenNotMet: zero }`;
const commission = (shape: string, above: string): string => `
  - { id: bookings, kind: commission, title: Bookings, measure: bookings, window: period, curve: { shape: ${shape}, tiers: [{ from: 0, rate: 5% }, { from: 100000, rate: ${above} }] } }`;
const spiff = (where: string): PlanParts => ({
  measures: `${sum(FAIR)}
  wins: { calculate: count, deals: own, where: "${where}" }`,
  components: `${commission('marginal', '5%')}
  - { id: win, kind: spiff, title: A customer won, measure: wins, window: period, each: 300 }`,
});

interface Loophole {
  readonly open: PlanParts;
  readonly mended: PlanParts;
  /** A line of the plan with the clause that is to be named. */
  readonly names: string;
}

const loopholes: Record<string, Loophole> = {
  'no gate': {
    open: { measures: sum() },
    mended: { measures: sum(FAIR) },
    names: 'bookings: { calculate: sum',
  },
  'a gate by the number of customers': {
    open: { measures: sum() + share(''), gates: GATE },
    mended: { measures: sum() + share('weightedBy: amount, '), gates: GATE },
    names: 'id: fit',
  },
  'credit that looks at no discount': {
    open: { measures: sum(', crediting: [{ when: not fit, credit: 25% }, { credit: 100% }]') },
    mended: { measures: sum(FAIR) },
    names: 'bookings: { calculate: sum',
  },
  'a retroactive rate at the end of a period': {
    open: { measures: sum(FAIR), components: commission('retroactive', '15%') },
    mended: { measures: sum(FAIR), components: commission('marginal', '7%') },
    names: 'shape: retroactive',
  },
  'a spiff for each deal': {
    open: spiff("stage = 'won' and fit"),
    mended: spiff("stage = 'won' and fit and discount <= 20% and amount >= 30000"),
    names: 'wins: { calculate: count',
  },
};

/** The clauses of everything told. */
function named(found: HeroTest, text: string): readonly string[] {
  const { exploits, timing } = found;
  const clauses = [
    ...exploits.flatMap(({ component, gates }) => [component, ...gates]),
    ...(timing ? [timing.component] : []),
  ];
  return clauses.map(({ clause }) => text.split('\n')[clause.line - 1] ?? '');
}

describe.each(Object.entries(loopholes))('%s', (_, { open, mended, names }) => {
  test('is found, and its clause is named', () => {
    const text = plan(open);
    const found = gamed(text);
    expect(found.passes).toBe(false);
    expect(named(found, text)).toContainEqual(expect.stringContaining(names));
  });

  test('mended, the plan passes', () => {
    const found = gamed(plan(mended));
    expect([found.exploits, found.timing]).toEqual([[], undefined]);
    expect(found.passes).toBe(true);
  });
});

const oneOf = fc.constantFrom;
const generated = fc
  .record({
    credit: oneOf('', FAIR, ', crediting: [{ when: not fit, credit: 60% }, { credit: 100% }]'),
    gate: oneOf('', share(''), share('weightedBy: amount, ')),
    whenNotMet: oneOf('zero', '{ capFactor: 75% }', '{ scale: 50% }'),
    component: oneOf(kpi(), kpi(', payoutCap: { ofTarget: 120% }'), commission('marginal', '9%')),
    spiffOf: oneOf(undefined, "stage = 'won'", "stage = 'won' and fit and amount >= 20000"),
  })
  .map(({ credit, gate, whenNotMet, component, spiffOf }) => {
    const isCapped = whenNotMet.includes('capFactor') && !component.includes('kpi');
    const gates = gate && GATE.replace('zero', isCapped ? 'zero' : whenNotMet);
    const more = spiffOf === undefined ? undefined : spiff(spiffOf);
    const spiffs = more?.components?.split('\n').slice(-1).join('\n');
    return plan({
      measures: `${sum(credit)}${gate}${more ? `\n${more.measures?.split('\n').at(-1)}` : ''}`,
      components: spiffs ? `${component}\n${spiffs}` : component,
      gates: gates.replace('actsOn: all', 'actsOn: [bookings]'),
    });
  });

/** Each plan is searched in full. */
const RUNS = 12;

test('an exploit of a generated plan is paid more for less, by an ordinary run', () => {
  let told = 0;
  fc.assert(
    fc.property(generated, fc.nat(1000), (text, seed) => {
      const found = gamed(text, seed);
      for (const exploit of found.exploits) {
        told += 1;
        const { against } = exploit;
        const [paid, fair] = [exploit, against].map((story) => paidInARun(text, story, against));
        expect([String(paid), String(fair)]).toEqual([String(exploit.pays), String(against.pays)]);
        expect(paid?.gt(fair ?? '0')).toBe(true);
        expect(exploit.wanted.lt(against.wanted)).toBe(true);
      }
    }),
    { ...parameters, numRuns: RUNS },
  );
  expect(told).toBeGreaterThan(0);
});
