// `ontarget seek <company folder> --period … --payee … --for 40000`: what must happen for a
// payment, by one lever or in the three ways that change least. In: a company folder and a goal.
// Out: text or JSON; exit code 1 when the input has problems, also when no such lever exists.

import { type Command, Option } from 'commander';
import { seekGoal } from '../app/seek-goal.ts';
import { formatter, openFiles, openFolder, seekJson, seekText } from '../wire.ts';
import { EXIT, type Finish } from './finish.ts';
import { readMoney } from './money-argument.ts';
import { periodOption } from './period-option.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

interface SeekOptions {
  readonly period: string;
  readonly payee: string;
  readonly for: string;
  readonly by?: string;
  readonly scenario?: string;
  readonly data?: string;
  readonly json?: boolean;
}

export function addSeek(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('seek')
    .description('what a payee needs for a payment, to the cent, and what stands in the way')
    .argument('<company folder>', 'the folder with company.yaml')
    .addOption(periodOption())
    .requiredOption('--payee <id>', 'whose payment it is')
    .addOption(
      new Option('--for <money>', 'the payment to reach, in the plan’s currency')
        .argParser(readMoney)
        .makeOptionMandatory(),
    )
    .option('--by <lever>', 'the only figure to move, such as `new-arr` or `deals/D-7`')
    .option('--scenario <name>', 'start from a scenario that is kept in the folder, by its id')
    .option('--data <dir>', 'read the data from this folder')
    .option('--json', 'print the answer as JSON, with exact figures')
    .action(async (folder: string, options: SeekOptions) => {
      finish(await runSeek(folder, options, terminal));
    });
}

async function runSeek(folder: string, options: SeekOptions, terminal: Terminal) {
  const { for: goal, json } = options;
  const opened = { folder: openFolder(folder, options.data), files: openFiles(folder) };
  const sought = await seekGoal(opened, { ...options, goal });
  printDiagnostics(
    sought.diagnostics.filter(({ severity }) => severity === 'error'),
    terminal,
  );
  if (!sought.ok) return EXIT.problems;
  const { answer, company, payee, currency } = sought.product;
  const text = json
    ? `${JSON.stringify(seekJson(answer), null, 2)}\n`
    : seekText(answer, payee, formatter(company.locale, currency));
  terminal.print(text);
  return EXIT.fine;
}
