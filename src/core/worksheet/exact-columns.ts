// Evaluates a worksheet's columns exactly: each for all deals at once where that can be shown to be
// exact, else deal by deal. Many deals are taken in blocks that stay in the processor's cache, so
// that a deal costs as much among a million as among a thousand. In: columns, and the room where
// results stay. Out: their data.

import type { DealColumns } from './deal-columns.ts';
import type { DealData } from './deal-data.ts';
import type { ExactFormulas, ExactRun } from './exact-formula.ts';
import { JoinedData } from './join-data.ts';
import { packData } from './pack-data.ts';
import { Room } from './vector-room.ts';
import { asVector } from './vector-table.ts';
import { type ColumnSteps, prepareVectors, type Registers, runSteps } from './vectors.ts';
import type { Column } from './worksheet.ts';

const BLOCK_LENGTH = 4096;

interface PreparedColumn {
  readonly forAll: ColumnSteps;
  readonly forOne: ExactRun;
}

export function prepareColumns(
  columns: readonly Column[],
  formulas: ExactFormulas,
  kept: Room,
): (deals: DealColumns) => readonly DealData[] {
  const forAll = prepareVectors(columns);
  const prepared = columns.map(({ formula }, place): PreparedColumn => {
    return { forAll: forAll[place] as ColumnSteps, forOne: formulas.prepare(formula) };
  });
  const blockRoom = new Room(new Room());
  return (deals) => {
    if (deals.length <= BLOCK_LENGTH) return evaluateBlock(prepared, deals, kept);
    const joined = columns.map(() => new JoinedData(deals.length, deals.texts));
    for (let first = 0; first < deals.length; first += BLOCK_LENGTH) {
      const block = deals.part(first, Math.min(BLOCK_LENGTH, deals.length - first));
      blockRoom.reuse();
      const parts = evaluateBlock(prepared, block, blockRoom);
      joined.forEach((each, place) => {
        each.append(parts[place] as DealData);
      });
    }
    return joined.map(({ whole }) => whole);
  };
}

function evaluateBlock(
  prepared: readonly PreparedColumn[],
  deals: DealColumns,
  kept: Room,
): readonly DealData[] {
  const columns: DealData[] = [];
  const registers: Registers = [];
  for (const { forAll, forOne } of prepared) {
    kept.scratch.reuse();
    const column = runSteps(forAll, registers, deals, kept) ?? dealByDeal(forOne, deals, columns);
    registers[forAll.result] = asVector(column);
    columns.push(column);
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
