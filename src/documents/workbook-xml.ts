// Mends four places where exceljs 4.4 reads a workbook otherwise than Excel shows it.
// In: the XML of a part. Out: the same cells, written so that exceljs reads them rightly:
// a formula's empty text is no missing result, a text, truth value or error under a date format
// is no date, a date stored as text (ISO 8601) is not cut down to its year, and the Macintosh
// calendar of 1904 is recognized however its switch is written.

/** Stands for an empty result; a private-use character no file has a reason to contain. */
export const EMPTY_TEXT = '\uE000';

// Bounded repeats keep a hostile sheet from stalling the search.
const ATTRIBUTES = '[^>]{0,200}';
const FORMULA = `(?:<f\\b${ATTRIBUTES}>[^<]{0,8192}</f>|<f\\b${ATTRIBUTES}/>)`;
const EMPTY_RESULT = new RegExp(
  `(<c\\b${ATTRIBUTES}\\bt="str"${ATTRIBUTES}>${FORMULA})(?:<v>\\s{0,8}</v>|<v ?/>)`,
  'g',
);
const MIDNIGHT = '(?:T00:00(?::00)?[.0]{0,9}Z?)?';
const DATE_CELL = new RegExp(
  `(<c\\b${ATTRIBUTES}\\b)t="d"(${ATTRIBUTES}><v>\\d{4}-\\d\\d-\\d\\d)${MIDNIGHT}`,
  'g',
);
const UNNUMBERED_CELL = new RegExp(`<c\\b${ATTRIBUTES}\\bt="(?:str|b|e)"${ATTRIBUTES}>`, 'g');
const STYLE = / s="\d{1,9}"/;

const CALENDAR_1904 = / date1904="true"/;

/** The part as exceljs should get it. */
export function mendPart(name: string, xml: Uint8Array): Uint8Array {
  if (name === 'xl/workbook.xml') {
    return Buffer.from(textOf(xml).replace(CALENDAR_1904, ' date1904="1"'));
  }
  if (!name.startsWith('xl/worksheets/')) return xml;
  const mended = textOf(xml)
    .replace(EMPTY_RESULT, `$1<v>${EMPTY_TEXT}</v>`)
    .replace(DATE_CELL, '$1t="str"$2')
    .replace(UNNUMBERED_CELL, (cell) => cell.replace(STYLE, ''));
  return Buffer.from(mended);
}

function textOf(xml: Uint8Array): string {
  return Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString('utf8');
}
