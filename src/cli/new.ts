// `ontarget new <folder> [--template vp-sales]`: a founder's start: a company folder with a
// commented plan that checks clean and calculates. In: a new or empty folder. Out: its files.

import { type Command, Option } from 'commander';
import { startCompany } from '../app/start-company.ts';
import { openStart, templateNames } from '../wire.ts';
import { EXIT, type Finish } from './finish.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

export function addNew(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('new')
    .description('start a company folder with a commented plan')
    .argument('<folder>', 'a folder that does not exist yet, or is empty')
    .addOption(
      new Option('--template <name>', 'which role the plan is for')
        .choices(templateNames)
        .default('vp-sales'),
    )
    .action(async (folder: string, { template }: { template: string }) => {
      const outcome = await startCompany(openStart(folder, template));
      printDiagnostics(outcome.diagnostics, terminal);
      if (!outcome.ok) return finish(EXIT.problems);
      const { files, plan } = outcome.product;
      terminal.print(`${files.map((file) => `  ${file}`).join('\n')}\n`);
      terminal.print(
        `\nYour plan is ${plan}: read it, and change the lines marked CHANGE.\n` +
          `  npx ontarget check ${folder}\n` +
          `  npx ontarget calculate ${folder} --period 2026-Q1 --out ${folder}/out\n`,
      );
      return finish(EXIT.fine);
    });
}
