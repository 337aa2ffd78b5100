// The cells of one hold, and what both kinds of hold have in common: what it moves in a period.
// In: a hold and its place in the plan. Out: cells named after it.

import type { PlanSheet } from '../calculate/plan-sheet.ts';
import type { Hold } from '../plan/plan.ts';
import { constant, type Formula, multiply } from '../worksheet/operations.ts';
import type { InputSource } from '../worksheet/worksheet.ts';

/** What a hold does in a period. */
export interface HoldMoves {
  readonly before: Formula;
  readonly held: Formula;
  readonly released: Formula;
  /** What of it is taken for a clawback. */
  readonly covers?: Formula | undefined;
  readonly forfeited?: Formula | undefined;
  /** Whether each period's part is released by its own age. */
  readonly isKeptByPeriod: boolean;
}

/** The cell with the payouts that a hold keeps a share of. */
export function holdBase(id: string): string {
  return `hold.${id}.base`;
}

/** The cell that says whether what falls due is released, where that hangs on a measure. */
export function holdMet(id: string): string {
  return `hold.${id}.met`;
}

/** Ids of the lines of a hold. */
export const holdLine = {
  held: (id: string) => `${id}-held`,
  released: (id: string) => `${id}-released`,
};

export class HoldCells {
  readonly sheet: PlanSheet;
  readonly #hold: Hold;
  readonly #index: number;

  constructor(sheet: PlanSheet, hold: Hold, index: number) {
    this.sheet = sheet;
    this.#hold = hold;
    this.#index = index;
  }

  cell(step: string, label: string, formula: Formula): Formula {
    return this.named(`hold.${this.#hold.id}.${step}`, label, formula);
  }

  named(id: string, label: string, formula: Formula): Formula {
    const { sheet } = this;
    return sheet.cell({ ...this.#about(label), id, unit: 'money' }, formula);
  }

  input(step: string, label: string, source: InputSource): Formula {
    const id = `hold.${this.#hold.id}.${step}`;
    return this.sheet.input({ ...this.#about(label), id, unit: 'money' }, source);
  }

  /** The hold's share of a payout, rounded once. */
  share(of: Formula): Formula {
    return this.sheet.rounded(multiply(of, constant(this.#hold.share, 'ratio')));
  }

  get path() {
    return ['holds', this.#index] as const;
  }

  #about(label: string) {
    return { label: `${this.#hold.title}: ${label}`, path: this.path };
  }
}
