// The gates and links: what each asks, what was found, and what it cost, in figures and as a
// sentence. In: the desk. Out: the sheet.

import type { StatementGate, StatementLink } from '../../core/index.ts';
import { gateSentence, jointCostSentence, linkSentence } from '../sentences.ts';
import {
  type Cell,
  figureHeading,
  heading,
  linked,
  quantity,
  ratio,
  text,
  toned,
} from './cells.ts';
import { SheetBuilder, type SheetContent } from './sheet-content.ts';
import { addTitle, type SheetDesk } from './sheet-desk.ts';
import { conditionCost } from './summary-sheet.ts';

type Judged = NonNullable<StatementGate['judged']>;

export function gatesSheet(desk: SheetDesk): SheetContent {
  const { statement, workbookWords } = desk;
  const builder = new SheetBuilder(workbookWords.sheets.gates);
  addTitle(builder, workbookWords.sheets.gates, desk);
  const header = addHeader(builder, desk);
  for (const link of statement.links) addLink(builder, link, desk);
  for (const gate of statement.gates) addGate(builder, gate, desk);
  for (const note of modifierNotes(desk)) builder.add('note', text(note));
  const joint = jointCostSentence(statement, desk.format, desk.words);
  if (joint) builder.add('note', text(joint));
  const hasNone = statement.gates.length + statement.links.length === 0;
  if (hasNone) builder.add('note', text(workbookWords.noGates));
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
  const { required, judged } = gate;
  const found = ({ result }: Judged): Cell => quantity(result, statement.currency, required.number);
  builder.add(
    'body',
    text(gate.title),
    text(gate.measure),
    text(whenText(gate, desk)),
    judged && linked(found(judged), live.nameOf(judged.cells.result)),
    text(workbookWords[gate.bound]),
    linked(quantity(required, statement.currency), live.nameOf(judged?.cells.required)),
    stateCell(judged, desk),
    text(format.list(gate.actsOn)),
    conditionCost(gate, desk),
    text(gateSentence(gate, format, words)),
  );
}

function addLink(builder: SheetBuilder, link: StatementLink, desk: SheetDesk): void {
  const { format, words, workbookWords, live } = desk;
  const { judged, until, capFactor } = link;
  const cap = capFactor === 'attainment' ? judged?.attainment : capFactor;
  const asked = until ?? cap;
  builder.add(
    'body',
    text(link.title),
    text(words.attainmentOf(link.by)),
    text(whenText(link, desk)),
    judged && linked(ratio(judged.attainment), live.nameOf(judged.cells.attainment)),
    text(until ? workbookWords.atLeast : workbookWords.factorAtMost),
    asked && ratio(asked),
    stateCell(judged, desk),
    text(format.list(link.actsOn)),
    conditionCost(link, desk),
    text(linkSentence(link, format, words)),
  );
}

/** Over which time it looks, and on which days it held where the period has segments. */
function whenText({ window, days }: StatementGate | StatementLink, desk: SheetDesk): string {
  const when = days ? [desk.format.days(days.from, days.to)] : [];
  return [desk.words.windowTitle(window), ...when].join(' · ');
}

function stateCell(judged: { readonly met: boolean } | undefined, { words }: SheetDesk): Cell {
  const { met, notMet, notJudged } = words.labels;
  if (!judged) return toned(notJudged, 'label');
  return judged.met ? toned(met, 'good') : toned(notMet, 'bad');
}
