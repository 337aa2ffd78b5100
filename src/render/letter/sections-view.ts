// The parts of a letter that come entry by entry: components, modifiers, links, gates, holds, and
// any other list of a plan. Each entry says all of its fields; what is said in a sentence or a
// heading is left out of its rows. In: the letter. Out: views.

import type {
  CurveGrid,
  DocumentMap,
  GateExample,
  Letter,
  LetterComponent,
} from '../../core/index.ts';
import type { ChartView } from '../chart-view.ts';
import { gridTable } from '../grid-view.ts';
import { planCurve } from '../plan-curve.ts';
import type { TableView } from '../table-view.ts';
import { wordsOf } from './field-words.ts';
import type { LetterDesk } from './letter-desk.ts';
import { isEntries, isMap, type Said, type TermRow } from './plan-words.ts';

export interface EntryView {
  readonly title: string;
  readonly mark: string | undefined;
  readonly sentences: readonly string[];
  readonly rows: readonly TermRow[];
  readonly tables: readonly TableView[];
  readonly chart: ChartView | undefined;
  /** Beside the chart. */
  readonly curveTables: readonly TableView[];
  readonly example: string | undefined;
}

export interface SectionView {
  readonly title: string;
  readonly entries: readonly EntryView[];
}

/** Lists that have a place of their own in the letter. */
const APART = ['components', 'measures', 'accepts'];

export function componentEntries(letter: Letter, desk: LetterDesk): readonly EntryView[] {
  return entriesOf(letter, 'components').map((entry, index) =>
    componentEntry(entry, letter.components[index] as LetterComponent, desk),
  );
}

export function sections(letter: Letter, desk: LetterDesk): readonly SectionView[] {
  return sectionNames(letter).map((name) => {
    const entries = entriesOf(letter, name);
    const own = (desk.letter.labels as Readonly<Record<string, string>>)[name];
    const views = entries.map((entry) => entryView(letter, name, entry, desk));
    return { title: own ?? wordsOf(name).label, entries: views };
  });
}

/** Lists of entries with an id each; any other list is a table of the plan's terms. */
export function sectionNames(letter: Letter): readonly string[] {
  return Object.keys(rootOf(letter)).filter((name) => {
    const entries = entriesOf(letter, name);
    const areNamed = entries.length > 0 && entries.every((each) => textOf(each, 'id') !== '');
    return areNamed && !APART.includes(name);
  });
}

function componentEntry(
  entry: DocumentMap,
  { kind, curve, grid, argument, supports, quota, targetIncentive }: LetterComponent,
  desk: LetterDesk,
): EntryView {
  const { format, words, plan, letter: said } = desk;
  const title = textOf(entry, 'title');
  const unit = plan.unitOf(entry, 'number');
  const hidden = ['id', 'kind', 'title', 'supports', 'note', 'curve'];
  const fields = plan.say('components', entry, unit, hidden);
  const curved = curveFields(entry, argument?.unit ?? unit, grid, desk);
  const target = targetIncentive && [
    { label: said.labels.targetIncentiveYear, text: format.money(targetIncentive) },
  ];
  const own = quota && [
    { label: said.labels.ownQuota, text: format.quantity(quota, { digits: 'exact' }) },
  ];
  const note = entry['note'] === undefined ? [] : [textOf(entry, 'note')];
  return {
    title,
    mark: words.kindTitle(kind),
    sentences: [
      said.lead(kind),
      ...(supports === undefined ? [] : [words.supports(supports)]),
      ...note,
    ],
    rows: [...(target ?? []), ...(own ?? []), ...fields.rows, ...curved.rows],
    tables: fields.tables,
    curveTables: curved.tables,
    example: undefined,
    chart: planCurve(curve, title, said.noun(argument?.noun ?? 'result'), desk),
  };
}

function curveFields(
  entry: DocumentMap,
  unit: LetterUnit,
  grid: CurveGrid | undefined,
  desk: LetterDesk,
): Said {
  const { curve } = entry;
  const { plan, words } = desk;
  if (!isMap(curve)) return { rows: [], tables: [] };
  if (!grid) return plan.say('curve', curve, unit);
  const said = plan.say('curve', curve, unit, ['rows', 'columns']);
  return { rows: said.rows, tables: [gridTable(grid, words.labels.payoutFactor, desk)] };
}

type LetterUnit = NonNullable<LetterComponent['argument']>['unit'];

function entryView(
  letter: Letter,
  section: string,
  entry: DocumentMap,
  desk: LetterDesk,
): EntryView {
  const { plan } = desk;
  const unit = plan.unitOf(entry, 'number');
  const fields = plan.say(section, entry, unit, ['id', 'title', 'curve']);
  const curved = curveFields(entry, unit, undefined, desk);
  const id = textOf(entry, 'id');
  const title = textOf(entry, 'title') || id;
  const modifier = section === 'modifiers' && letter.modifiers.find((each) => each.id === id);
  const gate = section === 'gates' ? letter.gates.find((each) => each.gate.id === id) : undefined;
  const measure = textOf(entry, 'measure');
  return {
    title,
    mark: undefined,
    sentences: [],
    example: gate && exampleSentence(letter, gate, desk),
    rows: [...(gate ? scaleRow(gate, desk) : []), ...fields.rows, ...curved.rows],
    tables: fields.tables,
    curveTables: curved.tables,
    chart: modifier
      ? planCurve(modifier.curve, title, plan.measureTitle(measure), desk)
      : undefined,
  };
}

/** A curve of a gate says itself in rows; what it is for is said before them. */
function scaleRow({ gate: { whenNotMet } }: GateExample, { letter }: LetterDesk) {
  const isCurve = whenNotMet !== 'zero' && 'scale' in whenNotMet && 'curve' in whenNotMet.scale;
  const { label } = wordsOf('gates.whenNotMet');
  return isCurve ? [{ label, text: letter.gateScales }] : [];
}

function exampleSentence(
  { plan, periods }: Letter,
  { example }: GateExample,
  { format, letter }: LetterDesk,
): string | undefined {
  if (!example) return undefined;
  const component = plan.components.find(({ id }) => id === example.component)?.title ?? '';
  const paid = example.period === undefined ? undefined : periods[example.period];
  const when = paid ? letter.overPeriod(format.period(paid.period)) : letter.overYear;
  const at = letter.atNoun(example.noun, format.quantity(example.at, { digits: 'short' }));
  const pair = [format.money(example.met), format.money(example.missed)] as const;
  return letter.gateExample({ at, component, when }, ...pair);
}

export function rootOf({ plan }: Letter): DocumentMap {
  return plan.root as DocumentMap;
}

export function entriesOf(letter: Letter, section: string): readonly DocumentMap[] {
  const node = rootOf(letter)[section];
  return isEntries(node) ? node : [];
}

function textOf(entry: DocumentMap, field: string): string {
  const text = entry[field];
  return typeof text === 'string' ? text : '';
}
