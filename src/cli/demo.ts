// `npm run demo`: a quarter-end payout of the built-in company: checks it, calculates everybody,
// prints the table and what the gates cost, writes the statements to out/ and says where.

import { join, relative } from 'node:path';
import { checkCompany } from '../app/check-documents.ts';
import { openFolder } from '../wire.ts';
import { runCalculate } from './calculate.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { processTerminal } from './terminal.ts';

Reflect.deleteProperty(Object.prototype, '__proto__');
const PERIOD = '2026-Q3';
const home = join(import.meta.dirname, '../..');
const folder = relative(process.cwd(), join(home, 'fixtures/companies/revintel'));
const terminal = processTerminal();

terminal.print(`1. Check ${folder}\n`);
const { diagnostics, checked } = await checkCompany(openFolder(folder));
printDiagnostics(diagnostics, terminal);
if (checked.length === 0) process.exit(1);
terminal.print(`   Fine: ${checked.join(', ')}.\n\n2. Calculate ${PERIOD}\n\n`);
const out = relative(process.cwd(), join(home, 'out', 'revintel', PERIOD));
process.exitCode = await runCalculate(
  folder,
  { period: PERIOD, out, format: ['pdf', 'xlsx', 'json', 'csv'] },
  terminal,
);
if (process.exitCode === 0) {
  terminal.print(
    `\n3. Look at them\n   ${join(out, 'marcus-bell_2026-Q3.pdf')} reached 150 % of quota,\n` +
      `   ${join(out, 'priya-raman_2026-Q3.pdf')} 100 %, and is paid more: both say why.\n` +
      `   Any number opens: npx ontarget explain ${folder} --period ${PERIOD} ` +
      '--payee marcus-bell\n',
  );
}
