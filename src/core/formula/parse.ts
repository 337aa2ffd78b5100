// Reads a formula's text into a syntax tree, by precedence: or, and, not, comparison, sum, product,
// sign. In: text. Out: the tree with offsets for error messages, or a problem. Limits on depth and
// size keep a hostile formula harmless; exponents, assignment and member access do not exist.

import { type FormulaProblem, type Token, tokenize } from './tokens.ts';

export type BinaryOperator = '+' | '-' | '*' | '/' | '=' | '!=' | '<' | '<=' | '>' | '>=';

export type Expression = { readonly offset: number } & (
  | { readonly kind: 'number' | 'percent' | 'date' | 'text' | 'name'; readonly text: string }
  | { readonly kind: 'flag'; readonly flag: boolean }
  | { readonly kind: 'call'; readonly name: string; readonly parameters: readonly Expression[] }
  | { readonly kind: 'in'; readonly item: Expression; readonly list: readonly Expression[] }
  | { readonly kind: 'not' | 'negate'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Expression[] }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
);

type ParsedFormula =
  | { readonly ok: true; readonly expression: Expression; readonly text: string }
  | { readonly ok: false; readonly problem: FormulaProblem };

const DEPTH_MAX = 32;
const NODES_MAX = 500;
const COMPARISONS: Readonly<Record<string, BinaryOperator>> = {
  '=': '=',
  '==': '=',
  '!=': '!=',
  '<>': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

export function parseFormula(text: string): ParsedFormula {
  const tokens = tokenize(text);
  if (!Array.isArray(tokens)) return { ok: false, problem: tokens as FormulaProblem };
  try {
    return { ok: true, expression: new Parser(tokens).formula(), text };
  } catch (stopped) {
    if (stopped instanceof Stop) return { ok: false, problem: stopped.problem };
    throw stopped;
  }
}

/** Leaves the recursive descent at the first problem; never leaves this file. */
class Stop extends Error {
  readonly problem: FormulaProblem;
  constructor(problem: FormulaProblem) {
    super(problem.what);
    this.problem = problem;
  }
}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;
  #nodes = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  formula(): Expression {
    const expression = this.#or();
    if (this.#token.kind !== 'end') {
      this.#fail(
        `\`${this.#token.text}\` stands where the formula should end`,
        'join two conditions with `and` or `or`, two numbers with + - * /',
      );
    }
    return expression;
  }

  get #token(): Token {
    return this.#tokens[this.#next] as Token;
  }

  #or(): Expression {
    return this.#joined('or', () => this.#joined('and', () => this.#negation()));
  }

  #joined(word: 'and' | 'or', operand: () => Expression): Expression {
    const offset = this.#token.offset;
    const of = [operand()];
    while (this.#take('name', word)) of.push(operand());
    return of.length === 1 ? (of[0] as Expression) : this.#node({ kind: word, of, offset });
  }

  #negation(): Expression {
    const offset = this.#token.offset;
    if (!this.#take('name', 'not')) return this.#comparison();
    return this.#nested(() => this.#node({ kind: 'not', of: this.#negation(), offset }));
  }

  #comparison(): Expression {
    const left = this.#sum();
    const { offset, kind, text } = this.#token;
    if (this.#take('name', 'in')) {
      return this.#node({ kind: 'in', item: left, list: this.#list(), offset });
    }
    const operator = kind === 'symbol' ? COMPARISONS[text] : undefined;
    if (!operator) return left;
    this.#next += 1;
    const right = this.#sum();
    const chained = COMPARISONS[this.#token.text];
    if (chained) this.#fail('two comparisons in a row', 'write `a < b and b < c`');
    return this.#node({ kind: 'binary', operator, left, right, offset });
  }

  #sum(): Expression {
    return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#signed()));
  }

  #chain(operators: readonly BinaryOperator[], operand: () => Expression): Expression {
    let left = operand();
    for (;;) {
      const offset = this.#token.offset;
      const operator = operators.find((each) => this.#take('symbol', each));
      if (!operator) return left;
      left = this.#node({ kind: 'binary', operator, left, right: operand(), offset });
    }
  }

  #signed(): Expression {
    const offset = this.#token.offset;
    if (!this.#take('symbol', '-')) return this.#primary();
    return this.#nested(() => this.#node({ kind: 'negate', of: this.#signed(), offset }));
  }

  #primary(): Expression {
    const { kind, text, offset } = this.#token;
    if (this.#take('symbol', '(')) {
      const inner = this.#nested(() => this.#or());
      this.#expect(')');
      return inner;
    }
    if (kind === 'end' || kind === 'symbol') {
      this.#fail(
        kind === 'end' ? 'the formula ends too early' : `\`${text}\` is out of place`,
        'write a name, a number, a text or a formula in parentheses here',
      );
    }
    this.#next += 1;
    if (kind !== 'name') return this.#node({ kind, text: literalText(kind, text), offset });
    if (text === 'true' || text === 'false') {
      return this.#node({ kind: 'flag', flag: text === 'true', offset });
    }
    if (!this.#take('symbol', '(')) return this.#node({ kind: 'name', text, offset });
    return this.#node({ kind: 'call', name: text, parameters: this.#items(')'), offset });
  }

  #list(): readonly Expression[] {
    this.#expect('[');
    return this.#items(']');
  }

  #items(closing: string): readonly Expression[] {
    const items: Expression[] = [];
    if (this.#take('symbol', closing)) return items;
    do items.push(this.#nested(() => this.#or()));
    while (this.#take('symbol', ','));
    this.#expect(closing);
    return items;
  }

  #nested(read: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX) {
      this.#fail(`more than ${DEPTH_MAX} levels of nesting`, 'name parts of it as derived columns');
    }
    const expression = read();
    this.#depth -= 1;
    return expression;
  }

  #node(expression: Expression): Expression {
    this.#nodes += 1;
    if (this.#nodes > NODES_MAX) {
      this.#fail(`more than ${NODES_MAX} parts`, 'name parts of it as derived columns');
    }
    return expression;
  }

  #take(kind: Token['kind'], text: string): boolean {
    const found = this.#token.kind === kind && this.#token.text === text;
    if (found) this.#next += 1;
    return found;
  }

  #expect(symbol: string): void {
    if (this.#take('symbol', symbol)) return;
    // In YAML's braces and brackets a comma ends the text unless it is quoted.
    const cut = this.#token.kind === 'end' ? ', or put a formula with a comma into quotes' : '';
    this.#fail(`\`${symbol}\` is missing`, `add \`${symbol}\`${cut}`);
  }

  #fail(what: string, remedy: string): never {
    throw new Stop({ offset: this.#token.offset, what, remedy });
  }
}

function literalText(kind: Token['kind'], text: string): string {
  if (kind === 'text') return text.slice(1, -1);
  return kind === 'percent' ? text.replace(/\s?%$/, '') : text;
}
