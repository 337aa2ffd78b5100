// The scalars that documents are made of: percentages, figures, dates, names, formulas. Each reads
// the author's text once into a stronger type; what it cannot read becomes an issue with a code
// and a remedy. In: text (the YAML reader keeps every scalar as written). Out: exact values.

import { z } from 'zod';
import { type DayNumber, readIsoDate } from '../calendar.ts';
import { isCurrency } from '../currency.ts';
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import { type Exact, exact, exactText, isDecimalText, wholeCount } from '../exact-number.ts';
import { type Expression, parseFormula } from '../formula/parse.ts';

/** A number as written: `62%` is 0.62 and a percentage, `2000` is 2000 and a plain figure. */
export interface Figure {
  readonly number: Exact;
  readonly isPercent: boolean;
}

/** A formula as written, parsed but not yet typed against the deals' attributes. */
export interface FormulaText {
  readonly text: string;
  readonly expression: Expression;
}

/** What a leaf says of a text it cannot read; `offset` points into the text. */
export interface LeafIssue {
  readonly code: DiagnosticCode;
  readonly what: string;
  readonly remedy: string;
  readonly offset?: number;
}

const HUNDRED = exact('100');
const IDENTIFIER = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ATTRIBUTE_NAME = /^[a-z][a-z0-9_]*$/;
const RESERVED_NAMES = new Set([
  'and',
  'or',
  'not',
  'in',
  'true',
  'false',
  'if',
  'min',
  'max',
  'days',
  'known',
]);

/** A leaf of a document: text in, `read` gives the stronger type or an issue. */
function leaf<Read>(
  read: (text: string) => { found: Read } | LeafIssue,
  schema: { readonly description: string; readonly pattern?: string; readonly numeric?: boolean },
) {
  return z
    .string()
    .meta({ description: schema.description, leafPattern: schema.pattern, numeric: schema.numeric })
    .transform((text, context): Read => {
      const outcome = read(text);
      if ('found' in outcome) return outcome.found;
      context.issues.push({
        code: 'custom',
        input: text,
        params: { ...outcome },
        message: outcome.what,
      });
      return z.NEVER;
    });
}

export function readPercentage(text: string): Exact | undefined {
  const digits = text.endsWith('%') ? text.slice(0, -1).trimEnd() : '';
  return isDecimalText(digits) ? exact(digits).div(HUNDRED) : undefined;
}

/** A figure as an author writes it: `62%`, `2000`. */
export function figureText({ number, isPercent }: Figure): string {
  return isPercent ? `${exactText(number.times(HUNDRED))}%` : exactText(number);
}

/** `0.075` as `7.5%`. */
export function percentText(ratio: Exact): string {
  return figureText({ number: ratio, isPercent: true });
}

export function percentageIssue(text: string): LeafIssue {
  const asPercent = isDecimalText(text) ? percentForms(text) : undefined;
  return {
    code: 'document/percentage',
    what: `\`${text}\` is not a percentage`,
    remedy: asPercent ?? 'write a number followed by a percent sign, such as `7.5%`',
  };
}

/** Nobody means 60 times the whole by `60`; `1.5` may be 1.5 % or one and a half times. */
function percentForms(text: string): string {
  const fraction = exact(text);
  if (fraction.abs().gte('10')) return `write \`${text}%\``;
  const whole = exactText(fraction.times(HUNDRED));
  return `write \`${text}%\`, or \`${whole}%\` if ${text} was meant as a fraction of one`;
}

export function numberIssue(text: string): LeafIssue {
  const plain = plainNumber(text);
  return {
    code: 'document/number',
    what: `\`${text}\` is not a number`,
    remedy: plain
      ? `write \`${plain}\`: digits, at most one decimal point, no separators or signs of currency`
      : 'write digits with at most one decimal point, such as `1054` or `1054.50`',
  };
}

/**
 * What a number with separators surely means. A comma before groups of three digits separates
 * thousands; any other single comma, or one behind thousands with dots, stands for the point.
 */
