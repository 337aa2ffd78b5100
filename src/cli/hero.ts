// `ontarget hero <company folder> --plan ID`: the tool tries to game a plan, and says how.
// In: a company folder and a plan. Out: stories or JSON; exit code 1 when an exploit is found, as
// when the input has problems: a plan that passes is the only 0.

import { type Command, InvalidArgumentError, Option } from 'commander';
import { testHero } from '../app/test-hero.ts';
import { formatter, heroJson, heroText, openFolder } from '../wire.ts';
import { EXIT, type Finish } from './finish.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

interface HeroOptions {
  readonly plan: string;
  readonly seed: number;
  readonly data?: string;
  readonly json?: boolean;
}

export function addHero(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('hero')
    .description('try to game a plan: be paid more for less of what the company wants')
    .argument('<company folder>', 'the folder with company.yaml, which says what is wanted')
    .requiredOption('--plan <id>', 'a plan of the company, or one of retired-plans')
    .addOption(
      new Option('--seed <number>', 'where the search starts; the same seed finds the same')
        .argParser(readSeed)
        .default(1),
    )
    .option('--data <dir>', 'read the data from this folder')
    .option('--json', 'print the test as JSON, with exact figures')
    .addHelpText('after', '\nExit codes: 0 the plan passes, 1 an exploit was found.')
    .action(async (folder: string, options: HeroOptions) => {
      finish(await runHero(folder, options, terminal));
    });
}

async function runHero(folder: string, options: HeroOptions, terminal: Terminal) {
  const tested = await testHero(openFolder(folder, options.data), options);
  printDiagnostics(
    tested.diagnostics.filter(({ severity }) => severity === 'error'),
    terminal,
  );
  if (!tested.ok) return EXIT.problems;
  const { test, plan, company } = tested.product;
  const text = options.json
    ? `${JSON.stringify(heroJson(test, plan.id), null, 2)}\n`
    : heroText(tested.product, formatter(company.locale, plan.currency));
  terminal.print(text);
  return test.passes ? EXIT.fine : EXIT.problems;
}

function readSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number.');
}
