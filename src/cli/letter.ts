// `ontarget letter <plan>`: the PDF that a founder and a leader sign: what a plan says, what it
// would pay, and how every figure is calculated. In: a plan file inside a company folder, or the
// folder. Out: one file; exit code 1 with findings and nothing written.

import { basename, dirname, join } from 'node:path';
import { type Command, Option } from 'commander';
import { findLetter, letterFileName, writeLetter } from '../app/write-letter.ts';
import { openLetterPrinter, openOutput, readDocument, wirePlan } from '../wire.ts';
import { EXIT, type Finish } from './finish.ts';
import { readLocale } from './locale-option.ts';
import { choicesText } from './plan-choices.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

interface LetterOptions {
  readonly payee?: string;
  readonly data?: string;
  readonly out?: string;
  readonly locale?: string;
  readonly paper?: 'a4' | 'letter';
  readonly against?: string;
}

export function addLetter(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('letter')
    .description('write the letter that founder and leader sign: what the plan pays, and how')
    .argument('<plan>', 'a plan file inside a company folder, or the folder')
    .option('--payee <id>', 'whom it is for; else the only payee of the plan, or nobody by name')
    .option('--data <dir>', 'read the data from this folder')
    .option('--out <file>', 'write to this file (default: out/letter_<plan>_<payee>.pdf)')
    .addOption(new Option('--locale <tag>', 'numbers as in `de-DE`').argParser(readLocale))
    .addOption(new Option('--paper <size>', 'paper').choices(['a4', 'letter']))
    .option('--against <plan file>', 'an older version: the letter says what changed')
    .action(async (path: string, options: LetterOptions) => {
      finish(await runLetter(path, options, terminal));
    });
}

async function runLetter(path: string, options: LetterOptions, terminal: Terminal) {
  const { payee, against } = options;
  const wired = await wirePlan(path, options.data);
  if (!wired.ok) {
    printDiagnostics(wired.diagnostics, terminal);
    return EXIT.problems;
  }
  const found = await findLetter({
    ...wired.product,
    ...(payee !== undefined && { payee }),
    ...(against !== undefined && { against: () => readDocument(against, against) }),
  });
  printDiagnostics(
    found.diagnostics.filter(({ severity }) => severity === 'error'),
    terminal,
  );
  if (!found.ok) return EXIT.problems;
  if ('choices' in found.product) {
    terminal.warn(choicesText(found.product.choices));
    return EXIT.usage;
  }
  return writeFile(found.product.letter, options, terminal);
}

async function writeFile(
  letter: Parameters<typeof letterFileName>[0],
  { out, locale, paper }: LetterOptions,
  terminal: Terminal,
) {
  const file = out ?? join('out', letterFileName(letter));
  const written = await writeLetter({
    letter,
    look: { ...(locale !== undefined && { locale }), ...(paper && { paper }) },
    name: basename(file),
    output: openOutput(dirname(file)),
    openPrinter: openLetterPrinter,
    log: (line) => terminal.warn(`${line}\n`),
  });
  printDiagnostics(written.diagnostics, terminal);
  if (!written.ok) return EXIT.problems;
  const whose = letter.payee ? letter.payee.name : 'nobody by name';
  terminal.print(`Wrote ${file} (${letter.plan.title}, for ${whose})\n`);
  return EXIT.fine;
}
