// Random damage to a company's tables: cells replaced, rows lost or doubled, columns renamed.
// In: tables as CSV texts by name. Out: a fast-check arbitrary of the damaged texts.

import fc from 'fast-check';

export type TableTexts = Record<string, string>;

const cells = fc.oneof(
  fc.constantFrom('', '0', '-1', '50%', '-10%', '1e3', '90,000', '40000', '0.1', '1'.repeat(40)),
  fc.constantFrom('ann', 'bob', 'eve', 'adam', 'sales', 'sale', 'bookings', 'enablement', 'nps'),
  fc.constantFrom('2026-01-01', '2026-06-30', '2026-12-31', '2026-02-30', '31.12.2026'),
  fc.constantFrom('2026-Q1', '2026-Q9', '2026', 'D-1', 'D-4', 'Won', 'Lost', 'yes', 'Acme'),
  fc.constantFrom('__proto__', 'constructor', '=1+1', '"', 'a,b', 'manager', 'from', 'to', 'share'),
);

const edits = fc.array(
  fc.record({
    table: fc.nat(),
    row: fc.nat(),
    column: fc.nat(),
    how: fc.constantFrom('cell', 'cell', 'cell', 'lose', 'double'),
    cell: cells,
  }),
  { minLength: 1, maxLength: 5 },
);

type Edit = Omit<Parameters<Parameters<typeof edits.map>[0]>[0][number], 'table'>;

export function damagedTables(texts: TableTexts): fc.Arbitrary<TableTexts> {
  const names = Object.keys(texts);
  return edits.map((list) => {
    const tables = { ...texts };
    for (const { table, ...edit } of list) {
      const name = names[table % names.length] ?? '';
      tables[name] = edited(tables[name] ?? '', edit);
    }
    return tables;
  });
}

function edited(text: string, { row, column, how, cell }: Edit): string {
  const lines = text.trimEnd().split('\n');
  const at = row % lines.length;
  const line = lines[at] ?? '';
  const written = line.split(',');
  written[column % written.length] = cell;
  const instead = { cell: [written.join(',')], lose: [], double: [line, line] }[how];
  return `${lines.toSpliced(at, 1, ...instead).join('\n')}\n`;
}
