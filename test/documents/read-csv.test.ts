// CSV as Excel, databases and CRM systems write it, and as people break it.

import { describe, expect, test } from '@jest/globals';
import type { SourceTable } from '../../src/core/index.ts';
import { parseCsv, separatorOf } from '../../src/documents/read-csv.ts';

function tableIn(text: string): SourceTable {
  const outcome = parseCsv(text, 'deals.csv');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, null, 1));
  return outcome.product;
}

function findings(text: string): readonly string[] {
  const outcome = parseCsv(text, 'deals.csv');
  expect(outcome.ok).toBe(false);
  return outcome.diagnostics.map(
    ({ code, place, what }) => `${place.line}:${place.column} ${code}: ${what}`,
  );
}

/** The places of all cells, header first, as `line:column`. */
function places({ columns, rows, placeOf }: SourceTable): readonly string[] {
  return [-1, ...rows.keys()].map((row) =>
    columns
      .map((_, column) => placeOf(row, column))
      .map((place) => `${place.line}:${place.column}`)
      .join(' '),
  );
}

describe('rows under named columns', () => {
  test.each([
    ['commas', 'a,b\n1,2\n', ['a', 'b'], [['1', '2']]],
    ['semicolons', 'a;b,c\n1;2,5', ['a', 'b,c'], [['1', '2,5']]],
    ['tabs', 'a\tb\n\tx', ['a', 'b'], [['', 'x']]],
    ['one column', 'a\n1', ['a'], [['1']]],
    ['a header alone', 'a,b\n', ['a', 'b'], []],
    [
      'Windows and old Mac line ends',
      'a,b\r\n1,2\r3,4\n',
      ['a', 'b'],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['blanks around cells', ' a , b \n 1 ,\t2 ', ['a', 'b'], [['1', '2']]],
    ['blanks in quotes', '" a ",b\n" 1 " , "2 "', ['a', 'b'], [[' 1 ', '2 ']]],
    ['quotes in quotes', 'a,b\n"x, ""y""",', ['a', 'b'], [['x, "y"', '']]],
    ['blank lines and rows of separators', '\n\na,b\n \n,\n1,2\n\n', ['a', 'b'], [['1', '2']]],
    ['empty columns on the right', 'a,b,,\n1,2,,\n', ['a', 'b'], [['1', '2']]],
    [
      'names that no object may have',
      '__proto__,constructor\n1,2',
      ['__proto__', 'constructor'],
      [['1', '2']],
    ],
  ])('%s', (_name, text, columns, rows) => {
    const table = tableIn(text);
    expect(table.columns).toEqual(columns);
    expect(table.rows).toEqual(rows);
  });

  test.each([
    ["'=1+1", '=1+1'],
    ["'+1", '+1'],
    ["'-5", '-5'],
    ["'@x", '@x'],
    ["'＝x", '＝x'],
    ['"\'\tx"', '\tx'],
    ['"\'\nx"', '\nx'],
    ['"\'\rx"', '\rx'],
    ["''=1", "''=1"],
    ["'s-Graven", "'s-Graven"],
    ["'", "'"],
    ['=1+1', '=1+1'],
  ])('the apostrophe against formulas: %j is read as %j', (written, text) => {
    expect(tableIn(`a\n${written}\nlast`).rows[0]).toEqual([text]);
  });

  test('the separator is what stands most often in the header outside quotes', () => {
    expect(separatorOf('"a,b,c";d\n1,2,3,4,5;6')).toBe(';');
    expect(separatorOf('Amount, net;Payee')).toBe(';');
    expect(separatorOf('Amount, net\tPayee')).toBe('\t');
    expect(separatorOf('\n\na,b')).toBe(',');
    expect(separatorOf('')).toBe(',');
  });
});

describe('every cell has its line and column', () => {
  test.each([
    ['plain', 'a,b\n1,22\n333,4', ['1:1 1:3', '2:1 2:3', '3:1 3:5']],
    ['indented', ' a , b \n\n "x" ,  y', ['1:2 1:6', '3:2 3:9']],
    ['a quoted line end', 'a,b\n"1\n2",x\n3,4', ['1:1 1:3', '2:1 3:4', '4:1 4:3']],
    ['a quoted Windows line end', 'a,b\r\n"1\r\n2",x\r\n3,4', ['1:1 1:3', '2:1 3:4', '4:1 4:3']],
    ['a separator in quotes', 'a;b\n"1;2";x', ['1:1 1:3', '2:1 2:7']],
    ['letters of several bytes', 'ä,b\n"ö, ü",y', ['1:1 1:3', '2:1 2:8']],
    ['empty cells under tabs', 'a\tb\n\tx\n1\t', ['1:1 1:3', '2:1 2:2', '3:1 3:3']],
  ])('%s', (_name, text, expected) => {
    expect(places(tableIn(text))).toEqual(expected);
  });

  test('a row stands where its first cell does', () => {
    const { placeOf } = tableIn('a,b\n\n1,2');
    expect(placeOf(0, -1)).toEqual({ file: 'deals.csv', line: 3, column: 1 });
    expect(placeOf(-1, -1)).toMatchObject({ line: 1, column: 1 });
  });
});

describe('what is wrong is found, all of it', () => {
  test.each([
    [
      'rows too short and too long',
      'a,b\n1\n1,2,3\n4,5\n6\n',
      [
        '2:1 csv/syntax: the row that starts with `1` has 1 cell, not 2',
        '3:5 csv/syntax: the row that starts with `1` has 3 cells, not 2',
        '5:1 csv/syntax: the row that starts with `6` has 1 cell, not 2',
      ],
    ],
    [
      'the line behind a quoted line end',
      'a,b\r\n"1\r\n2",x\r\n3\r\n',
      ['4:1 csv/syntax: the row that starts with `3` has 1 cell, not 2'],
    ],
    [
      'quotes',
      'a,b\n5" pipe,2\n3,4\n1,"x"y\nq\n"open,1\n',
      [
        '2:1 csv/syntax: a double quote stands inside a cell that does not start with one',
        '4:3 csv/syntax: text goes on after the double quote that closes the cell',
        '5:1 csv/syntax: the row that starts with `q` has 1 cell, not 2',
        '6:1 csv/syntax: a double quote opens here and is never closed',
      ],
    ],
    [
      'a text behind a closing quote and a blank',
      'a,b\n"x" y,1\n"p" "q",2\n3',
      [
        '2:1 csv/syntax: text goes on after the double quote that closes the cell',
        '3:1 csv/syntax: a double quote stands inside a cell that does not start with one',
        '4:1 csv/syntax: the row that starts with `3` has 1 cell, not 2',
      ],
    ],
    [
      'a broken header ends the reading',
      'a"b,c\n1,2,3\n',
      ['1:1 csv/syntax: a double quote stands inside a cell that does not start with one'],
    ],
    [
      'columns without and with the same name',
      'a,,a \n1,2,3',
      [
        '1:3 table/no-header: column 2 has no name',
        '1:4 table/duplicate-column: columns 1 and 3 are both named `a`',
      ],
    ],
    [
      'content without a header',
      'a,b,,\n1,2,,x',
      ['1:5 table/no-header: column 3 has no name', '1:6 table/no-header: column 4 has no name'],
    ],
    ['nothing', ',,\n\n', ['1:1 table/no-header: the table has no row with text in it']],
  ])('%s', (_name, text, expected) => {
    expect(findings(text)).toEqual(expected);
  });
});

test('100,000 rows keep their cells and lines', () => {
  const rows = Array.from({ length: 100_000 }, (_, row) => `D${row},"Lee, Ann",${row}.10`);
  const table = tableIn(`id,payee,amount\n${rows.join('\n')}\n`);
  expect(table.rows).toHaveLength(100_000);
  expect(table.rows[99_999]).toEqual(['D99999', 'Lee, Ann', '99999.10']);
  expect(table.placeOf(99_999, 2)).toMatchObject({ line: 100_001, column: 19 });
});
