// `npm run cases`: every worked case as a table that anyone can read, what differs where one does
// not hold, and which mechanisms the cases prove. `npm run cases -- T01 M19` shows every figure of
// the cases named. Exit code 1 when a figure differs or a mechanism has too few cases.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CASES_MIN, mechanismsOf } from '../app/mechanisms.ts';
import { runCaseFile } from '../app/run-case-file.ts';
import { type CaseResult, compareText } from '../core/index.ts';
import { caseLibrary, readDocument } from '../wire.ts';
import { casesTable, differencesText, figuresTable, mechanismsTable } from './case-tables.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { processTerminal } from './terminal.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/cases');
const terminal = processTerminal();

const names = await readdir(FOLDER, { recursive: true });
const files = names.filter((name) => name.endsWith('.yaml')).sort(compareText);
const results: CaseResult[] = [];
for (const file of files) {
  const path = join(FOLDER, file);
  const document = await readDocument(path, file);
  const outcome = document.ok ? await runCaseFile(document.product, caseLibrary(path)) : document;
  printDiagnostics(outcome.diagnostics, terminal);
  if (outcome.ok) results.push(outcome.product);
}
const asked = process.argv.slice(2);
const shown = results.filter(({ id }) => asked.length === 0 || asked.includes(id));
terminal.print(`${asked.length > 0 ? figuresTable(shown) : casesTable(shown)}\n`);
for (const { id, examples } of shown.filter(({ holds }) => !holds)) {
  terminal.print(`\n${differencesText(id, examples)}`);
  for (const { diagnostics } of examples) printDiagnostics(diagnostics, terminal);
}
const mechanisms = mechanismsOf(results);
if (asked.length === 0) terminal.print(`\n${mechanismsTable(mechanisms)}\n`);
const failed = shown.filter(({ holds }) => !holds).length;
const unread = files.length - results.length;
const lacking = mechanisms.filter(({ cases }) => cases.length < CASES_MIN);
terminal.print(`\n${shown.length - failed} of ${shown.length} cases hold.\n`);
if (lacking.length > 0) {
  const listed = lacking.map(({ mechanism }) => mechanism).join(', ');
  terminal.print(`Fewer than ${CASES_MIN} cases prove: ${listed}.\n`);
}
process.exitCode = failed + unread + lacking.length > 0 ? 1 : 0;
