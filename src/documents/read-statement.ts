// Reads what a statement file says, whatever its format: the lines of a PDF, the cells of a
// workbook, the fields of a JSON file. In: bytes. Out: texts by place, in the order of the file.
// A PDF has no places that survive a change, so its lines are numbered within their page.

import type { StatementReader, StatementTexts } from '../app/ports.ts';
import { type Outcome, outcomeOf } from '../core/index.ts';
import { aboutFile, stopped } from './file-findings.ts';
import { runGuarded } from './guarded-worker.ts';
import type { PdfReply } from './pdf-worker.ts';
import { quoteText } from './quote-text.ts';
import { readBytes } from './read-bytes.ts';
import { readAllCells } from './read-workbook.ts';

type Format = StatementTexts['format'];

const FILE_BYTES_MAX = 50_000_000;
const PDF_LIMITS = { memoryMegabytesMax: 1000, secondsMax: 60 };
const DEPTH_MAX = 20;

export const statementReader: StatementReader = {
  async read(path) {
    const read = await readBytes(path, path, { maxBytes: FILE_BYTES_MAX });
    return read.ok ? readTexts(read.product, path) : read;
  },
  readBytes: (bytes, shownAs) => readTexts(Buffer.from(bytes), shownAs),
};

async function readTexts(bytes: Buffer, shownAs: string): Promise<Outcome<StatementTexts>> {
  const format = formatOf(bytes);
  const read = await readers[format](bytes, shownAs);
  return read.ok ? outcomeOf({ format, texts: read.product }, read.diagnostics) : read;
}

/** By its first bytes: a name can say anything. */
function formatOf(bytes: Buffer): Format {
  const start = bytes.toString('latin1', 0, 5);
  if (start.startsWith('%PDF-')) return 'pdf';
  return start.startsWith('PK') ? 'xlsx' : 'json';
}

type Reader = (bytes: Buffer, shownAs: string) => Promise<Outcome<ReadonlyMap<string, string>>>;

const readers: Readonly<Record<Format, Reader>> = {
  pdf: readPdf,
  xlsx: readAllCells,
  json: readJson,
};

async function readPdf(bytes: Buffer, shownAs: string) {
  const program = new URL('./pdf-worker.ts', import.meta.url);
  const reply = await runGuarded<PdfReply>(program, new Uint8Array(bytes), PDF_LIMITS);
  if (reply.kind !== 'pages') {
    const why = 'reason' in reply ? quoteText(reply.reason) : 'too much of it';
    return notAStatement(shownAs, `the PDF cannot be read (${why})`);
  }
  const texts = new Map<string, string>();
  reply.pages.forEach((lines, page) => {
    lines.forEach((line, index) => {
      texts.set(`page ${page + 1}, line ${index + 1}`, line.trim());
    });
  });
  return outcomeOf<ReadonlyMap<string, string>>(texts, []);
}

async function readJson(bytes: Buffer, shownAs: string) {
  const texts = new Map<string, string>();
  try {
    addFields(JSON.parse(bytes.toString('utf8')), '', texts, 0);
  } catch {
    return notAStatement(shownAs, 'it is no PDF, workbook or JSON file');
  }
  return outcomeOf<ReadonlyMap<string, string>>(texts, []);
}

function addFields(node: unknown, path: string, texts: Map<string, string>, depth: number): void {
  if (depth > DEPTH_MAX) throw new Error('nested too deeply');
  if (typeof node !== 'object' || node === null) {
    texts.set(path, String(node));
    return;
  }
  for (const [key, each] of Object.entries(node)) {
    const inner = Array.isArray(node) ? `${path}[${key}]` : `${path}.${key}`;
    addFields(each, path === '' ? key : inner, texts, depth + 1);
  }
}

function notAStatement(file: string, why: string): Outcome<never> {
  const remedy = 'name a statement that OnTarget wrote: a PDF, XLSX or JSON file';
  return stopped(aboutFile('verify/not-a-statement', file, why, remedy));
}
