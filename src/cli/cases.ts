// `npm run cases`: every worked case as a table that anyone can read: what was expected, what the
// worksheet holds, and which mechanisms the cases prove. Exit code 1 when a figure differs.

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Table from 'cli-table3';
import { type CaseResult, compareText, runCase } from '../core/index.ts';
import { readDocument } from '../wire.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { processTerminal } from './terminal.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/cases');
const PLAIN = { head: [], border: [], compact: true };
const terminal = processTerminal();

const names = await readdir(FOLDER, { recursive: true });
const files = names.filter((name) => name.endsWith('.yaml')).sort(compareText);
const results: CaseResult[] = [];
for (const file of files) {
  const document = await readDocument(join(FOLDER, file), file);
  const outcome = document.ok ? runCase(document.product) : document;
  printDiagnostics(outcome.diagnostics, terminal);
  if (outcome.ok) results.push(outcome.product);
}
printCases(results);
printMechanisms(results);
const failed = results.filter(({ holds }) => !holds).length + files.length - results.length;
terminal.print(`\n${results.length - failed} of ${files.length} cases hold.\n`);
process.exitCode = failed > 0 ? 1 : 0;

function printCases(cases: readonly CaseResult[]): void {
  const head = ['Case', 'Example', 'Figure', 'Expected', 'Found', ''];
  const table = new Table({
    head,
    style: PLAIN,
    colAligns: ['left', 'left', 'left', 'right', 'right'],
  });
  for (const { id, title, examples } of cases) {
    table.push([{ content: `${id}  ${title}`, colSpan: 6 }]);
    for (const { name, lines, diagnostics } of examples) {
      printDiagnostics(diagnostics, terminal);
      lines.forEach(({ payee, cell, expected, found, holds }, index) => {
        const figure = payee === 'payee' ? cell : `${payee}: ${cell}`;
        table.push([
          '',
          index === 0 ? name : '',
          figure,
          expected,
          shortened(found),
          holds ? 'ok' : 'DIFFERS',
        ]);
      });
    }
  }
  terminal.print(`${table.toString()}\n`);
}

function printMechanisms(cases: readonly CaseResult[]): void {
  const proving = new Map<string, string[]>();
  for (const { id, mechanisms } of cases) {
    for (const each of mechanisms) proving.set(each, [...(proving.get(each) ?? []), id]);
  }
  const table = new Table({ head: ['Mechanism', 'Cases', 'Proven by'], style: PLAIN });
  const rows = [...proving].sort(([a], [b]) => compareText(a, b));
  for (const [mechanism, ids] of rows) table.push([mechanism, ids.length, ids.join(' ')]);
  terminal.print(`\n${table.toString()}\n`);
}

function shortened(figure: string): string {
  return figure.length > 16 ? `${figure.slice(0, 15)}…` : figure;
}
