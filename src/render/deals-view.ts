// The deals of a statement on paper, grouped by what they counted for and why. Few deals are all
// listed; of many, a summary by reason, the largest, some of those not credited in full, and one
// sentence that says how many more stand in the Excel statement.
// In: the statement's deals. Out: tables of text.

import type { Exact, StatementDeals } from '../core/index.ts';
import {
  type Credit,
  type Deal,
  type DealGroup,
  groupDeals,
  isCounted,
  NO_LIMITS,
  type RowLimits,
} from './deal-groups.ts';
import type { Desk } from './desk.ts';
import {
  type ColumnView,
  figureColumn,
  type GroupedTableView,
  groupedTableView,
  shortColumn,
  type TableView,
  tableView,
  textColumn,
} from './table-view.ts';

export interface DealsView {
  readonly headline: string;
  /** By reason, one for each credited measure; none where all deals are listed. */
  readonly summaries: readonly TableView[];
  readonly list: GroupedTableView;
}

/** Up to here all deals are listed. Beyond, the statement must stay at three pages. */
const FEW = 40;
const LIMITS: RowLimits = [14, 8, 0];
/** More do not fit across the page. */
const COLUMNS_MAX = 9;
/** Ids up to this length stay on one line. */
const SHORT_ID = 14;

type Unit = StatementDeals['columns'][number]['unit'];
type Shown = Deal['shown'][number];

interface DealDesk extends Desk {
  readonly deals: StatementDeals;
}

export function dealsView(deals: StatementDeals, { format, words }: Desk): DealsView | undefined {
  const { columns, credited, rows } = deals;
  if (rows.length === 0 || credited.length === 0) return undefined;
  const desk = { deals: { ...deals, columns: columns.slice(0, COLUMNS_MAX) }, format, words };
  const areFew = rows.length <= FEW;
  const groups = groupDeals(rows, areFew ? NO_LIMITS : LIMITS);
  const counted = rows.filter(isCounted).length;
  return {
    headline: words.dealsHeadline(
      format.count(rows.length),
      format.count(counted),
      rows.length === 1,
    ),
    summaries: areFew ? [] : credited.map((_, index) => summaryTable(forMeasure(desk, index))),
    list: dealList(desk, groups),
  };
}

function dealList(desk: DealDesk, groups: readonly DealGroup[]): GroupedTableView {
  const { deals, format, words } = desk;
  const writers = deals.columns.map(({ unit }, index) => columnWriter(desk, unit, index));
  const row = (deal: Deal): readonly string[] => [
    deal.id,
    ...writers.map((write, index) => write(deal.shown[index])),
    ...deal.credits.map((credit, index) => creditedText(desk, credit, index)),
  ];
  const missing = groups.reduce((count, { all, shown }) => count + all.length - shown.length, 0);
  return groupedTableView({
    caption: words.labels.dealsByReason,
    note: missing > 0 ? words.moreDeals(format.count(missing), missing === 1) : undefined,
    columns: [...shownColumns(desk), ...deals.credited.map(({ label }) => figureColumn(label))],
    groups: groups
      .filter(({ shown }) => shown.length > 0)
      .map(({ credits, rulings, all, shown }) => ({
        title: [reasonsText(desk, credits), ...rulingTexts(desk, rulings)].join('; '),
        note: words.dealsShown(format.count(all.length), format.count(shown.length), all.length),
        rows: shown.map(row),
      })),
  });
}

/** `100%: counts in full`; of several measures each says its own, alike ones say it once. */
function reasonsText(desk: DealDesk, credits: readonly Credit[]): string {
  const { deals, words } = desk;
  const texts = credits.map((credit) => reasonText(desk, credit));
  if (new Set(texts).size === 1) return texts[0] ?? '';
  return texts
    .map((text, index) => words.forMeasure(deals.credited[index]?.label ?? '', text))
    .join('; ');
}

