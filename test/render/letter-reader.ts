// A reader of letters: what of a plan's document a letter's text does not say, worked out without
// the code that writes the figures. In: text and a plan. Out: leaves that are missing.

import type { Plan } from '../../src/core/index.ts';
import { fieldWords } from '../../src/render/letter/field-words.ts';
import { type PlanLeaf, planLeaves } from './letter-fields.ts';

/** Where a line breaks is no matter, nor which apostrophe the PDF's own tables give back. */
export const packed = (text: string): string => text.replace(/\s+/g, '').replace(/[’ʼ]/g, "'");

export function missingIn(text: string, { root }: Plan): readonly PlanLeaf[] {
  return planLeaves(root).filter((leaf) => {
    const expected = expectedOf(leaf);
    return expected !== undefined && !text.includes(packed(expected));
  });
}

/** Names of entries are said by their titles. */
const NAMES =
  /\.(id|supports|of|by|measure|across|actsOn|numerator|denominator|company)$|^(plan|currency)$/;

function expectedOf({ field, text }: PlanLeaf): string | undefined {
  const phrase = fieldWords[field]?.words?.[text];
  if (phrase !== undefined) return phrase;
  if (NAMES.test(field) && !/\s/.test(text)) return undefined;
  if (/version$/.test(field)) return text;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const [year, , day] = text.split('-');
    return `${Number(day)}, ${year}`;
  }
  if (/^-?\d+(\.\d+)?$/.test(text)) return grouped(text);
  return /^-?\d+(\.\d+)?%$/.test(text) ? `${grouped(text.slice(0, -1))}%` : text;
}

/** `1234.50` as `1,234.5`: a letter drops zeros that say nothing, money only whole ones. */
function grouped(text: string): string {
  const [whole = '', decimals = ''] = text.split('.');
  const written = decimals.replace(/0+$/, '');
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return written === '' ? spaced : `${spaced}.${written}`;
}
