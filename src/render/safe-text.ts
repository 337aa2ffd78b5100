// Text from documents and CRMs, made safe to hand to a spreadsheet program.
// In: any text. Out: text that no program takes for a formula, without characters that XML refuses.
// The importer takes exactly this one apostrophe off again (src/documents/cell-text.ts).
// Source: OWASP "CSV Injection"; XML 1.0, 2.2; Excel's limit of 32,767 characters in a cell.

const FORMULA_STARTS: ReadonlySet<string> = new Set(Array.from('=+-@\t\r\n＝＋－＠'));
const UNPRINTABLE = /[[\p{Cc}\p{Noncharacter_Code_Point}\uFEFF]--[\t\r\n]]/gv;
const CELL_CHARACTERS_MAX = 32_767;

/** Unprintable characters go first: one before `=` would otherwise shield it from the guard. */
export function safeText(text: string): string {
  const printable = text.toWellFormed().replace(UNPRINTABLE, '');
  const guarded = FORMULA_STARTS.has(printable.charAt(0)) ? `'${printable}` : printable;
  return guarded.slice(0, CELL_CHARACTERS_MAX).toWellFormed();
}