function rulingTexts(
  { deals, format, words }: DealDesk,
  rulings: Deal['rulings'],
): readonly string[] {
  return rulings.flatMap((ruling, index) => {
    const rules = deals.ruled[index];
    if (!ruling || !rules) return [];
    const text = words.rule[rules.gives](format.percent(ruling.figure), ruling.reason);
    return [words.forMeasure(rules.label, text)];
  });
}

function reasonText({ format, words }: DealDesk, credit: Credit): string {
  const { counts, reason, share, payout } = credit;
  if (!counts) return words.notCounted(reason);
  const counted = words.counted(format.percent(credit.credit), reason);
  const text = share.eq('1') ? counted : words.shared(counted, format.percent(share));
  return payout ? words.paidApart(text, format.percent(payout)) : text;
}

function creditedText({ deals, format, words }: DealDesk, credit: Credit, index: number): string {
  if (!credit.counts) return words.notKnown;
  return format.quantity({ number: credit.credited, unit: unitOf(deals, index) });
}

function unitOf({ credited }: StatementDeals, index: number): Unit {
  return credited[index]?.unit ?? 'number';
}

function shownColumns({ deals, words }: DealDesk): readonly ColumnView[] {
  const shown = deals.columns.map(({ label, unit }) => {
    if (unit === 'text') return textColumn(label);
    return unit === 'flag' || unit === 'date' ? shortColumn(label) : figureColumn(label);
  });
  const areShort = deals.rows.every(({ id }) => id.length <= SHORT_ID);
  return [(areShort ? shortColumn : textColumn)(words.labels.deal), ...shown];
}

/** Money of a column that has no cents anywhere goes without them: 189,000,000. */
function columnWriter({ deals, format }: DealDesk, unit: Unit, index: number) {
  const isWhole = deals.rows.every(({ shown }) => isWholeFigure(shown[index]));
  const digits = unit === 'money' && isWhole ? 'short' : 'full';
  return (datum: Shown): string => format.datum(datum, unit, { digits });
}

function isWholeFigure(datum: Shown): boolean {
  return typeof datum !== 'object' || datum.round(0, 'down').eq(datum);
}

/** The same deals, with the credit of one measure alone. */
function forMeasure({ deals, ...rest }: DealDesk, index: number): DealDesk {
  const rows = deals.rows.map((deal) => ({
    ...deal,
    credits: only(deal.credits, index),
    rulings: [],
  }));
  return { deals: { ...deals, credited: only(deals.credited, index), ruled: [], rows }, ...rest };
}

function only<T>(items: readonly T[], index: number): readonly T[] {
  return items.slice(index, index + 1);
}

/** Why deals counted for one measure, and why not; it adds up to what was credited. */
function summaryTable(desk: DealDesk): TableView {
  const { deals, format, words } = desk;
  const { labels } = words;
  const column = deals.columns.findIndex(({ unit }) => unit === 'money');
  const shownMoney = ({ shown }: Deal): Exact | undefined => {
    const datum = shown[column];
    return typeof datum === 'object' ? datum : undefined;
  };
  const figures = (group: readonly Deal[]): readonly string[] => [
    format.count(group.length),
    column < 0 ? '' : format.datum(sum(group.map(shownMoney)), 'money'),
    format.datum(sum(group.map(({ credits }) => credits[0]?.credited)), unitOf(deals, 0)),
  ];
  return tableView({
    caption: words.creditedByReason(deals.credited[0]?.label ?? ''),
    columns: [
      textColumn(labels.reason),
      figureColumn(labels.dealCount),
      figureColumn(deals.columns[column]?.label ?? ''),
      figureColumn(labels.credited),
    ],
    rows: groupDeals(deals.rows, NO_LIMITS).map(({ credits, all }) => [
      reasonsText(desk, credits),
      ...figures(all),
    ]),
    total: [labels.total, ...figures(deals.rows)],
  });
}

function sum(figures: readonly (Exact | undefined)[]): Exact | undefined {
  const [first, ...others] = figures.filter((each) => each !== undefined);
  return first && others.reduce((total, each) => total.plus(each), first);
}
