// The command line: names, options and exit codes. Each command is a thin file that calls a use
// case and prints. Exit codes: 0 fine, 1 the input has problems, 2 the command was used wrongly,
// 3 OnTarget itself failed.

import { Command, CommanderError } from 'commander';
import { addCalculate } from './calculate.ts';
import { addCheck } from './check.ts';
import { addCurve } from './curve.ts';
import { addDiff } from './diff.ts';
import { addExplain } from './explain.ts';
import { EXIT, type Finish } from './finish.ts';
import { addHero } from './hero.ts';
import { addLetter } from './letter.ts';
import { addNew } from './new.ts';
import { addSeek } from './seek.ts';
import { addStudio } from './studio.ts';
import type { Terminal } from './terminal.ts';
import { processTerminal } from './terminal.ts';
import { addVerify } from './verify.ts';

/** Runs one command line; returns its exit code. */
export async function main(
  words: readonly string[],
  terminal: Terminal = processTerminal(),
): Promise<number> {
  const program = new Command('ontarget')
    .description('Sales compensation plans: check a plan, calculate payouts, explain every number.')
    .exitOverride()
    .configureOutput({ writeOut: terminal.print, writeErr: terminal.warn })
    .showHelpAfterError('(run with --help for what can be written here)')
    .version('0.1.0', '-V, --version', 'print the version');
  let exitCode: number = EXIT.fine;
  const finish: Finish = (code) => {
    exitCode = code;
  };
  const reading = [
    addCheck,
    addCalculate,
    addExplain,
    addVerify,
    addLetter,
    addSeek,
    addHero,
    addCurve,
    addDiff,
  ];
  const commands = [...reading, addNew, addStudio];
  for (const add of commands) add(program, terminal, finish);
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (problem) {
    if (problem instanceof CommanderError) return problem.exitCode === 0 ? EXIT.fine : EXIT.usage;
    terminal.warn(faultText(problem));
    return EXIT.fault;
  }
}

/** What is wrong with an input is a finding; whatever is thrown is a fault of ours. */
function faultText(problem: unknown): string {
  const isError = typeof problem === 'object' && problem !== null && 'stack' in problem;
  const trace = isError ? String(problem.stack) : String(problem);
  const whose =
    'This is a fault of OnTarget, not of your input: please report it with these lines.';
  return `${whose}\n${trace}\n`;
}
