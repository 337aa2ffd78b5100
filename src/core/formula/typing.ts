// Gives a parsed formula its units and turns it into worksheet operations. Units are types: money
// times money, or days plus money, is a plan error and not a number.
// In: the syntax tree and the units of a deal's attributes. Out: a typed formula, or all problems.

import { readIsoDate } from '../calendar.ts';
import { exact, isDecimalText, ZERO } from '../exact-number.ts';
import { choose, compare, constant, type Formula, type Unit } from '../worksheet/operations.ts';
import { commonUnit, isPlain, type LooseUnit, unitRemedy, unitWord } from './loose-unit.ts';
import type { BinaryOperator, Expression } from './parse.ts';
import {
  emptyList,
  noSuchDay,
  tooLong,
  unknownAttribute,
  unknownFunction,
  wrongCount,
} from './problems.ts';
import type { FormulaProblem } from './tokens.ts';

/** Units of the attributes that a formula may name; `undefined` accepts any name untyped. */
export type AttributeUnits = ReadonlyMap<string, LooseUnit> | undefined;

export interface TypedFormula {
  readonly formula: Formula;
  readonly unit: Unit;
}

type TypingOutcome =
  | { readonly ok: true; readonly typed: TypedFormula }
  | { readonly ok: false; readonly problems: readonly FormulaProblem[] };

interface Loose {
  readonly formula: Formula;
  readonly unit: LooseUnit;
}

export function typeFormula(expression: Expression, attributes: AttributeUnits): TypingOutcome {
  const typing = new Typing(attributes);
  const { formula, unit } = typing.type(expression);
  if (typing.problems.length > 0) return { ok: false, problems: typing.problems };
  const settled: Unit = unit === 'bare' || unit === 'any' ? 'number' : unit;
  return { ok: true, typed: { formula, unit: settled } };
}

class Typing {
  readonly problems: FormulaProblem[] = [];
  readonly #attributes: AttributeUnits;

  constructor(attributes: AttributeUnits) {
    this.#attributes = attributes;
  }

  type(expression: Expression): Loose {
    switch (expression.kind) {
      case 'number':
        return this.#figure(expression.text, 'bare', expression.offset);
      case 'percent':
        return this.#figure(expression.text, 'ratio', expression.offset);
      case 'text':
        return { formula: constant(expression.text, 'text'), unit: 'text' };
      case 'flag':
        return { formula: constant(expression.flag, 'flag'), unit: 'flag' };
      case 'date':
        return this.#date(expression.text, expression.offset);
      case 'name':
        return this.#name(expression.text, expression.offset);
      case 'not':
        return { formula: { op: 'not', of: this.#flag(expression.of) }, unit: 'flag' };
      case 'negate':
        return this.#negate(expression);
      case 'and':
        return { formula: { op: 'all', of: this.#flags(expression.of) }, unit: 'flag' };
      case 'or':
        return { formula: { op: 'any', of: this.#flags(expression.of) }, unit: 'flag' };
      case 'in':
        return this.#in(expression.item, expression.list, expression.offset);
      case 'binary':
        return this.#binary(expression);
      case 'call':
        return this.#call(expression.name, expression.parameters, expression.offset);
    }
  }

  #problem(offset: number, what: string, remedy: string): Loose {
    return this.#refuse({ offset, what, remedy });
  }

  #refuse(problem: FormulaProblem): Loose {
    // `x in [a, b]` looks at x for each entry of its list.
    const isKnown = this.problems.some(
      ({ offset, what }) => offset === problem.offset && what === problem.what,
    );
    if (!isKnown) this.problems.push(problem);
    return { formula: constant(ZERO, 'number'), unit: 'any' };
  }

  #figure(text: string, unit: 'bare' | 'ratio', offset: number): Loose {
    if (!isDecimalText(text)) return this.#refuse(tooLong(text, offset));
    const number = exact(text);
    if (unit === 'bare') return { formula: constant(number, 'number'), unit };
    return { formula: constant(number.div(exact('100')), 'ratio'), unit };
  }

  #date(text: string, offset: number): Loose {
    const day = readIsoDate(text);
    if (day === undefined) return this.#refuse(noSuchDay(text, offset));
    return { formula: constant(day, 'date'), unit: 'date' };
  }

  #name(name: string, offset: number): Loose {
    const unit = this.#attributes ? this.#attributes.get(name) : 'any';
    if (unit) return { formula: { op: 'attribute', name }, unit };
    const known = [...(this.#attributes?.keys() ?? [])].sort();
    return this.#refuse(unknownAttribute(name, offset, known));
  }

  #negate(expression: Expression & { kind: 'not' | 'negate' }): Loose {
    const { formula, unit } = this.#number(expression.of);
    return { formula: { op: 'subtract', left: constant(ZERO, 'number'), right: formula }, unit };
  }

  #flags(expressions: readonly Expression[]): readonly Formula[] {
    return expressions.map((each) => this.#flag(each));
  }

  #flag(expression: Expression): Formula {
    const { formula, unit } = this.type(expression);
    if (unit !== 'flag' && unit !== 'any') {
      this.#problem(
        expression.offset,
        `${unitWord(unit)} stands where yes or no is needed`,
        'compare it with something, such as `discount > 15%`',
      );
    }
    return formula;
  }

