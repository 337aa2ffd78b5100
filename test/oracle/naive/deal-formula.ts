// The oracle's reading of a formula: it is worked out while it is being read, once per deal. What
// is not known makes a figure not known, and a condition only where it decides.
// In: the formula's text and one deal. Out: a figure, text or flag; undefined for "not known".
// Source: README ("Formulas"); ENGINE.md section 5.

import { dayOf } from './fiscal-periods.ts';
import { Fraction, highest, lowest, ZERO } from './fraction.ts';

export type Fact = Fraction | string | boolean | undefined;
export type Facts = ReadonlyMap<string, Fact>;

const TOKEN =
  /\s*(\d{4}-\d{2}-\d{2}|\d+(?:\.\d+)?\s?%?|'[^']*'|[a-z_]\w*|<=|>=|!=|[-+*/()[\],=<>])/gy;

export function workOut(text: string, deal: Facts): Fact {
  const tokens = [...text.matchAll(TOKEN)].map((match) => (match[1] ?? '').trim());
  const reader = new Reader(tokens, deal);
  const fact = reader.either();
  if (reader.rest.length > 0) throw new Error(`not read: ${reader.rest.join(' ')}`);
  return fact;
}

class Reader {
  rest: string[];
  readonly #deal: Facts;

  constructor(tokens: readonly string[], deal: Facts) {
    this.rest = [...tokens];
    this.#deal = deal;
  }

  either(): Fact {
    const flags = [this.#both()];
    while (this.#take('or')) flags.push(this.#both());
    if (flags.length === 1) return flags[0];
    if (flags.includes(true)) return true;
    return flags.includes(undefined) ? undefined : false;
  }

  #both(): Fact {
    const flags = [this.#negated()];
    while (this.#take('and')) flags.push(this.#negated());
    if (flags.length === 1) return flags[0];
    if (flags.includes(false)) return false;
    return flags.includes(undefined) ? undefined : true;
  }

  #negated(): Fact {
    if (!this.#take('not')) return this.#compared();
    const flag = this.#negated();
    return flag === undefined ? undefined : !flag;
  }

  #compared(): Fact {
    const left = this.#sum();
    if (this.#take('in')) return this.#listed(left);
    const relation = ['=', '!=', '<=', '>=', '<', '>'].find((each) => this.#take(each));
    return relation === undefined ? left : holds(left, relation, this.#sum());
  }

  #listed(item: Fact): Fact {
    this.#need('[');
    const flags = [holds(item, '=', this.#sum())];
    while (this.#take(',')) flags.push(holds(item, '=', this.#sum()));
    this.#need(']');
    if (flags.includes(true)) return true;
    return flags.includes(undefined) ? undefined : false;
  }

  #sum(): Fact {
    let left = this.#product();
    for (;;) {
      if (this.#take('+')) left = numbers(left, this.#product(), (a, b) => a.plus(b));
      else if (this.#take('-')) left = numbers(left, this.#product(), (a, b) => a.minus(b));
      else return left;
    }
  }

  #product(): Fact {
    let left = this.#signed();
    for (;;) {
      if (this.#take('*')) left = numbers(left, this.#signed(), (a, b) => a.times(b));
      else if (this.#take('/')) left = numbers(left, this.#signed(), quotient);
      else return left;
    }
  }

  #signed(): Fact {
    return this.#take('-') ? numbers(ZERO, this.#signed(), (a, b) => a.minus(b)) : this.#single();
  }

  #single(): Fact {
    const token = this.rest.shift() ?? '';
    if (token === '(') {
      const inner = this.either();
      this.#need(')');
      return inner;
    }
    if (token === 'true' || token === 'false') return token === 'true';
    if (token.startsWith("'")) return token.slice(1, -1);
    if (/^\d{4}-/.test(token)) return Fraction.whole(dayOf(token));
    if (/^\d/.test(token)) return Fraction.of(token);
    return this.rest[0] === '(' ? this.#call(token) : this.#deal.get(token);
  }

  #call(name: string): Fact {
    this.#need('(');
    const given = [this.either()];
    while (this.#take(',')) given.push(this.either());
    this.#need(')');
    const [first, second, third] = given;
    switch (name) {
      case 'known':
        return first !== undefined;
      case 'if':
        if (first === undefined) return undefined;
        return first ? second : third;
      case 'days':
        return numbers(second, first, (to, from) => to.minus(from));
      case 'min':
        return given.reduce((a, b) => numbers(a, b, lowest));
      case 'max':
        return given.reduce((a, b) => numbers(a, b, highest));
      default:
        throw new Error(`no function ${name}`);
    }
  }

  #take(token: string): boolean {
    if (this.rest[0] !== token) return false;
    this.rest.shift();
    return true;
  }

  #need(token: string): void {
    if (!this.#take(token)) throw new Error(`${token} expected before ${this.rest.join(' ')}`);
  }
}

function numbers(left: Fact, right: Fact, combine: (a: Fraction, b: Fraction) => Fact): Fact {
  if (left === undefined || right === undefined) return undefined;
  return combine(left as Fraction, right as Fraction);
}

function quotient(over: Fraction, under: Fraction): Fact {
  return under.isZero ? undefined : over.dividedBy(under);
}

function holds(left: Fact, relation: string, right: Fact): boolean | undefined {
  if (left === undefined || right === undefined) return undefined;
  const isEqual = left instanceof Fraction ? left.equals(right as Fraction) : left === right;
  if (relation === '=') return isEqual;
  if (relation === '!=') return !isEqual;
  const isBelow = (left as Fraction).isBelow(right as Fraction);
  if (relation === '<') return isBelow;
  if (relation === '<=') return isBelow || isEqual;
  return relation === '>' ? !isBelow && !isEqual : !isBelow;
}
