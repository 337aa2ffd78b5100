// The worker in which exceljs parses: whatever a file does to it ends with the worker.
// In: the workbook's parts and the wanted sheet, as worker data. Out: one WorkbookReply message.
// This is a program of its own, started by read-workbook.ts with a memory and a time limit.

import { parentPort, workerData } from 'node:worker_threads';
import type { Workbook, Worksheet } from 'exceljs';
import { reasonOf } from './failure-reason.ts';
import { packZip } from './pack-zip.ts';
import { gridOf, type SheetGrid } from './sheet-grid.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import { mendPart } from './workbook-xml.ts';

export interface WorkbookRequest {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly sheet: string | undefined;
  /** Every sheet instead of one. */
  readonly all?: boolean;
  readonly limits: WorkbookLimits;
}

export type WorkbookReply =
  | { readonly kind: 'grid'; readonly sheet: string; readonly grid: SheetGrid }
  | { readonly kind: 'grids'; readonly grids: ReadonlyMap<string, SheetGrid> }
  | { readonly kind: 'no-sheet' | 'which-sheet'; readonly sheets: readonly string[] }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-readable'; readonly reason: string };

/** Nothing but cells is wanted, and exceljs unfolds some of these into a million objects. */
const IGNORED_NODES = [
  'autoFilter',
  'cols',
  'conditionalFormatting',
  'dataValidations',
  'drawing',
  'extLst',
  'headerFooter',
  'hyperlinks',
  'picture',
  'rowBreaks',
  'sheetProtection',
  'sheetViews',
  'tableParts',
];

// exceljs 4.4.0 has CVE-2026-78207: without this accessor no parsed key can reach a prototype.
Reflect.deleteProperty(Object.prototype, '__proto__');
parentPort?.postMessage(await readSheet(workerData as WorkbookRequest));

async function readSheet({ parts, sheet, all, limits }: WorkbookRequest): Promise<WorkbookReply> {
  try {
    const workbook = await parse(parts);
    if (all) return allSheets(workbook, limits);
    const found = sheet === undefined ? onlySheet(workbook) : namedSheet(workbook, sheet);
    if (!('eachRow' in found)) return found;
    const grid = gridOf(found, limits);
    return grid === undefined ? { kind: 'too-large' } : { kind: 'grid', sheet: found.name, grid };
  } catch (cause) {
    return { kind: 'not-readable', reason: reasonOf(cause) };
  }
}

async function parse(parts: ReadonlyMap<string, Uint8Array>): Promise<Workbook> {
  const { default: ExcelJS } = await import('exceljs');
  const mended = new Map(Array.from(parts, ([name, xml]) => [name, mendPart(name, xml)]));
  const workbook = new ExcelJS.Workbook();
  const bytes = packZip(mended) as unknown as Parameters<typeof workbook.xlsx.load>[0];
  return await workbook.xlsx.load(bytes, { ignoreNodes: IGNORED_NODES });
}

function allSheets({ worksheets }: Workbook, limits: WorkbookLimits): WorkbookReply {
  const grids = new Map<string, SheetGrid>();
  for (const each of worksheets) {
    const grid = gridOf(each, limits);
    if (grid === undefined) return { kind: 'too-large' };
    grids.set(each.name, grid);
  }
  return { kind: 'grids', grids };
}

function namedSheet(workbook: Workbook, name: string): Worksheet | WorkbookReply {
  const wanted = name.trim().toLowerCase();
  const found = workbook.worksheets.find((each) => each.name.trim().toLowerCase() === wanted);
  return found ?? { kind: 'no-sheet', sheets: workbook.worksheets.map((each) => each.name) };
}

/** Without a name, the one visible sheet that has content; hidden ones often hold lists. */
function onlySheet(workbook: Workbook): Worksheet | WorkbookReply {
  const visible = workbook.worksheets.filter((each) => each.state === 'visible');
  const filled = visible.filter((each) => each.actualRowCount > 0);
  const [first, ...others] = filled.length > 0 ? filled : visible.slice(0, 1);
  if (first === undefined) return { kind: 'no-sheet', sheets: [] };
  return others.length === 0
    ? first
    : { kind: 'which-sheet', sheets: filled.map((each) => each.name) };
}
