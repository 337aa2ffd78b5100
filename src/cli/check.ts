// `ontarget check <folder or plan>`: says everything that is wrong, or that all is well.
// In: a company folder or one plan file. Out: findings; exit code 1 when there are problems.

import type { Command } from 'commander';
import { checkCompany, checkPlan } from '../app/check-documents.ts';
import { wireCheck } from '../wire.ts';
import type { Finish } from './finish.ts';
import { diagnosticsJson, printDiagnostics } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

interface CheckOptions {
  readonly data?: string;
  readonly json?: boolean;
}

export function addCheck(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('check')
    .description('check a company folder or one plan; every problem at once')
    .argument('<folder or plan>', 'a company folder, or a plan file (.yaml or .json)')
    .option('--data <dir>', 'read the data from this folder')
    .option('--json', 'print the findings as JSON')
    .action(async (path: string, options: CheckOptions) => {
      const wired = await wireCheck(path, options.data);
      const report =
        'folder' in wired
          ? await checkCompany(wired.folder)
          : await checkPlan(await wired.plan(), wired.company);
      const { diagnostics, checked } = report;
      if (options.json) terminal.print(diagnosticsJson(diagnostics));
      else printDiagnostics(diagnostics, terminal);
      const failed = diagnostics.some(({ severity }) => severity === 'error');
      if (!failed && !options.json) {
        const verdict = diagnostics.length === 0 ? 'fine' : 'can be paid by';
        terminal.print(`${path}: ${verdict} (${checked.join(', ')})\n`);
      }
      finish(failed ? 1 : 0);
    });
}
