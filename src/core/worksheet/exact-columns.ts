// Evaluates a worksheet's columns exactly: each for all deals at once where that can be shown to be
// exact, else deal by deal. Many deals are taken in blocks that stay in the processor's cache, so
// that a deal costs as much among a million as among a thousand. In: columns, and the room where
// results stay. Out: their data.

import type { DealColumns } from './deal-columns.ts';
import type { DealData } from './deal-data.ts';
import type { ExactFormulas, ExactRun } from './exact-formula.ts';
import { joinData, packData } from './pack-data.ts';
import type { Room } from './vector-room.ts';
import { type VectorRun, Vectors } from './vectors.ts';
import type { Column } from './worksheet.ts';

const BLOCK_LENGTH = 4096;

interface PreparedColumn {
  readonly forAll: VectorRun;
  readonly forOne: ExactRun;
}

export function prepareColumns(
  columns: readonly Column[],
  formulas: ExactFormulas,
  placeOf: ReadonlyMap<string, number>,
  kept: Room,
): (deals: DealColumns) => readonly DealData[] {
  const vectors = new Vectors(columns, placeOf);
  const prepared = columns.map(({ formula }): PreparedColumn => {
    return { forAll: vectors.prepare(formula), forOne: formulas.prepare(formula) };
  });
  return (deals) => {
    if (deals.length <= BLOCK_LENGTH) return evaluateBlock(prepared, deals, kept);
    const blocks = Array.from({ length: Math.ceil(deals.length / BLOCK_LENGTH) }, (_, block) => {
      const first = block * BLOCK_LENGTH;
      const length = Math.min(BLOCK_LENGTH, deals.length - first);
      return evaluateBlock(prepared, deals.part(first, length), kept);
    });
    return columns.map((_, place) =>
      joinData(
        blocks.map((block) => block[place] as DealData),
        deals.texts,
      ),
    );
  };
}

function evaluateBlock(
  prepared: readonly PreparedColumn[],
  deals: DealColumns,
  kept: Room,
): readonly DealData[] {
  const columns: DealData[] = [];
  const frame = { deals, columns, shared: [], kept };
  for (const { forAll, forOne } of prepared) {
    kept.scratch.reuse();
    columns.push(forAll(frame, kept) ?? dealByDeal(forOne, deals, columns));
  }
  return columns;
}

function dealByDeal(run: ExactRun, deals: DealColumns, columns: readonly DealData[]): DealData {
  // What a deal lacks is noted where it is counted.
  const frame = { inputs: new Map(), cells: [], columns, gaps: [], evaluating: '' };
  const data = Array.from({ length: deals.length }, (_, deal) =>
    run({ ...frame, row: deals.row(deal), deal }),
  );
  return packData(data, deals.texts);
}
