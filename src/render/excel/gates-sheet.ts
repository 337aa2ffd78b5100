// The gates: what each asks, what was found, and what it cost, in figures and as a sentence.
// In: the desk. Out: the sheet.

import type { StatementGate } from '../../core/index.ts';
import { gateSentence, jointCostSentence } from '../sentences.ts';
import { type Cell, figureHeading, heading, linked, quantity, text, toned } from './cells.ts';
import { SheetBuilder, type SheetContent } from './sheet-content.ts';
import { addTitle, type SheetDesk } from './sheet-desk.ts';
import { gateCost } from './summary-sheet.ts';

type Judged = NonNullable<StatementGate['judged']>;

export function gatesSheet(desk: SheetDesk): SheetContent {
  const { statement, workbookWords } = desk;
  const builder = new SheetBuilder(workbookWords.sheets.gates);
  addTitle(builder, workbookWords.sheets.gates, desk);
  const header = addHeader(builder, desk);
  for (const gate of statement.gates) addGate(builder, gate, desk);
  for (const note of modifierNotes(desk)) builder.add('note', text(note));
  const joint = jointCostSentence(statement, desk.format, desk.words);
  if (joint) builder.add('note', text(joint));
  if (statement.gates.length === 0) builder.add('note', text(workbookWords.noGates));
  return builder.content({
    widths: [
      { min: 16, max: 26 },
      { min: 20, max: 34 },
      { min: 13, max: 30 },
      { min: 11, max: 18 },
      12,
      { min: 11, max: 18 },
      { min: 12, max: 18 },
      { min: 16, max: 30 },
      { min: 14, max: 20 },
      64,
    ],
    frozen: { rows: header, columns: 1 },
    repeatedFrom: header,
  });
}

/** Modifiers scale pay before gates do: what each found, and what it multiplied. */
function modifierNotes({ statement, format, words }: SheetDesk): readonly string[] {
  return statement.components.flatMap(({ title, modifiers }) =>
    modifiers.map((each) => {
      const found = words.modifiedBy(each.title, format.quantity(each.result));
      return `${title} ${found}: ${format.percent(each.factor)}`;
    }),
  );
}

function addHeader(builder: SheetBuilder, { words, workbookWords }: SheetDesk): number {
  const { gate, measured, window, asked, required, state, actsOn, finding } = workbookWords;
  const { labels } = words;
  return builder.add(
    'header',
    ...[gate, measured, window].map(heading),
    figureHeading(labels.result),
    heading(asked),
    figureHeading(required),
    ...[state, actsOn].map(heading),
    figureHeading(labels.cost),
    heading(finding),
  );
}

function addGate(builder: SheetBuilder, gate: StatementGate, desk: SheetDesk): void {
  const { statement, format, words, workbookWords, live } = desk;
  const { required, judged, days } = gate;
  const found = ({ result }: Judged): Cell => quantity(result, statement.currency, required.number);
  builder.add(
    'body',
    text(gate.title),
    text(gate.measure),
    text(
      [words.windowTitle(gate.window), ...(days ? [format.days(days.from, days.to)] : [])].join(
        ' · ',
      ),
    ),
    judged && linked(found(judged), live.nameOf(judged.cells.result)),
    text(workbookWords[gate.bound]),
    linked(quantity(required, statement.currency), live.nameOf(judged?.cells.required)),
    stateCell(judged, desk),
    text(format.list(gate.actsOn)),
    gateCost(gate, desk),
    text(gateSentence(gate, format, words)),
  );
}

function stateCell(judged: StatementGate['judged'], { words }: SheetDesk): Cell {
  const { met, notMet, notJudged } = words.labels;
  if (!judged) return toned(notJudged, 'label');
  return judged.met ? toned(met, 'good') : toned(notMet, 'bad');
}
