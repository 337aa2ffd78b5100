// The deals of a statement on paper: what was credited and why, by reason; then all deals where
// they are few, and otherwise the largest, those not credited in full, and one sentence that says
// how many more stand in the Excel statement. In: the statement's deals. Out: tables of text.

import type { Exact, StatementDeals } from '../core/index.ts';
import type { Formatter } from './format.ts';
import { figureColumn, type TableView, tableView, textColumn } from './table-view.ts';
import type { Wording } from './wording.ts';

export interface DealsView {
  readonly headline: string;
  readonly measures: readonly DealMeasureView[];
  /** Deals that count for nothing; where all deals are listed. */
  readonly notCounted: TableView | undefined;
}

export interface DealMeasureView {
  readonly label: string;
  readonly summary: TableView;
  readonly lists: readonly TableView[];
  /** How many more deals there are, and where. */
  readonly more: string | undefined;
}

const ALL_UP_TO = 40;
const LARGEST = 25;
const NOT_IN_FULL = 15;

type Deal = StatementDeals['rows'][number];
type Credit = Deal['credits'][number];
interface CreditedDeal {
  readonly deal: Deal;
  readonly credit: Credit;
}

interface Paper {
  readonly deals: StatementDeals;
  readonly format: Formatter;
  readonly words: Wording;
}

export function dealsView(
  deals: StatementDeals,
  format: Formatter,
  words: Wording,
): DealsView | undefined {
  if (deals.rows.length === 0 || deals.credited.length === 0) return undefined;
  const paper = { deals, format, words };
  const isAll = deals.rows.length <= ALL_UP_TO;
  const counted = deals.rows.filter(({ credits }) => credits.some(({ counts }) => counts));
  const nothing = deals.rows.filter((deal) => !counted.includes(deal));
  return {
    headline: words.dealsHeadline(format.count(deals.rows.length), format.count(counted.length)),
    measures: deals.credited.map((_, index) => measureView(paper, index, isAll)),
    notCounted: isAll && nothing.length > 0 ? notCountedTable(paper, nothing) : undefined,
  };
}

function measureView(paper: Paper, index: number, isAll: boolean): DealMeasureView {
  const { deals, words } = paper;
  const label = deals.credited[index]?.label ?? '';
  const all = deals.rows.flatMap((deal): CreditedDeal[] => {
    const credit = deal.credits[index];
    return credit ? [{ deal, credit }] : [];
  });
  const counted = all.filter(({ credit }) => credit.counts).toSorted(largestFirst);
  const summary = summaryTable(paper, index, all);
  if (isAll) {
    const lists =
      counted.length > 0 ? [dealTable(paper, index, words.countedFor(label), counted)] : [];
    return { label, summary, lists, more: undefined };
  }
  const largest = counted.slice(0, LARGEST);
  const partly = counted.filter((each) => !isInFull(each) && !largest.includes(each));
  const shown = partly.slice(0, NOT_IN_FULL);
  const lists = [
    dealTable(paper, index, words.labels.largest, largest),
    ...(shown.length > 0 ? [dealTable(paper, index, words.labels.notInFull, shown)] : []),
  ];
  return {
    label,
    summary,
    lists,
    more: moreSentence(paper, all.length - largest.length - shown.length),
  };
}

const isInFull = ({ credit }: CreditedDeal): boolean =>
  credit.credit.eq('1') && credit.share.eq('1');

function largestFirst(left: CreditedDeal, right: CreditedDeal): number {
  return right.credit.credited.cmp(left.credit.credited);
}

function moreSentence({ format, words }: Paper, count: number): string | undefined {
  return count > 0 ? words.moreDeals(format.count(count), count === 1) : undefined;
}

interface ReasonGroup {
  readonly reason: string;
  readonly counts: boolean;
  readonly deals: readonly CreditedDeal[];
}

