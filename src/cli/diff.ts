// `ontarget diff <plan A> <plan B>`: what changed from one plan to the other, in words and money.
// In: two plan files, one of them inside a company folder. Out: text or JSON. Exit code 0 whether
// they differ or not, as a difference is no problem; 1 when one of them has problems.

import { type Command, Option } from 'commander';
import { comparePlans } from '../app/compare-plans.ts';
import { diffJson, diffText, readDocument, wirePlan } from '../wire.ts';
import { EXIT, type Finish } from './finish.ts';
import { readMoney } from './money-argument.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

interface DiffOptions {
  readonly target: string;
  readonly json?: boolean;
}

export function addDiff(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('diff')
    .description('what changed between two plans, and what each change does to pay')
    .argument('<plan A>', 'a plan file: the plan before')
    .argument('<plan B>', 'a plan file: the plan after; one of both inside a company folder')
    .addOption(
      new Option('--target <money>', 'annual target incentive of the examples')
        .argParser(readMoney)
        .default('100000'),
    )
    .option('--json', 'print changes and pay as JSON, with exact figures')
    .addHelpText('after', '\nExit codes: 0 shown, the same or not; 1 a plan has problems.')
    .action(async (before: string, after: string, options: DiffOptions) => {
      finish(await runDiff(before, after, options, terminal));
    });
}

async function runDiff(before: string, after: string, options: DiffOptions, terminal: Terminal) {
  const wired = await wirePlan(after);
  const home = wired.ok ? wired : await wirePlan(before);
  const compared = home.ok
    ? await comparePlans({
        folder: home.product.folder,
        before: () => readDocument(before, before),
        after: () => readDocument(after, after),
        targetIncentive: options.target,
      })
    : home;
  if (!compared.ok) {
    printDiagnostics(compared.diagnostics, terminal);
    return EXIT.problems;
  }
  const { diff, locale } = compared.product;
  terminal.print(
    options.json ? `${JSON.stringify(diffJson(diff), null, 2)}\n` : diffText(diff, locale),
  );
  return EXIT.fine;
}
