// Exact fractions of whole numbers of any size: the oracle's only numbers. Nothing is carried to a
// number of places, so nothing can be lost. In: text as an analyst writes it (`7.5%`, `-99.50`).
// Out: fractions, and text in whole minor units. Source: ENGINE.md section 3.

export class Fraction {
  readonly over: bigint;
  /** Above zero. */
  readonly under: bigint;

  constructor(over: bigint, under: bigint) {
    if (under === 0n) throw new Error('a fraction under zero');
    const common = commonDivisor(over, under);
    const sign = under < 0n ? -1n : 1n;
    this.over = (sign * over) / common;
    this.under = (sign * under) / common;
  }

  static of(text: string): Fraction {
    const match = /^(-?)(\d+)(?:\.(\d+))?(\s?%)?$/.exec(text);
    if (!match) throw new Error(`not a number: ${text}`);
    const [, sign, whole = '', places = '', percent] = match;
    const digits = BigInt(`${sign}${whole}${places}`);
    return new Fraction(digits, 10n ** BigInt(places.length) * (percent ? 100n : 1n));
  }

  static whole(count: number): Fraction {
    return new Fraction(BigInt(count), 1n);
  }

  plus(other: Fraction): Fraction {
    return new Fraction(
      this.over * other.under + other.over * this.under,
      this.under * other.under,
    );
  }

  minus(other: Fraction): Fraction {
    return this.plus(other.times(MINUS_ONE));
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.over * other.over, this.under * other.under);
  }

  dividedBy(other: Fraction): Fraction {
    return new Fraction(this.over * other.under, this.under * other.over);
  }

  isBelow(other: Fraction): boolean {
    return this.over * other.under < other.over * this.under;
  }

  equals(other: Fraction): boolean {
    return this.over === other.over && this.under === other.under;
  }

  get isZero(): boolean {
    return this.over === 0n;
  }

  /** To a number of decimal places; a half goes away from zero, or to the even neighbour. */
  rounded(places: number, mode: 'half-up' | 'half-even'): Fraction {
    const scale = 10n ** BigInt(places);
    const size = (this.over < 0n ? -this.over : this.over) * scale;
    const floor = size / this.under;
    const rest = 2n * (size - floor * this.under);
    const isHalf = rest === this.under;
    const goesUp = isHalf ? mode === 'half-up' || floor % 2n === 1n : rest > this.under;
    const units = goesUp ? floor + 1n : floor;
    return new Fraction(this.over < 0n ? -units : units, scale);
  }

  /** Decimal text without trailing zeros; what has no end is shown as a fraction. */
  toString(): string {
    for (let places = 0; places <= 30; places += 1) {
      const scale = 10n ** BigInt(places);
      if ((this.over * scale) % this.under === 0n) return decimal(this, places, scale);
    }
    return `${this.over}/${this.under}`;
  }
}

export const ZERO = new Fraction(0n, 1n);
export const ONE = new Fraction(1n, 1n);
const MINUS_ONE = new Fraction(-1n, 1n);

export function total(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((sum, each) => sum.plus(each), ZERO);
}

export function lowest(first: Fraction, second: Fraction): Fraction {
  return second.isBelow(first) ? second : first;
}

export function highest(first: Fraction, second: Fraction): Fraction {
  return first.isBelow(second) ? second : first;
}

function decimal({ over, under }: Fraction, places: number, scale: bigint): string {
  const units = (over * scale) / under;
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const sign = units < 0n ? '-' : '';
  const whole = digits.slice(0, digits.length - places);
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
}

function commonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}
