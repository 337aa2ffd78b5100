// Prints the benchmark for people: machine and versions, then a row per figure.
// In: what was measured. Out: text on standard output.

import Table from 'cli-table3';
import type { Machine } from './machine.ts';
import type { Result } from './result.ts';

interface Print {
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly results: readonly Result[];
}

export function printTable({ machine, versions, results }: Print): void {
  const { system, processor, cores, memoryGb, load } = machine;
  const table = new Table({
    head: ['figure', 'value', 'unit', ''],
    colAligns: ['left', 'right', 'left', 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const { name, value, unit, note } of results) {
    table.push([name, figureText(value), unit, note ?? '']);
  }
  const packages = Object.entries(versions).map((each) => each.join(' '));
  const lines = [
    `${processor}, ${cores} cores, ${memoryGb} GB, ${system}; load ${load}`,
    packages.join(', '),
    table.toString(),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Three figures that count, or all of a whole number, with thousands set apart. */
function figureText(value: number): string {
  const digits = value < 1000 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 };
  return value.toLocaleString('en-US', digits);
}
