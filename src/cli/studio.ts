// `ontarget studio <company folder>`: the local web app on a company folder.
// In: the folder; PORT and HOST from the environment. Out: the address; it runs until stopped.

import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { diagnose } from '../core/index.ts';
import { openStudio } from '../wire.ts';
import { EXIT, type Finish } from './finish.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

export function addStudio(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('studio')
    .description('open a company folder in the browser: statements, what-if, plans')
    .argument('<company folder>', 'the folder with company.yaml')
    .action(async (folder: string) => finish(await runStudio(folder, terminal)));
}

/** Runs until the process is told to end. */
export async function runStudio(
  folder: string,
  terminal: Terminal,
  isExample = false,
): Promise<(typeof EXIT)[keyof typeof EXIT]> {
  const { host, port } = readConfig();
  if (port === undefined) {
    printDiagnostics([noPort()], terminal);
    return EXIT.usage;
  }
  const log = (line: string): void => terminal.warn(`${line}\n`);
  const running = await openStudio({ folder, isExample, host, port, log });
  printDiagnostics(running.diagnostics, terminal);
  if (!running.ok) return EXIT.problems;
  const { address, stop } = running.product;
  terminal.print(`The studio is open at ${address} (stop it with Ctrl+C)\n`);
  await ended();
  await stop();
  return EXIT.fine;
}

function noPort() {
  return diagnose(
    'studio/not-listening',
    { file: 'PORT', line: 1, column: 1 },
    'PORT in the environment is no port',
    'write a number from 0 to 65535, such as `PORT=4601`',
  );
}

/** Resolves when the process is asked to end. */
function ended(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
