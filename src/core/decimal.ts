// Exact decimal numbers. One whose digits fit a safe integer is that integer and its places, which
// is nearly every number of a plan and costs what a double costs; any other is a BigInt and its
// places. Nothing is rounded but a quotient that does not end, at 60 places, half away from zero.
// In: decimal text or whole numbers. Out: numbers that never change. Tested against big.js.

/** How a number is cut to fewer places; `down` is towards zero. */
type DecimalRounding = 'half-up' | 'half-even' | 'down';

type Operand = Decimal | string;

const QUOTIENT_PLACES = 60;
/** Quotients that end after a few more places than the dividend's are looked for in doubles. */
const SHORT_PLACES = 6;
const MOST = Number.MAX_SAFE_INTEGER;
const MOST_WIDE = BigInt(MOST);
/** Powers of ten that are exact as doubles. */
const SMALL_TENS = Array.from({ length: 16 }, (_, power) => 10 ** power);
/** The doubles next to powers of ten. */
const NEAR_TENS = Array.from({ length: 309 }, (_, power) => Number(`1e${power}`));
const TENS: bigint[] = [];

export class Decimal {
  /** The digits as a whole number: the number times ten to its places. Unless it is wide. */
  readonly units: number;
  /** The digits of a number that does not fit a safe integer. */
  readonly wide: bigint | undefined;
  readonly places: number;

  private constructor(units: number, wide: bigint | undefined, places: number) {
    // No minus zero, which comes of zero times a negative number.
    this.units = units + 0;
    this.wide = wide;
    this.places = places;
  }

  /** Reads `-12.50`; callers have checked that it is plain decimal text. */
  static read(text: string): Decimal {
    const point = text.indexOf('.');
    if (point < 0) return wideOrNot(BigInt(text), 0);
    const digits = text.slice(0, point) + text.slice(point + 1);
    return wideOrNot(BigInt(digits), text.length - point - 1);
  }

  /** A safe integer over ten to some places. */
  static ofUnits(units: number, places: number): Decimal {
    return new Decimal(units, undefined, places);
  }

  static ofWide(wide: bigint, places: number): Decimal {
    return new Decimal(0, wide, places);
  }

  plus(operand: Operand): Decimal {
    const other = asDecimal(operand);
    const places = Math.max(this.places, other.places);
    const sum = this.unitsAt(places) + other.unitsAt(places);
    if (sum <= MOST && sum >= -MOST) return Decimal.ofUnits(sum, places);
    return wideOrNot(digitsAt(this, places) + digitsAt(other, places), places);
  }

  minus(operand: Operand): Decimal {
    return this.plus(asDecimal(operand).neg());
  }

  times(operand: Operand): Decimal {
    const other = asDecimal(operand);
    const places = this.places + other.places;
    if (this.wide === undefined && other.wide === undefined) {
      const product = this.units * other.units;
      if (product <= MOST && product >= -MOST) return Decimal.ofUnits(product, places);
    }
    return wideOrNot(digitsOf(this) * digitsOf(other), places);
  }

  /** Exact where the quotient ends within 60 places; else rounded there, half away from zero. */
  div(operand: Operand): Decimal {
    const other = asDecimal(operand);
    if (other.isZero) throw new Error('division by zero');
    return shortQuotient(this, other) ?? longQuotient(this, other);
  }

  neg(): Decimal {
    if (this.wide !== undefined) return Decimal.ofWide(-this.wide, this.places);
    return Decimal.ofUnits(0 - this.units, this.places);
  }

  abs(): Decimal {
    return this.isNegative ? this.neg() : this;
  }

  round(places: number, rounding: DecimalRounding = 'half-up'): Decimal {
    if (this.places <= places) return this;
    const ten = SMALL_TENS[this.places - places];
    if (this.wide === undefined && ten !== undefined) {
      return Decimal.ofUnits(roundedUnits(this.units, ten, rounding), places);
    }
    const cut = tenTo(this.places - places);
    return wideWithoutZeros(roundedQuotient(digitsOf(this), cut, rounding), places);
  }

  cmp(operand: Operand): -1 | 0 | 1 {
    const other = asDecimal(operand);
    const places = Math.max(this.places, other.places);
    const left = this.unitsAt(places);
    const right = other.unitsAt(places);
    if (left < right) return -1;
    if (left > right) return 1;
    if (left === right) return 0;
    const [wideLeft, wideRight] = [digitsAt(this, places), digitsAt(other, places)];
    if (wideLeft === wideRight) return 0;
    return wideLeft < wideRight ? -1 : 1;
  }

  eq(other: Operand): boolean {
    return this.cmp(other) === 0;
  }

  lt(other: Operand): boolean {
    return this.cmp(other) < 0;
  }

  lte(other: Operand): boolean {
    return this.cmp(other) <= 0;
  }

  gt(other: Operand): boolean {
    return this.cmp(other) > 0;
  }

  gte(other: Operand): boolean {
    return this.cmp(other) >= 0;
  }

  /** Plain decimal text: no exponent, no trailing zeros, no minus zero. */
  toFixed(): string {
    const digits = String(digitsOf(this.abs())).padStart(this.places + 1, '0');
    const point = digits.length - this.places;
    const decimals = digits.slice(point).replace(/0+$/, '');
    const plain =
      decimals === '' ? digits.slice(0, point) : `${digits.slice(0, point)}.${decimals}`;
    return this.isNegative ? `-${plain}` : plain;
  }

