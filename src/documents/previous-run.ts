// What the run before paid: read from the JSON statements that it left in a folder.
// In: a folder and a period. Out: payments by payee, and a finding for each file that says none.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PreviousRun } from '../app/ports.ts';
import {
  type Diagnostic,
  type Exact,
  exact,
  isDecimalText,
  type Outcome,
  outcomeOf,
} from '../core/index.ts';
import { aboutFile } from './file-findings.ts';
import { statementReader } from './read-statement.ts';

/** A folder that is not there is a first run. */
export async function readPreviousRun(
  folder: string,
  period: string,
): Promise<Outcome<PreviousRun>> {
  const names = await readdir(folder).catch((): string[] => []);
  const payments = new Map<string, Exact>();
  const findings: Diagnostic[] = [];
  for (const name of names.filter((each) => each.endsWith(`_${period}.json`)).sort()) {
    const path = join(folder, name);
    const read = await statementReader.read(path);
    const texts = read.ok ? read.product.texts : new Map<string, string>();
    const [payee, payment = ''] = [texts.get('payee.id'), texts.get('payment')];
    if (payee !== undefined && isDecimalText(payment)) payments.set(payee, exact(payment));
    else findings.push(notRead(path));
  }
  return outcomeOf<PreviousRun>(payments, findings);
}

function notRead(path: string): Diagnostic {
  const what = 'it says no payment, so this run is not compared with it';
  return aboutFile(
    'run/not-compared',
    path,
    what,
    'remove the file, or name the folder of the run',
  );
}
