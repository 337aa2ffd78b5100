// What the whole team costs at several attainments, against what it brings in: the founder's
// question. In: the picture of everybody on the plan. Out: a table; none where nothing is costed.

import { type CostAt, exact, type PlanPicture } from '../../core/index.ts';
import { type PictureDesk, pictureDesk } from '../picture/picture-desk.ts';
import { figureColumn, shortColumn, type TableView, tableView } from '../table-view.ts';
import { planPageWords } from './plan-page-words.ts';

const SHOWN = ['0.5', '0.7', '0.8', '0.9', '1', '1.1', '1.2', '1.3', '1.5', '2'].map((each) =>
  exact(each),
);

export function teamCost(picture: PlanPicture, locale: string): TableView | undefined {
  if (picture.costs.length === 0) return undefined;
  const desk = pictureDesk(picture, locale);
  const { bookings, components, payees } = picture;
  const ofBookings = components.find(({ id }) => id === bookings?.component)?.title ?? '';
  const isGated = picture.costs.some(({ paid, paidUngated }) => !paid.eq(paidUngated));
  const { labels } = planPageWords;
  return tableView({
    caption: planPageWords.team(payees.length, desk.format.count(payees.length)),
    columns: [
      shortColumn(labels.everythingAt),
      ...[
        planPageWords.bookings(ofBookings),
        ...[labels.cost, labels.ofBookings, labels.ofTarget],
        ...[labels.ungated, labels.ungatedOfBookings],
      ].map(figureColumn),
    ],
    rows: picture.costs
      .filter(({ attainment }) => SHOWN.some((each) => each.eq(attainment)))
      .map((cost) => [
        ...figuresAt(cost, picture, desk),
        ...ungatedAt(cost, isGated, picture, desk),
      ]),
  });
}

function figuresAt(
  { attainment, paid }: CostAt,
  { bookings, targetIncentive }: PlanPicture,
  { format }: PictureDesk,
): readonly string[] {
  const booked = bookings?.quota.times(attainment);
  return [
    format.percent(attainment),
    booked ? format.money(booked) : '',
    format.money(paid),
    booked ? format.percent(paid.div(booked)) : '',
    targetIncentive.gt('0') ? format.percent(paid.div(targetIncentive)) : '',
  ];
}

function ungatedAt(
  { attainment, paidUngated }: CostAt,
  isGated: boolean,
  { bookings }: PlanPicture,
  { format }: PictureDesk,
): readonly string[] {
  if (!isGated) return ['', ''];
  const booked = bookings?.quota.times(attainment);
  return [format.money(paidUngated), booked ? format.percent(paidUngated.div(booked)) : ''];
}