/** Why deals counted, and why not: number, figure and credited, adding up to what was credited. */
function summaryTable(paper: Paper, index: number, all: readonly CreditedDeal[]): TableView {
  const { deals, format, words } = paper;
  const { labels } = words;
  const column = deals.columns.findIndex(({ unit }) => unit === 'money');
  const unit = deals.credited[index]?.unit ?? 'number';
  const total = (figures: readonly (Exact | undefined)[], of: typeof unit): string =>
    format.datum(sum(figures), of);
  const figures = (group: readonly CreditedDeal[]): readonly string[] => [
    format.count(group.length),
    column < 0
      ? ''
      : total(
          group.map(({ deal }) => shownFigure(deal, column)),
          'money',
        ),
    total(
      group.map(({ credit }) => credit.credited),
      unit,
    ),
  ];
  return tableView({
    caption: words.creditedByReason(deals.credited[index]?.label ?? ''),
    columns: [
      textColumn(labels.reason),
      figureColumn(labels.dealCount),
      figureColumn(deals.columns[column]?.label ?? ''),
      figureColumn(labels.credited),
    ],
    rows: groupsOf(all).map((group) => [reasonText(group, words), ...figures(group.deals)]),
    total: [labels.total, ...figures(all)],
  });
}

function groupsOf(all: readonly CreditedDeal[]): readonly ReasonGroup[] {
  const groups = Map.groupBy(all, ({ credit }) => `${credit.counts} ${credit.reason}`);
  return [...groups.values()]
    .flatMap((deals): ReasonGroup[] => {
      const [first] = deals;
      return first ? [{ reason: first.credit.reason, counts: first.credit.counts, deals }] : [];
    })
    .toSorted((left, right) => rank(left) - rank(right) || right.deals.length - left.deals.length);
}

const rank = ({ counts }: ReasonGroup): number => (counts ? 0 : 1);

function reasonText({ reason, counts }: Pick<Credit, 'reason' | 'counts'>, words: Wording): string {
  return counts ? reason : words.notCounted(reason);
}

function shownFigure(deal: Deal, column: number): Exact | undefined {
  const shown = deal.shown[column];
  return typeof shown === 'object' ? shown : undefined;
}

function dealTable(
  { deals, format, words }: Paper,
  index: number,
  caption: string,
  listed: readonly CreditedDeal[],
): TableView {
  const { labels } = words;
  const unit = deals.credited[index]?.unit ?? 'number';
  const isShared = listed.some(({ credit }) => !credit.share.eq('1'));
  const row = ({ deal, credit }: CreditedDeal): readonly string[] => [
    ...shownCells(deal, deals, format),
    isShared ? format.percent(credit.share) : '',
    format.percent(credit.credit),
    format.quantity({ number: credit.credited, unit }),
    credit.reason,
  ];
  const figures = [labels.share, labels.credit, labels.credited].map(figureColumn);
  return tableView({
    caption,
    columns: [...shownColumns(deals, words), ...figures, textColumn(labels.reason)],
    rows: listed.map(row),
  });
}

function notCountedTable({ deals, format, words }: Paper, listed: readonly Deal[]): TableView {
  return tableView({
    caption: words.labels.notCounted,
    columns: [...shownColumns(deals, words), textColumn(words.labels.reason)],
    rows: listed.map((deal) => [
      ...shownCells(deal, deals, format),
      deal.credits[0] ? reasonText(deal.credits[0], words) : '',
    ]),
  });
}

const TEXT_UNITS: readonly string[] = ['text', 'flag', 'date'];

function shownColumns({ columns }: StatementDeals, { labels }: Wording) {
  const shown = columns.map(({ label, unit }) =>
    TEXT_UNITS.includes(unit) ? textColumn(label) : figureColumn(label),
  );
  return [textColumn(labels.deal), ...shown];
}

function shownCells(deal: Deal, { columns }: StatementDeals, format: Formatter): readonly string[] {
  const shown = columns.map(({ unit }, index) => format.datum(deal.shown[index], unit));
  return [deal.id, ...shown];
}

function sum(figures: readonly (Exact | undefined)[]): Exact | undefined {
  const known = figures.filter((each) => each !== undefined);
  const [first, ...others] = known;
  return first && others.reduce((total, each) => total.plus(each), first);
}
