// `ontarget explain <company folder> --period … --payee … [cell]`: the tree of one number, each
// level with its formula in names and in figures, down to the deals that counted.
// In: a company folder and a cell. Out: text or JSON; exit code 1 when the input has problems.

import { type Command, InvalidArgumentError, Option } from 'commander';
import { explainNumber } from '../app/explain-number.ts';
import { formatter, openFolder } from '../wire.ts';
import { explanationJson, explanationText } from './explanation-text.ts';
import { EXIT, type Finish } from './finish.ts';
import { periodOption } from './period-option.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

interface ExplainOptions {
  readonly period: string;
  readonly payee: string;
  readonly data?: string;
  readonly deals: number;
  readonly json?: boolean;
}

export function addExplain(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('explain')
    .description('open one number down to the deals it was counted from')
    .argument('<company folder>', 'the folder with company.yaml')
    .argument('[cell]', 'a component, a cell of the worksheet, or `total`', 'total')
    .addOption(periodOption())
    .requiredOption('--payee <id>', 'whose number it is')
    .option('--data <dir>', 'read the data from this folder')
    .addOption(
      new Option('--deals <count>', 'how many deals to list per number, or `all`')
        .argParser(readCount)
        .default(10),
    )
    .option('--json', 'print the tree as JSON, with exact figures')
    .action(async (folder: string, cell: string, options: ExplainOptions) => {
      const outcome = await explainNumber(openFolder(folder, options.data), {
        ...options,
        cell,
        writeFor: (company, currency) => {
          const format = formatter(company.locale, currency);
          return (datum, unit) => format.datum(datum, unit);
        },
      });
      printDiagnostics(outcome.diagnostics, terminal);
      if (!outcome.ok) return finish(EXIT.problems);
      const print = options.json ? explanationJson : explanationText;
      terminal.print(print(outcome.product, options.deals));
      return finish(EXIT.fine);
    });
}

function readCount(text: string): number {
  if (text === 'all') return Number.POSITIVE_INFINITY;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number, or `all`.');
}
