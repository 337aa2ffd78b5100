// Worked cases as tables: a line per case, every figure of some, and what differs where one does
// not hold. In: results. Out: text that lines up.

import Table from 'cli-table3';
import { CASES_MIN, type ProvenMechanism } from '../app/mechanisms.ts';
import type { CaseLine, CaseResult, ExampleResult } from '../core/index.ts';

const PLAIN = { head: [], border: [], compact: true };

export function casesTable(cases: readonly CaseResult[]): string {
  const table = new Table({
    head: ['Case', 'Mechanisms', 'Title', 'Source', 'Examples', 'Holds'],
    colAligns: ['left', 'left', 'left', 'left', 'right', 'left'],
    colWidths: [30, 26, 44, 26, 10, 7],
    wordWrap: true,
    style: PLAIN,
  });
  for (const { id, mechanisms, title, source, examples, holds } of cases) {
    const row = [id, mechanisms.join(' '), title, sourceText(source), examples.length];
    table.push([...row, holds ? 'yes' : 'NO']);
  }
  return table.toString();
}

/** A page is named by its site; where nothing is said, the case is our own. */
function sourceText(source: string | undefined): string {
  if (source === undefined) return 'own';
  return URL.canParse(source) ? new URL(source).hostname : source;
}

export function figuresTable(cases: readonly CaseResult[]): string {
  const table = new Table({
    head: ['Case', 'Example', 'Figure', 'Expected', 'Found', ''],
    colAligns: ['left', 'left', 'left', 'right', 'right'],
    style: PLAIN,
  });
  for (const { id, title, source, examples } of cases) {
    table.push([{ content: `${id}  ${title} (${source ?? 'own'})`, colSpan: 6 }]);
    for (const { name, lines } of examples) {
      const rows = lines.map((line, index) => [
        '',
        index === 0 ? name : '',
        figureName(line),
        line.expected,
        shortened(line.found),
        line.holds ? 'ok' : 'DIFFERS',
      ]);
      table.push(...rows);
    }
  }
  return table.toString();
}

export function differencesText(id: string, examples: readonly ExampleResult[]): string {
  const table = new Table({
    head: ['Example', 'Figure', 'Expected', 'Found', 'Difference'],
    colAligns: ['left', 'left', 'right', 'right', 'right'],
    style: PLAIN,
  });
  for (const { name, lines } of examples) {
    const rows = lines
      .filter(({ holds }) => !holds)
      .map((line) => {
        const figures = [line.expected, line.found, line.difference ?? ''];
        return [name, figureName(line), ...figures];
      });
    table.push(...rows);
  }
  const figures = table.length > 0 ? `${table.toString()}\n` : '';
  return `${id} does not hold:\n${figures}`;
}

export function mechanismsTable(mechanisms: readonly ProvenMechanism[]): string {
  const table = new Table({
    head: ['Mechanism', 'Cases', 'Proven by'],
    colAligns: ['left', 'right', 'left'],
    colWidths: [28, 7, 110],
    wordWrap: true,
    style: PLAIN,
  });
  for (const { mechanism, cases } of mechanisms) {
    const count = cases.length < CASES_MIN ? `${cases.length} !` : cases.length;
    table.push([mechanism, count, cases.join(' ')]);
  }
  return table.toString();
}

function figureName({ payee, cell }: CaseLine): string {
  return payee === 'payee' ? cell : `${payee}: ${cell}`;
}

function shortened(figure: string): string {
  return figure.length > 16 ? `${figure.slice(0, 15)}…` : figure;
}
