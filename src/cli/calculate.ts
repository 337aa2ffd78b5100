// `ontarget calculate <company folder> --period 2026-Q3`: payouts of a period as a table or JSON,
// and statements as files. In: a company folder. Out: what everybody is paid and why a gate cost
// something; exit code 1 with findings and nothing written when the input has problems.

import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { calculatePayouts, type Payouts } from '../app/calculate-payouts.ts';
import { type PreviousRun, type StatementFormat, statementFormats } from '../app/ports.ts';
import { writeStatements } from '../app/write-statements.ts';
import { openFolder, openOutput, openRenderers, payoutsJson, readPreviousRun } from '../wire.ts';
import { EXIT, type Finish } from './finish.ts';
import { periodOption } from './period-option.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { printPayouts } from './print-payouts.ts';
import type { Progress, Terminal } from './terminal.ts';

export interface CalculateOptions {
  readonly period: string;
  readonly payee?: string;
  readonly data?: string;
  readonly out?: string;
  readonly format?: readonly StatementFormat[];
  readonly json?: boolean;
  readonly previous?: string;
}

const DEFAULT_FORMATS: readonly StatementFormat[] = ['pdf', 'xlsx', 'json'];

export function addCalculate(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('calculate')
    .description('calculate the payouts of a period; write statements with --out or --format')
    .argument('<company folder>', 'the folder with company.yaml')
    .addOption(periodOption())
    .option('--payee <id>', 'only this payee')
    .option('--data <dir>', 'read the data from this folder')
    .option('--out <dir>', 'write statements into this folder (default: out/<company>/<period>)')
    .addOption(
      new Option('--format <list>', 'formats, comma-separated: pdf,xlsx,json,csv').argParser(
        readFormats,
      ),
    )
    .option(
      '--previous <dir>',
      'compare with the JSON statements of the run in this folder (default: what --out held)',
    )
    .option('--json', 'print the payouts as JSON')
    .action(async (folder: string, options: CalculateOptions) => {
      finish(await runCalculate(folder, options, terminal));
    });
}

export async function runCalculate(
  folder: string,
  options: CalculateOptions,
  terminal: Terminal,
): Promise<0 | 1> {
  const outcome = await calculatePayouts(openFolder(folder, options.data), options);
  printDiagnostics(outcome.diagnostics, terminal);
  if (!outcome.ok) return EXIT.problems;
  const { product: payouts } = outcome;
  const print = (): void => {
    if (options.json) terminal.print(payoutsJson(payouts.calculation, payouts.statements));
    else printPayouts(payouts.statements, terminal);
  };
  const wantsFiles = options.out !== undefined || options.format !== undefined;
  if (wantsFiles) return writeFiles(payouts, options, terminal, print);
  print();
  return EXIT.fine;
}

/** Payouts are printed once the folder can be written: a run that cannot finish prints none. */
async function writeFiles(
  { calculation, statements }: Payouts,
  options: CalculateOptions,
  terminal: Terminal,
  print: () => void,
): Promise<0 | 1> {
  const { company, period } = calculation;
  const folder = options.out ?? join('out', company.id, period.id);
  let progress: Progress | undefined;
  const previous = await previousRun(folder, period.id, options, terminal);
  const written = await writeStatements({
    statements,
    ...(previous && { previous }),
    formats: options.format ?? DEFAULT_FORMATS,
    openRenderers,
    output: openOutput(folder),
    onReady: () => {
      print();
      progress = terminal.progress('Statements', statements.length);
    },
    onProgress: (done) => progress?.at(done),
    log: (line) => terminal.warn(`${line}\n`),
  }).finally(() => progress?.end());
  printDiagnostics(written.diagnostics, terminal);
  if (!written.ok) return EXIT.problems;
  // With --json, standard output holds the JSON and nothing else.
  const say = options.json ? terminal.warn : terminal.print;
  const count = written.product.length;
  say(`Wrote ${count} ${count === 1 ? 'file' : 'files'} to ${folder}\n`);
  return EXIT.fine;
}

/** Part of a run is compared with nothing. */
async function previousRun(
  folder: string,
  period: string,
  options: CalculateOptions,
  terminal: Terminal,
): Promise<PreviousRun | undefined> {
  if (options.payee !== undefined) return undefined;
  const read = await readPreviousRun(options.previous ?? folder, period);
  printDiagnostics(read.diagnostics, terminal);
  return read.ok ? read.product : new Map();
}

function readFormats(text: string): readonly StatementFormat[] {
  const named = text.split(',').map((each) => each.trim());
  const unknown = named.filter((each) => !statementFormats.some((format) => format === each));
  if (unknown.length > 0) {
    throw new InvalidArgumentError(
      `There is no format ${unknown.map((each) => `\`${each}\``).join(', ')}; ` +
        `write some of ${statementFormats.join(',')}.`,
    );
  }
  return statementFormats.filter((format) => named.includes(format));
}