function plainNumber(text: string): string | undefined {
  const bare = text.replace(/[\s'_$€£]/g, '');
  if (/^-?[1-9]\d{0,2}(,\d{2,3})*,\d{3}(\.\d+)?$/.test(bare)) {
    const plain = bare.replaceAll(',', '');
    return isDecimalText(plain) ? plain : undefined;
  }
  const isEuropean = /^-?(\d+|[1-9]\d{0,2}(\.\d{3})+),\d+$/.test(bare);
  const plain = isEuropean ? bare.replaceAll('.', '').replace(',', '.') : bare;
  return isDecimalText(plain) ? plain : undefined;
}

export function dateIssue(text: string): LeafIssue {
  const looksRight = /^\d{4}-\d{2}-\d{2}$/.test(text);
  return {
    code: 'document/date',
    what: looksRight ? `there is no day \`${text}\`` : `\`${text}\` is not a date`,
    remedy: looksRight
      ? 'write a day that exists, such as `2026-02-28`'
      : 'write year-month-day, such as `2026-03-31`',
  };
}

/** `7.5%` as the ratio 0.075. */
export const percentage = leaf<Exact>(
  (text) => {
    const found = readPercentage(text);
    return found ? { found } : percentageIssue(text);
  },
  { description: 'A percentage such as 7.5%', pattern: '^-?\\d+(\\.\\d+)?\\s?%$' },
);

/** A figure whose unit the context decides. */
export const figure = leaf<Figure>(
  (text) => {
    const ratio = readPercentage(text);
    if (ratio) return { found: { number: ratio, isPercent: true } };
    return isDecimalText(text)
      ? { found: { number: exact(text), isPercent: false } }
      : numberIssue(text);
  },
  { description: 'A plain number such as 2000, or a percentage such as 62%', numeric: true },
);

/** Money in the plan's currency: a plain decimal number. */
export const moneyFigure = leaf<Exact>(
  (text) => (isDecimalText(text) ? { found: exact(text) } : numberIssue(text)),
  { description: 'Money in the plan’s currency, such as 40000 or 99.50', numeric: true },
);

/** How many times something is paid: `2`, `1.5` or `2x`. */
export const multiple = leaf<Exact>(
  (text) => {
    const digits = text.replace(/\s*[x×]$/, '');
    return isDecimalText(digits) && !digits.startsWith('-')
      ? { found: exact(digits) }
      : {
          code: 'document/number',
          what: `\`${text}\` is not a multiple`,
          remedy: 'write how many times as much is paid, such as `2` or `1.5`',
        };
  },
  { description: 'How many times, such as 2 or 1.5', numeric: true },
);

/** A multiple alone, where the plan must say of what: read only to be refused. */
export const bareMultiple = (instead: string) =>
  leaf<never>(
    (text) => ({
      code: 'accelerator/ambiguous',
      what: `\`${text}\` says neither where it starts nor what it multiplies`,
      remedy: `write \`${instead}\`, or \`of: rate\``,
    }),
    { description: 'A list, each entry starting with `- `', pattern: '(?!)' },
  );

export const wholeNumber = leaf<number>(
  (text) => (/^\d{1,9}$/.test(text) ? { found: wholeCount(text) } : numberIssue(text)),
  { description: 'A whole number', numeric: true },
);

export const date = leaf<DayNumber>(
  (text) => {
    const found = readIsoDate(text);
    return found === undefined ? dateIssue(text) : { found };
  },
  { description: 'A day such as 2026-03-31', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
);

export const text = leaf<string>(
  (written) => {
    const found = written.trim();
    return found === ''
      ? {
          code: 'document/blank',
          what: 'the text is empty',
          remedy: 'write the text, or remove the entry',
        }
      : { found };
  },
  { description: 'Text', numeric: true },
);

/** A name made fit for its use: `deal-size` of `Deal size`; undefined if nothing is left. */
function fitName(written: string, joint: '-' | '_', pattern: RegExp): string | undefined {
  const words = written.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const name = words.join(joint);
  return pattern.test(name) && !RESERVED_NAMES.has(name) ? name : undefined;
}

/** An id for something that people call so; undefined if nothing is left of it. */
export function identifierFor(name: string): string | undefined {
  return fitName(name.normalize('NFKD').replace(/\p{M}/gu, ''), '-', IDENTIFIER);
}

function nameIssue(written: string, use: string, rule: string, fit: string | undefined): LeafIssue {
  const what = `\`${written}\` cannot be ${use}`;
  const name = fit ? `\`${fit}\`: ${rule}` : `another name: ${rule}`;
  return { code: 'document/identifier', what, remedy: `write ${name}` };
}

function identifierIssue(written: string): LeafIssue {
  const rule = 'small letters, digits and hyphens, starting with a letter';
  return nameIssue(written, 'an id', rule, fitName(written, '-', IDENTIFIER));
}

function attributeIssue(written: string): LeafIssue {
  const isReserved = RESERVED_NAMES.has(written);
  const use = isReserved ? 'an attribute: it means something in formulas' : 'an attribute';
  const rule = 'small letters, digits and underscores, starting with a letter';
  return nameIssue(written, use, rule, fitName(written, '_', ATTRIBUTE_NAME));
}

export const identifier = leaf<string>(
  (written) => (IDENTIFIER.test(written) ? { found: written } : identifierIssue(written)),
  { description: 'An id such as deal-size', pattern: IDENTIFIER.source },
);

export const attributeName = leaf<string>(
  (written) =>
    ATTRIBUTE_NAME.test(written) && !RESERVED_NAMES.has(written)
      ? { found: written }
      : attributeIssue(written),
  { description: 'An attribute name such as deal_size', pattern: ATTRIBUTE_NAME.source },
);

function currencyIssue(written: string): LeafIssue {
  const capitals = written.toUpperCase();
  return {
    code: 'document/currency',
    what: `\`${written}\` is not a currency of ISO 4217`,
    remedy: isCurrency(capitals)
      ? `write \`${capitals}\``
      : 'write its three capital letters, such as `USD`, `EUR` or `JPY`',
  };
}

export const currency = leaf<string>(
  (code) => (isCurrency(code) ? { found: code } : currencyIssue(code)),
  { description: 'An ISO 4217 currency code such as USD', pattern: '^[A-Z]{3}$' },
);

export const formula = leaf<FormulaText>(
  (written) => {
    const parsed = parseFormula(written);
    if (parsed.ok) return { found: { text: written, expression: parsed.expression } };
    return { code: 'formula/syntax', ...parsed.problem };
  },
  { description: "A formula such as discount > 15% and stage = 'won'" },
);
