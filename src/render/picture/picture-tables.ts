// A plan's curves and costs as tables, for a terminal. In: the picture and the reader's locale.
// Out: texts; the same figures as in the drawings, exact ones written out.

import { type CostAt, exact, type PicturedComponent, type PlanPicture } from '../../core/index.ts';
import { multiplesOfCurve } from '../chart-view.ts';
import { gridTable } from '../grid-view.ts';
import { figureColumn, shortColumn, type TableView, tableView } from '../table-view.ts';
import { type PictureDesk, pictureDesk, planTitle, whose } from './picture-desk.ts';
import { costed } from './picture-view.ts';

export interface PictureTables {
  readonly heading: string;
  readonly curves: readonly CurveTable[];
  readonly cost: TableView | undefined;
  readonly notes: readonly string[];
}

interface CurveTable {
  readonly id: string;
  readonly title: string;
  readonly table: TableView;
  readonly notes: readonly string[];
}

export function pictureTables(picture: PlanPicture, locale: string | undefined): PictureTables {
  const desk = pictureDesk(picture, locale);
  const { format, said } = desk;
  const leftOut = picture.components.filter(({ isCosted }) => !isCosted);
  const isCosting = picture.costs.length > 0;
  return {
    heading: said.heading(planTitle(picture, desk), whose(picture, desk)),
    curves: picture.components.flatMap((component) => curveTable(component, desk) ?? []),
    cost: isCosting ? costTable(picture, desk) : undefined,
    notes:
      isCosting && leftOut.length > 0
        ? [said.leftOut(format.list(leftOut.map(({ title }) => title)))]
        : [],
  };
}

function curveTable(
  { id, kind, title, curve, grid, targetIncentive }: PicturedComponent,
  desk: PictureDesk,
): CurveTable | undefined {
  const { format, words, said } = desk;
  const heading = `${title} (${words.kindTitle(kind)})`;
  if (grid) return { id, title: heading, table: gridTable(grid, title, desk), notes: [] };
  if (!curve) return undefined;
  const of = curve.rowsPay === 'ratio' && curve.gives === 'ratio' ? targetIncentive : undefined;
  const table = tableView({
    caption: title,
    columns: [
      shortColumn(said.labels.at),
      figureColumn(said.labels.pays),
      figureColumn(of ? said.paysOf(format.money(of)) : ''),
    ],
    rows: curve.rows.map(({ at, pays, of: base }) => [
      format.quantity({ number: at, unit: curve.from }, { digits: 'short' }),
      words.rateOf(
        format.quantity({ number: pays, unit: curve.rowsPay }, { digits: 'exact' }),
        base,
      ),
      of ? format.money(of.times(pays)) : '',
    ]),
  });
  const multiples = multiplesOfCurve(curve, desk);
  return { id, title: heading, table, notes: [words.meaning(curve.meaning), ...(multiples ?? [])] };
}

const TENTH = exact('0.1');

/** A row for each tenth; the drawing has the places between them too. */
function costTable(picture: PlanPicture, { format, said }: PictureDesk): TableView | undefined {
  const components = costed(picture);
  if (components.length === 0) return undefined;
  const { targetIncentive, costs, bookings } = picture;
  const isGated = costs.some(({ paid, paidUngated }) => !paid.eq(paidUngated));
  const { labels } = said;
  return tableView({
    caption: said.cost(picture.plan.title),
    columns: [
      shortColumn(labels.attainment),
      ...components.map(({ title }) => figureColumn(title)),
      ...[labels.limits, labels.paid, labels.ofTarget].map(figureColumn),
      figureColumn(said.shareOf(bookingsTitle(picture))),
      figureColumn(labels.ungated),
    ],
    rows: costs
      .filter(({ attainment }) => isWhole(attainment.div(TENTH)))
      .map(({ attainment, payouts, paid, paidUngated }) => [
        format.percent(attainment),
        ...components.map(({ id }) => format.datum(payouts.get(id), 'money')),
        limited(payouts, paid, format.money),
        format.money(paid),
        targetIncentive.gt('0') ? format.percent(paid.div(targetIncentive)) : '',
        bookings && attainment.gt('0')
          ? format.percent(paid.div(bookings.quota.times(attainment)))
          : '',
        isGated ? format.money(paidUngated) : '',
      ]),
  });
}

function bookingsTitle({ bookings, components }: PlanPicture): string {
  return components.find(({ id }) => id === bookings?.component)?.title ?? '';
}

/** What limits of the plan take or add; an empty column is left out. */
function limited(
  payouts: CostAt['payouts'],
  paid: CostAt['paid'],
  write: (money: CostAt['paid']) => string,
): string {
  const due = [...payouts.values()].reduce((sum, each) => sum.plus(each), paid.minus(paid));
  return due.eq(paid) ? '' : write(paid.minus(due));
}

function isWhole(number: PlanPicture['targetIncentive']): boolean {
  return number.round(0, 'down').eq(number);
}
