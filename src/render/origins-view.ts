// How each number of a statement was made: for each line of the payment the steps behind it, down
// to what was given and to the deals, each with its figures and its clause; then what gates cost.
// A step stands once. In: the statement. Out: groups of rows.

import { type ExplainedStep, explainSteps, type Statement } from '../core/index.ts';
import type { Desk } from './desk.ts';

export interface OriginsView {
  readonly title: string;
  readonly note: string;
  readonly columns: OriginColumns;
  readonly groups: readonly OriginGroup[];
}

interface OriginColumns {
  readonly step: string;
  readonly figure: string;
  readonly made: string;
  readonly clause: string;
}

interface OriginGroup {
  readonly head: OriginRow;
  readonly rows: readonly OriginRow[];
}

interface OriginRow {
  readonly label: string;
  readonly figure: string;
  readonly made: string;
  /** Line of the plan; with the plan's file where there are several. */
  readonly clause: string;
  readonly isDeep: boolean;
}

/** None for a statement that comes without its worksheet's cells. */
export function originsView(statement: Statement, desk: Desk): OriginsView | undefined {
  const { worksheet, values } = statement.worksheet;
  const { format, words } = desk;
  const groups = explainSteps(worksheet, values, rootsOf(statement), (datum, unit) =>
    format.datum(datum, unit),
  );
  const files = new Set(groups.flat().map(({ cell }) => fileName(cell.clause.file)));
  if (files.size === 0) return undefined;
  const isOneFile = files.size === 1;
  const labels = new Map(worksheet.cells.map(({ id, label }) => [id, label]));
  const row = (step: ExplainedStep): OriginRow => ({
    label: step.cell.label,
    figure: format.datum(step.datum, step.cell.unit),
    made: madeOf(step, labels, desk),
    clause: clauseText(step, isOneFile),
    isDeep: step.depth > 1,
  });
  return {
    title: words.labels.origins,
    note: words.originsNote(isOneFile ? [...files].join() : undefined),
    columns: {
      step: words.labels.step,
      figure: words.labels.figure,
      made: words.labels.made,
      clause: words.labels.clause,
    },
    groups: groups.flatMap(([head, ...rest]) =>
      head ? [{ head: row(head), rows: rest.map(row) }] : [],
    ),
  };
}

/** The lines first: what adds them up comes after them. */
function rootsOf({ lines, balances, gates, links, cells, paidIn, worksheet }: Statement) {
  const costs = [...links, ...gates].flatMap(({ judged }) => judged?.cells.cost ?? []);
  const isKnown = (id: string): boolean => worksheet.values.cells.has(id);
  const after = balances.map((balance) => balance.cells.after);
  const made = [...lines.map(({ cell }) => cell), cells.payment, paidIn?.cells.payment, ...after];
  return [
    ...made.flatMap((id) => (id === undefined ? [] : [{ id, isOpened: true }])),
    ...costs.map((id) => ({ id, isOpened: false })),
  ].filter(({ id }) => isKnown(id));
}

function madeOf(
  { cell, inFigures, inWords, reads, deals }: ExplainedStep,
  labels: ReadonlyMap<string, string>,
  { format, words }: Desk,
): string {
  const [same = ''] = reads;
  const plain = cell.formula.op === 'input' ? words.given : (labels.get(same) ?? '');
  const made = inFigures ?? inWords ?? plain;
  if (!deals) return made;
  const { length } = deals.counted;
  return words.fromDeals(made, format.count(length), length === 1);
}

function clauseText({ cell }: ExplainedStep, isOneFile: boolean): string {
  const { file, line } = cell.clause;
  return isOneFile ? String(line) : `${fileName(file)}:${line}`;
}

/** Without folders: where somebody keeps the plan is not what it says. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
