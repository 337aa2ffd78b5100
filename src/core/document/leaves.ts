// The scalars that documents are made of: percentages, figures, dates, names, formulas. Each reads
// the author's text once into a stronger type; what it cannot read becomes an issue with a code
// and a remedy. In: text (the YAML reader keeps every scalar as written). Out: exact values.

import { z } from 'zod';
import { type DayNumber, readIsoDate } from '../calendar.ts';
import { isCurrency } from '../currency.ts';
import { type Exact, exact, exactText, isDecimalText, wholeCount } from '../exact-number.ts';
import { type Expression, parseFormula } from '../formula/parse.ts';
import { dateIssue, type LeafIssue, numberIssue, percentageIssue } from './leaf-issues.ts';

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

/** What editors are told of a leaf. */
interface LeafSchema {
  readonly description: string;
  /** What may stand there, for whoever starts from nothing. */
  readonly startsAs?: string[];
  readonly pattern?: string;
  readonly numeric?: boolean;
}

/** A leaf of a document: text in, `read` gives the stronger type or an issue. */
function leaf<Read>(
  read: (text: string) => { found: Read } | LeafIssue,
  { pattern, ...said }: LeafSchema,
) {
  return z
    .string()
    .meta({ ...said, leafPattern: pattern })
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

/** `7.5%` as the ratio 0.075. */
export const percentage = leaf<Exact>(
  (text) => {
    const found = readPercentage(text);
    return found ? { found } : percentageIssue(text);
  },
  {
    description: 'A percentage such as 7.5%',
    startsAs: ['7.5%'],
    pattern: '^-?\\d+(\\.\\d+)?\\s?%$',
  },
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
  {
    description: 'A plain number such as 2000, or a percentage such as 62%',
    startsAs: ['2000', '62%'],
    numeric: true,
  },
);

/** Money in the plan's currency: a plain decimal number. */
export const moneyFigure = leaf<Exact>(
  (text) => (isDecimalText(text) ? { found: exact(text) } : numberIssue(text)),
  {
    description: 'Money in the plan’s currency, such as 40000 or 99.50',
    startsAs: ['40000'],
    numeric: true,
  },
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
  { description: 'How many times, such as 2 or 1.5', startsAs: ['2'], numeric: true },
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
  { description: 'A whole number', startsAs: ['3'], numeric: true },
);

export const date = leaf<DayNumber>(
  (text) => {
    const found = readIsoDate(text);
    return found === undefined ? dateIssue(text) : { found };
  },
  {
    description: 'A day such as 2026-03-31',
    startsAs: ['2026-03-31'],
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  },
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
  {
    description: 'An attribute name such as deal_size',
    startsAs: ['deal_size'],
    pattern: ATTRIBUTE_NAME.source,
  },
);

/** What is said of a currency that is none, wherever it is written. */
export function currencyIssue(written: string): LeafIssue {
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
  {
    description: 'An ISO 4217 currency code such as USD',
    startsAs: ['USD'],
    pattern: '^[A-Z]{3}$',
  },
);

export const formula = leaf<FormulaText>(
  (written) => {
    const parsed = parseFormula(written);
    if (parsed.ok) return { found: { text: written, expression: parsed.expression } };
    return { code: 'formula/syntax', ...parsed.problem };
  },
  {
    description: "A formula such as discount > 15% and stage = 'won'",
    startsAs: ['discount > 15%'],
  },
);
