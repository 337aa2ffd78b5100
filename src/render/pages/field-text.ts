// Figures as fields of a page hold them: exact, without separators, a ratio in percent. What comes
// out of a field is what documents say. In: a datum, or what somebody wrote. Out: text.

import {
  type Datum,
  type Exact,
  exactText,
  isoDate,
  plainNumber,
  type Unit,
} from '../../core/index.ts';

/** More places than anybody moves a lever by. */
const PLACES = 4;

export function fieldText(datum: Datum, unit: Unit): string {
  if (datum === undefined) return '';
  if (typeof datum === 'boolean') return datum ? 'yes' : 'no';
  if (typeof datum === 'number') return isoDate(datum);
  if (typeof datum === 'string') return datum;
  return plain(unit === 'ratio' ? datum.times('100') : datum);
}

export function fieldUnit(unit: Unit): string {
  if (unit === 'ratio') return '%';
  return unit === 'days' ? 'days' : '';
}

/**
 * What a document says where a field says this: `76.2%` for 76.2 of a ratio. What cannot be read as
 * a number stays as it is, for the reader of documents to refuse.
 */
export function documentText(field: string, unit: Unit): string {
  const text = field.trim();
  const isFigure = unit !== 'text' && unit !== 'date' && unit !== 'flag';
  if (!isFigure || text === '') return text;
  const bare = unit === 'ratio' ? text.replace(/\s?%$/, '') : text;
  const plain = plainNumber(bare);
  if (plain === undefined) return text;
  return unit === 'ratio' ? `${plain}%` : plain;
}

function plain(figure: Exact): string {
  return exactText(figure.round(PLACES));
}
