// `ontarget curve <plan>`: what each component's curve pays and what a year costs, as tables and,
// with --out, as drawings. In: a plan file inside a company folder, or the folder. Out: text, JSON
// and SVG files; exit code 1 with findings and nothing written.

import Table from 'cli-table3';
import { type Command, Option } from 'commander';
import { findPicture, writeDrawings } from '../app/draw-plan.ts';
import type { PlanPicture } from '../core/index.ts';
import { drawPicture, openOutput, pictureJson, pictureTables, wirePlan } from '../wire.ts';
import { EXIT, type Finish } from './finish.ts';
import { readLocale } from './locale-option.ts';
import { choicesText } from './plan-choices.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { inShortLines } from './short-lines.ts';
import type { Terminal } from './terminal.ts';

interface CurveOptions {
  readonly plan?: string;
  readonly component?: string;
  readonly payee?: string;
  readonly data?: string;
  readonly out?: string;
  readonly locale?: string;
  readonly json?: boolean;
}

export function addCurve(program: Command, terminal: Terminal, finish: Finish): void {
  program
    .command('curve')
    .description('show what a plan pays for which result, and what a year of it costs')
    .argument('<plan>', 'a plan file inside a company folder, or the folder')
    .option('--plan <id>', 'which plan of the folder')
    .option('--component <id>', 'only the curve of this component')
    .option('--payee <id>', 'with the figures of one payee (default: of all on the plan)')
    .option('--data <dir>', 'read the data from this folder')
    .option('--out <dir>', 'draw the curves and the cost as SVG into this folder')
    .addOption(new Option('--locale <tag>', 'numbers as in `de-DE`').argParser(readLocale))
    .option('--json', 'print rows, outlines and costs as JSON, in exact figures')
    .action(async (path: string, options: CurveOptions) => {
      finish(await runCurve(path, options, terminal));
    });
}

async function runCurve(path: string, options: CurveOptions, terminal: Terminal) {
  const { plan, payee, component } = options;
  const wired = await wirePlan(path, options.data);
  const found = wired.ok
    ? await findPicture({
        ...wired.product,
        ...(plan !== undefined && { planId: plan }),
        ...(payee !== undefined && { payee }),
        ...(component !== undefined && { component }),
      })
    : wired;
  if (!found.ok) {
    printDiagnostics(found.diagnostics, terminal);
    return EXIT.problems;
  }
  if ('choices' in found.product) {
    terminal.warn(choicesText(found.product.choices, plan));
    return EXIT.usage;
  }
  const { picture } = found.product;
  terminal.print(options.json ? pictureJson(picture) : tablesText(picture, options.locale));
  return options.out === undefined ? EXIT.fine : draw(picture, options, options.out, terminal);
}

async function draw(
  picture: PlanPicture,
  { payee, locale, json }: CurveOptions,
  out: string,
  terminal: Terminal,
) {
  const drawings = drawPicture(picture, locale);
  const written = await writeDrawings(picture, payee, drawings, openOutput(out));
  printDiagnostics(written.diagnostics, terminal);
  if (!written.ok) return EXIT.problems;
  const say = json ? terminal.warn : terminal.print;
  const listed = written.product.map((each) => `  ${each}\n`).join('');
  say(written.product.length > 0 ? `Drew\n${listed}` : 'There is no curve to draw.\n');
  return EXIT.fine;
}

type Tables = ReturnType<typeof pictureTables>;

function tablesText(picture: PlanPicture, locale: string | undefined): string {
  const { heading, curves, cost, notes } = pictureTables(picture, locale);
  return [
    heading,
    ...curves.map(({ title, table, notes: said }) => [title, tableText(table), ...said].join('\n')),
    ...(cost ? [[cost.caption, tableText(cost), ...notes].join('\n')] : []),
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

function tableText({ columns, rows }: NonNullable<Tables['cost']>): string {
  const table = new Table({
    head: columns.map(({ label }) => inShortLines(label)),
    colAligns: columns.map(({ align }) => (align === 'figure' ? 'right' : 'left')),
    style: { head: [], border: [], compact: true },
  });
  for (const { header, cells } of rows) table.push([header.text, ...cells.map(({ text }) => text)]);
  return table.toString();
}
