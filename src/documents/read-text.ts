// Reads a text file, or says why it is not one.
// In: a path and a limit. Out: the text without byte order mark, or the finding that stopped it.
// A wrong encoding is refused and never guessed: reading `Müller` as `MÃ¼ller` changes a name.

import { type Diagnostic, diagnose, type Outcome, outcomeOf, type Place } from '../core/index.ts';
import { aboutFile, stopped } from './file-findings.ts';
import { quoteText } from './quote-text.ts';
import { isEmpty, type ReadLimits, readBytes } from './read-bytes.ts';

/** First bytes (as hexadecimal) of what people rename or export by mistake. */
const BINARY_FORMATS = [
  {
    start: '504b0304',
    name: 'a zip file or an Excel workbook',
    remedy: 'give it its ending .xlsx',
  },
  { start: '25504446', name: 'a PDF', remedy: 'export the data as CSV, or write the plan as YAML' },
  { start: 'd0cf11e0', name: 'an old Excel file', remedy: 'save it in Excel as CSV UTF-8' },
  { start: 'fffe', name: 'UTF-16 text', remedy: 'save it again with the encoding UTF-8' },
  { start: 'feff', name: 'UTF-16 text', remedy: 'save it again with the encoding UTF-8' },
] as const;

const MARKUP = /^\s*(?:<!doctype|<html|<head|<table|<\?xml|\{\\rtf)/i;

export async function readText(
  path: string,
  shownAs: string,
  limits: ReadLimits,
): Promise<Outcome<string>> {
  const read = await readBytes(path, shownAs, limits);
  if (!read.ok) return read;
  const text = decode(read.product, shownAs);
  if (typeof text !== 'string') return stopped(text);
  if (text.trim() === '') return stopped(isEmpty(shownAs));
  if (MARKUP.test(text)) return stopped(isMarkup(text, shownAs));
  return outcomeOf(text, []);
}

function decode(bytes: Buffer, file: string): string | Diagnostic {
  const start = bytes.toString('hex', 0, 4);
  const format = BINARY_FORMATS.find((each) => start.startsWith(each.start));
  if (format !== undefined) {
    const what = `${quoteText(file)} is ${format.name}, not UTF-8 text`;
    return aboutFile('file/not-text', file, what, format.remedy);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? hasNul(text, file) : text;
  } catch {
    return notUtf8(bytes, file);
  }
}

function hasNul(text: string, file: string): Diagnostic {
  const what = `${quoteText(file)} holds zero bytes, as programs and pictures do`;
  const remedy = 'name a text file, or save this one again as UTF-8 text';
  return diagnose('file/not-text', placeAt(text, text.indexOf('\0'), file), what, remedy);
}

function notUtf8(bytes: Buffer, file: string): Diagnostic {
  // The lenient decoder puts U+FFFD where the strict one gave up.
  const text = new TextDecoder('utf-8').decode(bytes);
  const offset = text.indexOf('\uFFFD');
  const before = text.slice(text.lastIndexOf('\n', offset) + 1, offset);
  const what = `a character after ${quoteText(before.slice(-30))} is not UTF-8`;
  const remedy = 'save the file as UTF-8; in Excel choose the file type CSV UTF-8';
  return diagnose('file/not-text', placeAt(text, offset, file), what, remedy);
}

function isMarkup(text: string, file: string): Diagnostic {
  const what = `${quoteText(file)} starts with ${quoteText(text.trimStart().slice(0, 20))}`;
  const remedy = 'it is a page or a word processor file: export it again as CSV, YAML or .xlsx';
  return aboutFile('file/unknown-format', file, what, remedy);
}

function placeAt(text: string, offset: number, file: string): Place {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
