// The deals of a statement as JSON: what is shown of each, what it was credited for and why.
// In: the statement's deals. Out: a plain object.

import {
  type DealRuling,
  exactText,
  isoDate,
  type Quantity,
  type StatementDeals,
} from '../core/index.ts';
import { figureText, given } from './json-figures.ts';

type Deal = StatementDeals['rows'][number];
type Datum = Deal['shown'][number];

export function dealsJson({ columns, credited, ruled, rows }: StatementDeals, currency: string) {
  return {
    columns: columns.map(({ name, label, unit }) => ({ name, label, unit })),
    credited: credited.map(({ measure, label, unit }) => ({ measure, label, unit })),
    ruled: ruled.map(({ component, label, gives }) => ({ component, label, gives })),
    rows: rows.map((deal) => ({
      id: deal.id,
      shown: deal.shown.map((datum, index) => datumJson(datum, columns[index]?.unit, currency)),
      credits: deal.credits.map((credit, index) => ({
        counts: credit.counts,
        share: exactText(credit.share),
        ...given('payout', credit.payout, exactText),
        credit: exactText(credit.credit),
        credited: figureText(credit.credited, credited[index]?.unit, currency),
        reason: credit.reason,
      })),
      rulings: deal.rulings.map((ruling) => (ruling ? rulingJson(ruling) : null)),
    })),
  };
}

/** What a deal earned is carried, not rounded: the component's payout is. */
function rulingJson({ figure, reason, earned }: DealRuling) {
  return { figure: exactText(figure), reason, ...given('earned', earned, exactText) };
}

/** What is not known of a deal is null, so that every row has as many entries as columns. */
function datumJson(datum: Datum, unit: Quantity['unit'] | undefined, currency: string) {
  if (datum === undefined) return null;
  if (typeof datum === 'number') return isoDate(datum);
  return typeof datum === 'object' ? figureText(datum, unit, currency) : datum;
}
