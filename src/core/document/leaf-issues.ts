// What is said of a number, a percentage or a day that cannot be read, with what was surely meant.
// In: the text as written. Out: an issue with a code and a remedy.

import type { DiagnosticCode } from '../diagnostic-codes.ts';
import { exact, exactText, isDecimalText } from '../exact-number.ts';

const HUNDRED = exact('100');

/** What a leaf says of a text it cannot read; `offset` points into the text. */
export interface LeafIssue {
  readonly code: DiagnosticCode;
  readonly what: string;
  readonly remedy: string;
  readonly offset?: number;
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
export function plainNumber(text: string): string | undefined {
  const bare = text.replace(/[\s'’_$€£]/g, '');
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
