// Figures of assignments that were typed over in the form: kept until they are saved into the
// company's tables, cell by cell. In: the company as it was sent, cells. Out: what is typed and
// not saved yet, and what the server says to it.

import { SENT_COMPANY, type SentCompany } from '../../app/sent-company.ts';
import type { AssignedCell, TypedCell } from '../../app/studio/assigned-figures.ts';
import { planFiles } from '../../app/studio/plan-page.ts';
import { load } from '../load.ts';
import type { Refused } from './save-plan.ts';

interface FigureFile {
  readonly table: number;
  readonly name: string;
  readonly version: string;
}

export class AssignedCells {
  #sent: SentCompany;
  #files: readonly FigureFile[];
  readonly #typed = new Map<string, TypedCell>();

  static async open(): Promise<AssignedCells> {
    return new AssignedCells(...(await standing()));
  }

  private constructor(sent: SentCompany, files: readonly FigureFile[]) {
    this.#sent = sent;
    this.#files = files;
  }

  get sent(): SentCompany {
    return this.#sent;
  }

  get typed(): readonly TypedCell[] {
    return [...this.#typed.values()];
  }

  /** What stands in the table already is not to be saved. */
  type(cell: AssignedCell & { readonly text: string }): void {
    const before = this.#standsIn(cell);
    const key = JSON.stringify([cell.table, cell.row, cell.column]);
    if (before === undefined || before === cell.text) this.#typed.delete(key);
    else this.#typed.set(key, { ...cell, before });
  }

  /** Each table in turn; none where all was written. */
  async save(): Promise<Refused | undefined> {
    for (const { table, name, version } of this.#files) {
      const cells = this.typed.filter((each) => each.table === table);
      if (cells.length === 0) continue;
      const response = await fetch(planFiles.figures, {
        method: 'POST',
        headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
        body: JSON.stringify({ name, version, cells }),
      });
      if (!response.ok) return (await response.json()) as Refused;
      for (const [key, each] of this.#typed) if (each.table === table) this.#typed.delete(key);
    }
    return undefined;
  }

  /** Reads everything again; what was typed over a figure that is another now is let go. */
  async reopen(): Promise<void> {
    [this.#sent, this.#files] = await standing();
    for (const [key, each] of this.#typed) {
      if (this.#standsIn(each) !== each.before) this.#typed.delete(key);
    }
  }

  #standsIn({ table, row, column }: AssignedCell): string | undefined {
    const { tables } = this.#sent;
    return tables.ok
      ? tables.product.tables['assignments']?.[table]?.rows[row]?.[column]
      : undefined;
  }
}

function standing(): Promise<[SentCompany, readonly FigureFile[]]> {
  return Promise.all([load<SentCompany>(SENT_COMPANY), load<FigureFile[]>(planFiles.figures)]);
}
