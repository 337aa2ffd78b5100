// Our decimals against big.js, which shares no code with them: every operation on numbers small
// and large, short and long, and on what operations made of them.

import { describe, expect, test } from '@jest/globals';
import BigLibrary from 'big.js';
import fc from 'fast-check';
import { Decimal } from '../../src/core/decimal.ts';

const Big = BigLibrary();
Big.DP = 60;
Big.RM = BigLibrary.roundHalfUp;

/** The same number in both. */
interface Pair {
  readonly ours: Decimal;
  readonly theirs: BigLibrary;
}

const MODES = [
  ['half-up', BigLibrary.roundHalfUp],
  ['half-even', BigLibrary.roundHalfEven],
  ['down', BigLibrary.roundDown],
] as const;

const digits = (most: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: most }),
    // Round numbers, and those about where safe integers end.
    fc
      .tuple(fc.constantFrom('1', '5', '25', '9'), fc.nat(most - 2))
      .map(([d, n]) => d + '0'.repeat(n)),
    fc.constantFrom('9007199254740991', '9007199254740992', '9999999999999999', '0'),
  );
const text = fc
  .tuple(fc.boolean(), digits(30), fc.option(digits(30), { nil: undefined }))
  .map(([isNegative, whole, decimals]) => {
    const plain = decimals === undefined ? whole : `${whole}.${decimals}`;
    return isNegative ? `-${plain}` : plain;
  });
const short = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(8))
  .map(([units, places]) => new Big(units).div(new Big(10).pow(places)).toFixed());
const number = fc
  .oneof(short, text)
  .map((written): Pair => ({ ours: Decimal.read(written), theirs: new Big(written) }));
const steps = fc.array(
  fc.tuple(fc.constantFrom('plus', 'minus', 'times', 'div', 'round'), number),
  { maxLength: 5 },
);

function textOf(theirs: BigLibrary): string {
  const written = theirs.toFixed();
  return written === '-0' ? '0' : written;
}

/** Steps one after the other in both; a division by zero is left out. */
function calculated(
  start: Pair,
  taken: typeof steps extends fc.Arbitrary<infer Made> ? Made : never,
) {
  return taken.reduce<Pair>(({ ours, theirs }, [step, other]) => {
    if (step === 'round') return { ours: ours.round(30), theirs: theirs.round(30) };
    if (step === 'div' && other.theirs.eq(0)) return { ours, theirs };
    return { ours: ours[step](other.ours), theirs: theirs[step](other.theirs) };
  }, start);
}

describe('decimals are those of big.js', () => {
  test('any calculation gives the same digits', () => {
    fc.assert(
      fc.property(number, steps, (start, taken) => {
        const { ours, theirs } = calculated(start, taken);
        expect(ours.toFixed()).toBe(textOf(theirs));
        expect(ours.neg().toFixed()).toBe(textOf(theirs.neg()));
        expect(ours.abs().toFixed()).toBe(textOf(theirs.abs()));
        expect(ours.isZero).toBe(theirs.eq(0));
      }),
      { numRuns: 3000 },
    );
  });

  test('order and equality', () => {
    const oneStep = fc.tuple(number, steps).map(([start, taken]) => calculated(start, taken));
    fc.assert(
      fc.property(oneStep, number, (left, right) => {
        expect(left.ours.cmp(right.ours)).toBe(left.theirs.cmp(right.theirs));
        const same = left.ours.plus(right.ours).minus(right.ours);
        expect(same.eq(left.ours)).toBe(true);
        expect(left.ours.lt(right.ours)).toBe(left.theirs.lt(right.theirs));
        expect(left.ours.gte(right.ours)).toBe(left.theirs.gte(right.theirs));
      }),
      { numRuns: 2000 },
    );
  });

  test.each(MODES)('rounding %s to any number of places', (mode, theirMode) => {
    // Halves are what modes differ in.
    const half = fc.tuple(fc.integer({ min: -1e6, max: 1e6 }), fc.nat(6)).map(([units, places]) => {
      const theirs = new Big(units).plus('0.5').div(new Big(10).pow(places));
      return { ours: Decimal.read(theirs.toFixed()), theirs };
    });
    fc.assert(
      fc.property(fc.oneof(number, half), fc.nat(12), ({ ours, theirs }, places) => {
        const expected = textOf(theirs.round(places, theirMode));
        expect(ours.round(places, mode).toFixed()).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

test('a third times three is one again once it is decided', () => {
  const third = Decimal.read('1').div('3');
  expect(third.toFixed()).toBe(`0.${'3'.repeat(60)}`);
  expect(third.times('3').eq('1')).toBe(false);
  expect(third.times('3').round(30).eq('1')).toBe(true);
});

test('comparing with `<`, which would compare texts, throws', () => {
  const [two, ten] = [Decimal.read('2'), Decimal.read('10')] as const;
  expect(() => (two as unknown as number) < (ten as unknown as number)).toThrow('are compared by');
  expect(() => two.div('0')).toThrow('division by zero');
});
