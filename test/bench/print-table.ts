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
    style: { head: [], border: [] },
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

/** Three figures that count, with thousands set apart. */
function figureText(value: number): string {
  return value.toLocaleString('en-US', {
    maximumSignificantDigits: value < 1000 ? 3 : 21,
    maximumFractionDigits: 0,
  });
}
