// writeStatements: renders all statements of a run and puts them into a folder, all or none.
// In: statements, formats, renderers and a folder. Out: paths, or findings with nothing written.

import { type Diagnostic, type Outcome, outcomeOf, type Statement } from '../core/index.ts';
import { fileStem } from './file-stem.ts';
import type {
  OnProgress,
  OpenRenderers,
  OpenRenderersFor,
  OutputFolder,
  PreviousRun,
  StatementFormat,
} from './ports.ts';

export interface WriteRequest {
  readonly statements: readonly Statement[];
  /** What the run before paid, for the workbook of a whole run; a part of a run has none. */
  readonly previous?: PreviousRun;
  readonly formats: readonly StatementFormat[];
  readonly openRenderers: OpenRenderersFor;
  readonly output: OutputFolder;
  /** Called once it is known that the folder can be written, before anything is rendered. */
  readonly onReady: () => void;
  readonly onProgress: OnProgress;
  /** Lines for the operator: how the browser was started. */
  readonly log: (line: string) => void;
}

/** About two pages per core are in use at once; more only waits in the browser's queue. */
const AT_ONCE = 4;

export async function writeStatements(request: WriteRequest): Promise<Outcome<readonly string[]>> {
  let written: Outcome<readonly string[]> | undefined;
  try {
    written = await writeAll(request);
    return written;
  } finally {
    if (!written?.ok) await request.output.discard();
  }
}

async function writeAll(request: WriteRequest): Promise<Outcome<readonly string[]>> {
  const { output, formats, log } = request;
  const refused = await output.open(outputNames(request));
  if (refused.length > 0) return outcomeOf<readonly string[]>(undefined, refused);
  request.onReady();
  const opened = await request.openRenderers(formats, log);
  if (!opened.ok) return opened;
  try {
    const fault = await renderAll(request, opened.product);
    if (fault) return outcomeOf<readonly string[]>(undefined, [fault]);
    return await output.commit();
  } finally {
    await opened.product.close();
  }
}

type PayeeFormat = Exclude<StatementFormat, 'csv'>;

function perPayee(formats: readonly StatementFormat[]): readonly PayeeFormat[] {
  return formats.filter((format) => format !== 'csv');
}

type RunFormat = 'xlsx' | 'csv';

/** What finance and payroll get, beside a file for each payee. */
function runFormats({ formats, previous }: WriteRequest): readonly RunFormat[] {
  const wanted = (['xlsx', 'csv'] as const).filter((format) => formats.includes(format));
  return previous ? wanted : wanted.filter((format) => format !== 'xlsx');
}

function outputNames(request: WriteRequest): readonly string[] {
  const { statements, formats } = request;
  const [first] = statements;
  return [
    ...statements.flatMap((each) => perPayee(formats).map((format) => fileName(each, format))),
    ...(first ? runFormats(request).map((format) => runFileName(first, format)) : []),
  ];
}

/** Returns why a file could not be written; the rest is then not rendered. */
async function renderAll(
  request: WriteRequest,
  renderers: OpenRenderers,
): Promise<Diagnostic | undefined> {
  const { statements, formats, output, onProgress } = request;
  let done = 0;
  const fault = await eachAtOnce(statements, AT_ONCE, async (statement) => {
    for (const format of perPayee(formats)) {
      const bytes = await renderers[format](statement);
      const refused = await output.put(fileName(statement, format), bytes);
      if (refused) return refused;
    }
    done += 1;
    onProgress(done, statements.length);
    return undefined;
  });
  return fault ?? (await renderRun(request, renderers));
}

/** The files about the whole run. */
async function renderRun(
  request: WriteRequest,
  renderers: OpenRenderers,
): Promise<Diagnostic | undefined> {
  const { statements, output, previous = new Map() } = request;
  const [first, ...others] = statements;
  if (!first) return undefined;
  const write: Readonly<Record<RunFormat, () => Promise<Uint8Array>>> = {
    xlsx: () => renderers.runWorkbook([first, ...others], previous),
    csv: () => renderers.csv(statements),
  };
  for (const format of runFormats(request)) {
    const refused = await output.put(runFileName(first, format), await write[format]());
    if (refused) return refused;
  }
  return undefined;
}

/** Works on several at a time, until one has a fault. */
async function eachAtOnce<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Diagnostic | undefined>,
): Promise<Diagnostic | undefined> {
  const queue = items.values();
  let fault: Diagnostic | undefined;
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      fault ??= await work(item);
      if (fault) return;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return fault;
}

function fileName({ payee, period }: Statement, format: PayeeFormat): string {
  return `${fileStem(payee.id)}_${period.id}.${format}`;
}

function runFileName({ period }: Statement, format: RunFormat): string {
  return `payouts_${period.id}.${format}`;
}
