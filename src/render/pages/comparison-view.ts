// Scenarios side by side: what each pays, by component, and how that differs from what stands now.
// In: a comparison. Out: a table of text for the page; the figures themselves for a workbook.

import type { Comparison, StudioFrame } from '../../app/studio-ports.ts';
import type { Exact, Outlook } from '../../core/index.ts';
import { formatter } from '../format.ts';
import { english } from '../wording.ts';
import { changeView } from './outlook-view.ts';
import { studioWords } from './studio-words.ts';

/** A line of the payment in every scenario; the first is what stands now. */
export interface ComparedRow {
  readonly title: string;
  readonly payouts: readonly (Exact | undefined)[];
  readonly isTotal: boolean;
}

export function comparedRows({ present, scenarios }: Comparison): readonly ComparedRow[] {
  const outlooks = [present, ...scenarios.map(({ outlook }) => outlook)];
  const lines = new Map(outlooks.flatMap((each) => each.lines.map(({ id, title }) => [id, title])));
  const payoutIn = (outlook: Outlook, line: string): Exact | undefined =>
    outlook.lines.find(({ id }) => id === line)?.payout.exact;
  return [
    ...[...lines].map(([id, title]) => {
      const payouts = outlooks.map((each) => payoutIn(each, id));
      return { title, payouts, isTotal: false };
    }),
    {
      title: english.labels.payment,
      payouts: outlooks.map(({ payment }) => payment.exact),
      isTotal: true,
    },
  ];
}

export function comparisonView(comparison: Comparison, { company, period }: StudioFrame): object {
  const { payee, present, scenarios } = comparison;
  const desk = { format: formatter(company.locale, present.currency), words: english };
  const path = `/what-if/${period.id}/${encodeURIComponent(payee.id)}`;
  const asked = scenarios.map(({ file }) => `with=${encodeURIComponent(file.name)}`).join('&');
  return {
    payee: payee.name,
    whatIf: path,
    xlsx: `${path}/compare/xlsx?${asked}`,
    money: english.moneyIn(present.currency),
    columns: [studioWords.asItStands, ...scenarios.map(({ scenario }) => scenario.title)],
    rows: comparedRows(comparison).map(({ title, payouts, isTotal }) => ({
      title,
      isTotal,
      cells: payouts.map((payout, index) => ({
        text: desk.format.datum(payout, 'money'),
        change:
          index > 0 && payout && payouts[0]
            ? changeView(payout.minus(payouts[0]), desk)
            : { text: '', isMore: false, isLess: false },
      })),
    })),
  };
}
