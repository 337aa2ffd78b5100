// `ontarget verify <statement> <company folder>`: calculates a statement anew and says what
// differs. In: a PDF, XLSX or JSON statement and the folder it was made from. Out: one line when
// it holds; else every difference, and exit code 1.

import { type Command, Option } from 'commander';
import { type Verification, verifyStatement } from '../app/verify-statement.ts';
import { exact, exactText, isDecimalText } from '../core/index.ts';
import { openFolder, openRenderers, statementReader } from '../wire.ts';
import { EXIT, type Finish } from './finish.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

interface VerifyOptions {
  readonly data?: string;
  readonly json?: boolean;
}

/** More are counted, not listed. */
const LISTED_MAX = 20;

export function addVerify(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('verify')
    .description('calculate a statement anew and compare every figure')
    .argument('<statement>', 'the statement: PDF, XLSX or JSON')
    .argument('<company folder>', 'the folder with company.yaml')
    .option('--data <dir>', 'read the data from this folder')
    .addOption(new Option('--json', 'print what differs as JSON'))
    .action(async (path: string, folder: string, options: VerifyOptions) => {
      const outcome = await verifyStatement(openFolder(folder, options.data), {
        path,
        reader: statementReader,
        openRenderers,
        log: (line) => terminal.warn(`${line}\n`),
      });
      printDiagnostics(outcome.diagnostics, terminal);
      if (!outcome.ok) return finish(EXIT.problems);
      const { product } = outcome;
      terminal.print(
        options.json ? `${JSON.stringify(product, null, 2)}\n` : textOf(path, product),
      );
      return finish(product.holds ? EXIT.fine : EXIT.problems);
    });
}

const CHANGES: Readonly<Record<Verification['changed'][number], string>> = {
  engine: 'another version of the calculation made it',
  plan: 'the plan says something else now',
  inputs: 'the payee’s figures or deals are others now',
  result: 'the payment is made of other amounts now',
};

function textOf(
  path: string,
  { payee, period, changed, differences, holds }: Verification,
): string {
  if (holds) return `${path} holds: ${payee}, ${period}; every figure is what the data come to.\n`;
  const listed = differences.slice(0, LISTED_MAX);
  const more = differences.length - listed.length;
  const lines = [
    `${path} does not hold: ${payee}, ${period}.`,
    ...changed.map((part) => `  ${CHANGES[part]} (fingerprint of the ${part})`),
    ...listed.map(({ place, found, expected }) => `  ${place}: ${sayDifference(found, expected)}`),
    ...(more > 0 ? [`  and ${more} more differences`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** `19,978.14 instead of 19,978.13 (0.01 more)` */
function sayDifference(found: string | undefined, expected: string | undefined): string {
  if (found === undefined) return `\`${expected}\` is missing`;
  if (expected === undefined) return `\`${found}\` should not be there`;
  return `\`${found}\` instead of \`${expected}\`${sayAmount(found, expected)}`;
}

/** By how much two plain numbers differ; lines of text speak for themselves. */
function sayAmount(found: string, expected: string): string {
  if (!isDecimalText(found) || !isDecimalText(expected)) return '';
  const more = exact(found).minus(exact(expected));
  return ` (${exactText(more.abs())} ${more.lt('0') ? 'less' : 'more'})`;
}
