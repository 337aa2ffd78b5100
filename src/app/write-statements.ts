// writeStatements: renders all statements of a run and puts them into a folder, all or none.
// In: statements, formats, renderers and a folder. Out: paths, or findings with nothing written.

import { compareText, type Outcome, outcomeOf, type Statement } from '../core/index.ts';
import type {
  OnProgress,
  OpenRenderers,
  OpenRenderersFor,
  OutputFolder,
  StatementFormat,
} from './ports.ts';

export interface WriteRequest {
  readonly statements: readonly Statement[];
  readonly formats: readonly StatementFormat[];
  readonly openRenderers: OpenRenderersFor;
  readonly output: OutputFolder;
  readonly onProgress: OnProgress;
  /** Lines for the operator: how the browser was started. */
  readonly log: (line: string) => void;
}

/** About two pages per core are in use at once; more only waits in the browser's queue. */
const AT_ONCE = 4;

export async function writeStatements(request: WriteRequest): Promise<Outcome<readonly string[]>> {
  const opened = await request.openRenderers(request.formats, request.log);
  if (!opened.ok) return opened;
  try {
    await renderAll(request, opened.product);
    return outcomeOf(await request.output.commit(), []);
  } catch (problem) {
    await request.output.discard();
    throw problem;
  } finally {
    await opened.product.close();
  }
}

async function renderAll(request: WriteRequest, renderers: OpenRenderers): Promise<void> {
  const { statements, formats, output, onProgress } = request;
  const names = fileNames(statements);
  const perPayee = formats.filter((format) => format !== 'csv');
  let done = 0;
  await eachAtOnce(statements, AT_ONCE, async (statement) => {
    const name = names.get(statement.payee.id) as string;
    for (const format of perPayee) {
      await output.put(`${name}.${format}`, await renderers[format](statement));
    }
    done += 1;
    onProgress(done, statements.length);
  });
  const [first] = statements;
  if (!first || !formats.includes('csv')) return;
  await output.put(`payouts_${first.period.id}.csv`, await renderers.csv(statements));
}

async function eachAtOnce<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** `cara-losch_2017-Q3`: safe on every file system, and distinct however alike the ids are. */
export function fileNames(statements: readonly Statement[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  const sorted = statements.toSorted((a, b) => compareText(a.payee.id, b.payee.id));
  for (const { payee, period } of sorted) {
    const base = slug(payee.id);
    let name = `${base}_${period.id}`;
    for (let count = 2; taken.has(name); count += 1) name = `${base}-${count}_${period.id}`;
    taken.add(name);
    names.set(payee.id, name);
  }
  return names;
}

function slug(id: string): string {
  const plain = id.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80) || 'payee'
  );
}
