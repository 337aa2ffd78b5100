// What table files put around a cell's text: the apostrophe against formula injection.
// In: a cell as exported. Out: the text that was exported.
// Source: OWASP "CSV Injection"; the exporter adds one apostrophe before these characters, so
// exactly one is taken off before them, and every other apostrophe belongs to the text.

const GUARDED = new Set(Array.from('=+-@\t\r\n＝＋－＠'));

export function unguarded(text: string): string {
  return text.startsWith("'") && GUARDED.has(text.charAt(1)) ? text.slice(1) : text;
}
