// Splits a formula's text into tokens. The language is small on purpose: it is never handed to the
// JavaScript engine. In: text of at most 2,000 characters. Out: tokens with their offsets, or the
// first character that means nothing. Source: FACTS.md (Expressions) names what others got wrong.

export interface Token {
  readonly kind: 'number' | 'percent' | 'date' | 'text' | 'name' | 'symbol' | 'end';
  readonly text: string;
  readonly offset: number;
}

/** A problem inside a formula: where it starts, what it is, what to write instead. */
export interface FormulaProblem {
  /** What kind of fault it is, where it is none of units. */
  readonly code?:
    | 'company/unknown-attribute'
    | 'document/date'
    | 'document/number'
    | 'formula/syntax';
  readonly offset: number;
  readonly what: string;
  readonly remedy: string;
}

const FORMULA_LENGTH_MAX = 2000;

const PATTERNS: readonly (readonly [Token['kind'] | 'blank', RegExp])[] = [
  ['blank', /\s+/y],
  ['date', /\d{4}-\d{2}-\d{2}/y],
  ['percent', /\d+(?:\.\d+)?\s?%/y],
  ['number', /\d+(?:\.\d+)?/y],
  ['text', /'[^'\n]*'|"[^"\n]*"/y],
  ['name', /[A-Za-z_][A-Za-z0-9_]*/y],
  ['symbol', /<=|>=|!=|<>|==|[-+*/()[\],=<>]/y],
];

export function tokenize(text: string): readonly Token[] | FormulaProblem {
  if (text.length > FORMULA_LENGTH_MAX) {
    return {
      offset: 0,
      what: `the formula has ${text.length} characters; at most ${FORMULA_LENGTH_MAX} are read`,
      remedy: 'split it into derived columns with names of their own',
    };
  }
  const tokens: Token[] = [];
  let offset = 0;
  while (offset < text.length) {
    const token = tokenAt(text, offset);
    if (!token) return unreadable(text, offset);
    if (token.kind !== 'blank') tokens.push(token as Token);
    offset += token.text.length;
  }
  return [...tokens, { kind: 'end', text: '', offset: text.length }];
}

function tokenAt(text: string, offset: number) {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (match) return { kind, text: match[0], offset };
  }
  return undefined;
}

function unreadable(text: string, offset: number): FormulaProblem {
  const character = text[offset] ?? '';
  const isQuote = character === "'" || character === '"';
  return {
    offset,
    what: isQuote ? 'a text starts here and never ends' : `\`${character}\` means nothing here`,
    remedy: isQuote
      ? `close the text with a second ${character}`
      : "use names, numbers, 15%, 'text', 2026-03-31, + - * / = != < <= > >= and or not in",
  };
}