  #number(expression: Expression): Loose {
    const loose = this.type(expression);
    if (loose.unit === 'flag' || loose.unit === 'text' || loose.unit === 'date') {
      this.#problem(
        expression.offset,
        `${unitWord(loose.unit)} is not a number`,
        'use a number here; the time between two dates is days(from, to)',
      );
      return { ...loose, unit: 'any' };
    }
    return loose;
  }

  #in(item: Expression, list: readonly Expression[], offset: number): Loose {
    if (list.length === 0) return this.#refuse(emptyList(offset));
    const of = list.map((each) => this.#compare('=', item, each, each.offset).formula);
    return { formula: { op: 'any', of }, unit: 'flag' };
  }

  #binary(expression: Expression & { kind: 'binary' }): Loose {
    const { operator, left, right, offset } = expression;
    if (operator === '+' || operator === '-') return this.#addition(operator, left, right, offset);
    if (operator === '*') return this.#product(left, right, offset);
    if (operator === '/') return this.#quotient(left, right, offset);
    return this.#compare(operator, left, right, offset);
  }

  #compare(
    relation: Exclude<BinaryOperator, '+' | '-' | '*' | '/'>,
    left: Expression,
    right: Expression,
    offset: number,
  ): Loose {
    const [first, second] = [this.type(left), this.type(right)];
    const unit = commonUnit(first.unit, second.unit);
    if (unit === undefined) {
      return this.#problem(
        offset,
        `${unitWord(first.unit)} cannot be compared with ${unitWord(second.unit)}`,
        unitRemedy(first.unit, second.unit),
      );
    }
    // What is not declared yet is taken for what stands beside it: text has no order either way.
    const isUnordered = unit === 'text' || unit === 'flag';
    if (isUnordered && relation !== '=' && relation !== '!=') {
      return this.#problem(offset, `${unitWord(unit)} has no order`, 'compare with = or !=');
    }
    return { formula: compare(first.formula, relation, second.formula), unit: 'flag' };
  }

  #addition(operator: '+' | '-', left: Expression, right: Expression, offset: number): Loose {
    const [first, second] = [this.#number(left), this.#number(right)];
    const unit = commonUnit(first.unit, second.unit);
    if (unit === undefined) {
      return this.#problem(
        offset,
        `${unitWord(first.unit)} and ${unitWord(second.unit)} do not add up`,
        unitRemedy(first.unit, second.unit),
      );
    }
    const formula: Formula =
      operator === '+'
        ? { op: 'add', terms: [first.formula, second.formula] }
        : { op: 'subtract', left: first.formula, right: second.formula };
    return { formula, unit };
  }

  #product(left: Expression, right: Expression, offset: number): Loose {
    const [first, second] = [this.#number(left), this.#number(right)];
    const formula: Formula = { op: 'multiply', factors: [first.formula, second.formula] };
    if (isPlain(first.unit)) return { formula, unit: second.unit };
    if (isPlain(second.unit)) return { formula, unit: first.unit };
    if (first.unit === 'count' || second.unit === 'count') {
      return { formula, unit: first.unit === 'count' ? second.unit : first.unit };
    }
    return this.#problem(
      offset,
      `${unitWord(first.unit)} times ${unitWord(second.unit)} has no meaning`,
      'multiply by a percentage, a count or a plain number',
    );
  }

  #quotient(left: Expression, right: Expression, offset: number): Loose {
    const [first, second] = [this.#number(left), this.#number(right)];
    const formula: Formula = { op: 'divide', left: first.formula, right: second.formula };
    if (first.unit === 'any' || second.unit === 'any') return { formula, unit: 'any' };
    if (first.unit === second.unit && first.unit !== 'bare') return { formula, unit: 'ratio' };
    if (isPlain(second.unit) || second.unit === 'count') return { formula, unit: first.unit };
    return this.#problem(
      offset,
      `${unitWord(first.unit)} divided by ${unitWord(second.unit)} has no meaning`,
      'divide by the same unit for a ratio, or by a percentage, a count or a plain number',
    );
  }

  #call(name: string, parameters: readonly Expression[], offset: number): Loose {
    switch (name) {
      case 'days':
        return this.#days(parameters, offset);
      case 'min':
      case 'max':
        return this.#extreme(name === 'min' ? 'minimum' : 'maximum', parameters, offset);
      case 'if':
        return this.#choice(parameters, offset);
      case 'known':
        return this.#known(parameters, offset);
      default:
        return this.#refuse(unknownFunction(name, offset));
    }
  }

  #days(parameters: readonly Expression[], offset: number): Loose {
    const [from, to] = parameters;
    if (!from || !to || parameters.length !== 2) return this.#refuse(wrongCount('days', offset));
    const dates = [from, to].map((each) => this.type(each));
    if (dates.some(({ unit }) => unit !== 'date' && unit !== 'any')) {
      return this.#problem(offset, 'days(from, to) needs two dates', 'name two date attributes');
    }
    const [start, end] = dates as [Loose, Loose];
    return { formula: { op: 'daysBetween', from: start.formula, to: end.formula }, unit: 'days' };
  }

  #extreme(op: 'minimum' | 'maximum', parameters: readonly Expression[], offset: number): Loose {
    if (parameters.length < 2)
      return this.#refuse(wrongCount(op === 'minimum' ? 'min' : 'max', offset));
    const operands = parameters.map((each) => this.#number(each));
    const unit = this.#shared(
      operands.map((each) => each.unit),
      offset,
    );
    return { formula: { op, of: operands.map((each) => each.formula) }, unit };
  }

  #choice(parameters: readonly Expression[], offset: number): Loose {
    const [when, then, otherwise] = parameters;
    if (!when || !then || !otherwise || parameters.length !== 3)
      return this.#refuse(wrongCount('if', offset));
    const condition = this.#flag(when);
    const [yes, no] = [this.type(then), this.type(otherwise)];
    const unit = this.#shared([yes.unit, no.unit], offset);
    return { formula: choose(condition, yes.formula, no.formula), unit };
  }

  #known(parameters: readonly Expression[], offset: number): Loose {
    const [of] = parameters;
    if (!of || parameters.length !== 1) return this.#refuse(wrongCount('known', offset));
    return { formula: { op: 'known', of: this.type(of).formula }, unit: 'flag' };
  }

  #shared(unitsGiven: readonly LooseUnit[], offset: number): LooseUnit {
    const shared = unitsGiven.reduce<LooseUnit | undefined>(
      (unit, each) => (unit === undefined ? undefined : commonUnit(unit, each)),
      'any',
    );
    if (shared) return shared;
    const words = unitsGiven.map(unitWord).join(' and ');
    return this.#problem(offset, `${words} do not fit together`, 'give all of them one unit').unit;
  }
}
