// verify: is a statement what its company's plan and data come to? It is calculated anew, written
// in the same format, and both are read and compared, figure by figure; the fingerprint says
// whether plan, inputs or engine are others than they were. In: a statement file and a company
// folder. Out: what differs; nothing where the statement holds.

import {
  diagnose,
  type Fingerprint,
  fingerprintChanges,
  type Outcome,
  outcomeOf,
  type ReadFingerprint,
  readFingerprint,
  type Statement,
} from '../core/index.ts';
import { calculatePayouts } from './calculate-payouts.ts';
import { compareTexts, type TextDifference } from './compare-texts.ts';
import type { CompanyFolder, OpenRenderersFor, StatementReader } from './ports.ts';

export interface VerifyRequest {
  readonly path: string;
  readonly reader: StatementReader;
  readonly openRenderers: OpenRenderersFor;
  readonly log: (line: string) => void;
}

export interface Verification {
  readonly payee: string;
  readonly period: string;
  /** Parts of the fingerprint that are others now. */
  readonly changed: readonly (keyof Fingerprint)[];
  readonly differences: readonly TextDifference[];
  readonly holds: boolean;
}

export async function verifyStatement(
  folder: CompanyFolder,
  request: VerifyRequest,
): Promise<Outcome<Verification>> {
  const { path, reader } = request;
  const read = await reader.read(path);
  if (!read.ok) return read;
  const said = findFingerprint(read.product.texts);
  if (!said) return withoutFingerprint(path);
  const calculated = await calculatePayouts(folder, said);
  if (!calculated.ok) return calculated;
  const [statement] = calculated.product.statements;
  if (!statement) throw new Error('a calculation without findings has the payee asked for');
  const expected = await expectedTexts(statement, read.product.format, request);
  if (!expected.ok) return expected;
  const changed = fingerprintChanges(said.fingerprint, statement.fingerprint);
  const differences = compareTexts(read.product, expected.product);
  const holds = changed.length === 0 && differences.length === 0;
  const { payee, period } = said;
  return outcomeOf({ payee, period, changed, differences, holds }, calculated.diagnostics);
}

/** The line may be broken where a page is narrow, so it is looked for in all texts together. */
function findFingerprint(texts: ReadonlyMap<string, string>): ReadFingerprint | undefined {
  const whole = [...texts.values()].join(' ').replaceAll(/\s+/g, ' ');
  return readFingerprint(whole.slice(whole.lastIndexOf('ontarget · ')));
}

async function expectedTexts(
  statement: Statement,
  format: 'pdf' | 'xlsx' | 'json',
  { openRenderers, log, reader, path }: VerifyRequest,
) {
  const opened = await openRenderers([format], log);
  if (!opened.ok) return opened;
  try {
    const bytes = await opened.product[format](statement);
    const read = await reader.readBytes(bytes, path);
    return read.ok ? outcomeOf(read.product.texts, []) : read;
  } finally {
    await opened.product.close();
  }
}

function withoutFingerprint(path: string): Outcome<Verification> {
  const place = { file: path, line: 1, column: 1 };
  const what = 'no fingerprint stands in it';
  const remedy = 'name a statement that OnTarget wrote: a PDF, XLSX or JSON file';
  return outcomeOf<Verification>(undefined, [
    diagnose('verify/not-a-statement', place, what, remedy),
  ]);
}
