// Statements a second and the memory they take: the built-in example company's statements through
// the real renderers, four at once as in a real run, each dropped when done. In: nothing.
// Out: PDF and Excel statements a second, this process's peak, and the browser's where /proc is.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calculatePayouts } from '../../src/app/calculate-payouts.ts';
import type { StatementRenderer } from '../../src/app/ports.ts';
import type { Statement } from '../../src/core/index.ts';
import { openFolder, openRenderers } from '../../src/wire.ts';
import { must } from '../in-memory-company.ts';
import type { Result } from './result.ts';

const COMPANY = join(import.meta.dirname, '../../fixtures/companies/revintel');
const PERIOD = '2026-Q3';
const STATEMENTS = 1000;
const WARM_UP = 8;
/** As src/app/write-statements.ts does. */
const AT_ONCE = 4;
const BROWSER_SAMPLE_MS = 500;
const MEGABYTE = 2 ** 20;
/** Live memory only: what the system counts grows and falls with the garbage not yet collected. */
const FLAT = 'live heap, from a quarter of a run to its end; flat is near 0';

export async function statementResults(log: (line: string) => void): Promise<readonly Result[]> {
  const { statements } = must(await calculatePayouts(openFolder(COMPANY), { period: PERIOD }));
  const renderers = must(await openRenderers(['pdf', 'xlsx'], log));
  const many = Array.from({ length: STATEMENTS }, (_, index) => {
    return statements[index % statements.length] as Statement;
  });
  const browser = watchBrowser();
  try {
    const pdf = await runOf(many, renderers.pdf);
    const xlsx = await runOf(many, renderers.xlsx);
    const peak = Math.max(...pdf.memory, ...xlsx.memory);
    const growth = Math.max(pdf.heapGrowth, xlsx.heapGrowth);
    return [
      { name: 'pdf-per-second', value: pdf.perSecond, unit: 'statements/s' },
      { name: 'xlsx-per-second', value: xlsx.perSecond, unit: 'statements/s' },
      {
        name: 'statements-peak-mb',
        value: peak / MEGABYTE,
        unit: 'MB',
        note: 'without the browser',
      },
      { name: 'statements-heap-growth-mb', value: growth / MEGABYTE, unit: 'MB', note: FLAT },
      ...browser.results(),
    ];
  } finally {
    browser.stop();
    await renderers.close();
  }
}

interface Run {
  readonly perSecond: number;
  /** What this process holds after each statement, in bytes. */
  readonly memory: readonly number[];
  /** Bytes by which the live heap grew from a quarter of the run to its end. */
  readonly heapGrowth: number;
}

async function runOf(statements: readonly Statement[], render: StatementRenderer): Promise<Run> {
  await renderAll(statements.slice(0, WARM_UP), render);
  const memory: number[] = [];
  let early = 0;
  const start = performance.now();
  await renderAll(statements, render, () => {
    memory.push(process.memoryUsage.rss());
    if (memory.length === statements.length >> 2) early = liveHeap();
  });
  const perSecond = (statements.length * 1000) / (performance.now() - start);
  return { perSecond, memory, heapGrowth: liveHeap() - early };
}

function liveHeap(): number {
  if (!globalThis.gc) throw new Error('start Node with --expose-gc');
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

async function renderAll(
  statements: readonly Statement[],
  render: StatementRenderer,
  onDone: () => void = () => {},
): Promise<void> {
  const queue = statements.values();
  const worker = async (): Promise<void> => {
    for (const statement of queue) {
      const bytes = await render(statement);
      if (bytes.length === 0) throw new Error(`the statement of ${statement.payee.id} is empty`);
      onDone();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

interface BrowserWatch {
  readonly results: () => readonly Result[];
  readonly stop: () => void;
}

/** Looks now and then at what the browser's processes hold. */
function watchBrowser(): BrowserWatch {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, descendantBytes(process.pid));
  }, BROWSER_SAMPLE_MS);
  return {
    results: () =>
      peak > 0 ? [{ name: 'browser-peak-mb', value: peak / MEGABYTE, unit: 'MB' }] : [],
    stop: () => clearInterval(timer),
  };
}

/** What the processes below one hold, shared pages counted once; 0 where there is no /proc. */
function descendantBytes(parent: number): number {
  const parents = new Map(processIds().map((id) => [id, parentOf(id)]));
  const below = new Set([parent]);
  for (const id of below) {
    for (const [child, its] of parents) if (its === id) below.add(child);
  }
  below.delete(parent);
  return [...below].reduce((sum, id) => sum + proportionalBytes(id), 0);
}

function processIds(): readonly number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function parentOf(id: number): number | undefined {
  const status = readProc(id, 'status');
  const found = /^PPid:\s*(\d+)/m.exec(status)?.[1];
  return found === undefined ? undefined : Number(found);
}

function proportionalBytes(id: number): number {
  const kilobytes = /^Pss:\s*(\d+) kB/m.exec(readProc(id, 'smaps_rollup'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}

/** A process may end while it is looked at. */
function readProc(id: number, file: string): string {
  try {
    return readFileSync(`/proc/${id}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