  toString(): string {
    return this.toFixed();
  }

  /** Without this, `<` would compare two numbers as texts. */
  valueOf(): never {
    throw new Error('exact numbers are compared by cmp, eq, lt, lte, gt and gte');
  }

  /** The digits at more places, as a safe integer; NaN where they do not fit one. */
  unitsAt(places: number): number {
    if (this.wide !== undefined) return Number.NaN;
    if (this.places === places) return this.units;
    const scaled = this.units * (SMALL_TENS[places - this.places] ?? Number.NaN);
    return scaled <= MOST && scaled >= -MOST ? scaled : Number.NaN;
  }

  /**
   * A double next to it, off by less than 2 to the minus 51 of it; NaN where there are too many
   * places: to see quickly which of two is larger, and for what is never paid.
   */
  approximately(): number {
    const units = this.wide === undefined ? this.units : Number(this.wide);
    return units / (NEAR_TENS[this.places] ?? Number.NaN);
  }

  get isZero(): boolean {
    return this.wide === undefined && this.units === 0;
  }

  get isNegative(): boolean {
    return this.wide === undefined ? this.units < 0 : this.wide < 0n;
  }
}

function asDecimal(operand: Operand): Decimal {
  return typeof operand === 'string' ? Decimal.read(operand) : operand;
}

function digitsOf({ units, wide }: Decimal): bigint {
  return wide ?? BigInt(units);
}

function digitsAt(number: Decimal, places: number): bigint {
  return digitsOf(number) * tenTo(places - number.places);
}

function tenTo(power: number): bigint {
  TENS[power] ??= 10n ** BigInt(power);
  return TENS[power];
}

/** Digits in their small form where they fit it. */
function wideOrNot(digits: bigint, places: number): Decimal {
  if (isSmall(digits)) return Decimal.ofUnits(Number(digits), places);
  return Decimal.ofWide(digits, places);
}

function isSmall(digits: bigint): boolean {
  return digits <= MOST_WIDE && digits >= -MOST_WIDE;
}

/** Without the zeros at the end of what a division carried on beyond a quotient's own digits. */
function wideWithoutZeros(digits: bigint, places: number): Decimal {
  let [left, kept] = [digits, places];
  for (let step = 32; step >= 1 && !isSmall(left) && left % 10n === 0n; step /= 2) {
    if (kept < step || left % tenTo(step) !== 0n) continue;
    left /= tenTo(step);
    kept -= step;
  }
  return wideOrNot(left, kept);
}

/** A quotient that ends soon, in doubles: whole numbers whose product is the dividend again. */
function shortQuotient(over: Decimal, under: Decimal): Decimal | undefined {
  const places = Math.max(over.places, under.places);
  const dividend = over.unitsAt(places);
  const divisor = under.units;
  for (const more of [0, SHORT_PLACES]) {
    const scaled = dividend * (SMALL_TENS[more] as number);
    if (under.wide !== undefined || !(Math.abs(scaled) <= MOST)) return undefined;
    const quotient = scaled / divisor;
    if (Number.isInteger(quotient) && quotient * divisor === scaled) {
      return withoutZeros(quotient, places - under.places + more);
    }
  }
  return undefined;
}

function withoutZeros(units: number, places: number): Decimal {
  let [left, kept] = [units, places];
  while (kept > 0 && left % 10 === 0) {
    left /= 10;
    kept -= 1;
  }
  return Decimal.ofUnits(left, kept);
}

function longQuotient(over: Decimal, under: Decimal): Decimal {
  const shift = QUOTIENT_PLACES + under.places - over.places;
  const dividend = digitsOf(over) * (shift > 0 ? tenTo(shift) : 1n);
  const divisor = digitsOf(under) * (shift < 0 ? tenTo(-shift) : 1n);
  return wideWithoutZeros(roundedQuotient(dividend, divisor, 'half-up'), QUOTIENT_PLACES);
}

function roundedQuotient(over: bigint, under: bigint, rounding: DecimalRounding): bigint {
  if (rounding === 'half-up' && over >= 0n && under > 0n) {
    return ((over << 1n) + under) / (under << 1n);
  }
  const quotient = over / under;
  const twiceLeft = 2n * absolute(over - quotient * under);
  const whole = absolute(under);
  const isAway =
    rounding !== 'down' &&
    (twiceLeft > whole ||
      (twiceLeft === whole && (rounding === 'half-up' || quotient % 2n !== 0n)));
  if (!isAway) return quotient;
  return over < 0n === under < 0n ? quotient + 1n : quotient - 1n;
}

function absolute(digits: bigint): bigint {
  return digits < 0n ? -digits : digits;
}

/** The same in safe integers, by a power of ten. */
function roundedUnits(units: number, ten: number, rounding: DecimalRounding): number {
  const left = units % ten;
  const quotient = (units - left) / ten;
  const twiceLeft = 2 * Math.abs(left);
  const isAway =
    rounding !== 'down' &&
    (twiceLeft > ten || (twiceLeft === ten && (rounding === 'half-up' || quotient % 2 !== 0)));
  if (!isAway) return quotient;
  return units < 0 ? quotient - 1 : quotient + 1;
}
