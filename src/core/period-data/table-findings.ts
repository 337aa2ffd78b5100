// Collects findings about tables. One fault that stands in a thousand rows is one finding with a
// count, at the first row, so that a wrong spelling does not bury everything else.

import { compareText, type Diagnostic, diagnose, type Place } from '../diagnostic.ts';
import type { DiagnosticCode } from '../diagnostic-codes.ts';
import { nearestWord } from '../document/nearest-word.ts';
import type { SourceTable } from '../source.ts';

interface Grouped {
  readonly diagnostic: Diagnostic;
  rows: number;
}

export class TableFindings {
  readonly #grouped = new Map<string, Grouped>();

  get all(): readonly Diagnostic[] {
    return [...this.#grouped.values()].map(({ diagnostic, rows }) =>
      rows === 1 ? diagnostic : { ...diagnostic, what: `${diagnostic.what} (in ${rows} rows)` },
    );
  }

  /** How many faults there are, each row of a repeated one counted. */
  get count(): number {
    return this.#grouped.values().reduce((sum, { rows }) => sum + rows, 0);
  }

  reportAt(code: DiagnosticCode, place: Place, what: string, remedy: string): void {
    const key = [code, place.file, what].join('\n');
    const same = this.#grouped.get(key);
    if (same) same.rows += 1;
    else this.#grouped.set(key, { diagnostic: diagnose(code, place, what, remedy), rows: 1 });
  }

  /** Places are computed only for findings that are new: they cost a look into the text. */
  report(
    code: DiagnosticCode,
    table: SourceTable,
    row: number,
    column: number,
    what: string,
    remedy: string,
  ): void {
    const key = [code, table.file, what].join('\n');
    const same = this.#grouped.get(key);
    if (same) same.rows += 1;
    else this.reportAt(code, table.placeOf(row, column), what, remedy);
  }

  /** A column that a mapping or the standard layout needs and the file does not have. */
  missingColumn(table: SourceTable, name: string, mappedAt?: Place): void {
    const near = nearestWord(name, table.columns);
    const listed = [...table.columns].sort(compareText).join(', ');
    const seen = near ? `did you mean \`${near}\`? ` : '';
    const where = mappedAt ? ` (asked for at ${mappedAt.file}:${mappedAt.line})` : '';
    this.reportAt(
      'table/missing-column',
      table.placeOf(-1, -1),
      `there is no column \`${name}\`${where}`,
      `${seen}add the column, or map another one in company.yaml; the file has: ${listed}`,
    );
  }
}
