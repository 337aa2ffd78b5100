// Scenarios side by side as a workbook: what each pays by line, and how it differs from what stands
// now, as formulas. In: a comparison and its frame. Out: the file's bytes.

import type { Comparison, StudioFrame } from '../../app/studio-ports.ts';
import type { Exact } from '../../core/index.ts';
import { formatter } from '../format.ts';
import { comparedRows } from '../pages/comparison-view.ts';
import { studioWords } from '../pages/studio-words.ts';
import { english } from '../wording.ts';
import { figure, figureHeading, formula, heading, text } from './cells.ts';
import { moneyFormat } from './number-formats.ts';
import { cellAddress, EDGE_WIDTH, SheetBuilder, type SheetContent } from './sheet-content.ts';
import { paperOf, writeWorkbook } from './write-workbook.ts';

const MS_PER_DAY = 86_400_000;
const MONEY_WIDTH = { min: 14, max: 24 };

export function renderComparisonWorkbook(
  comparison: Comparison,
  { company, period }: StudioFrame,
): Promise<Uint8Array> {
  const format = formatter(company.locale, comparison.present.currency);
  const title = studioWords.comparisonOf(comparison.payee.name, format.period(period));
  return writeWorkbook({
    title,
    company: company.name,
    dated: new Date(period.to * MS_PER_DAY),
    paper: paperOf(company.locale),
    sheets: [sheet(comparison, title, company.name)],
  });
}

/** Each scenario has two columns: what it pays, and the difference from what stands now. */
function sheet(comparison: Comparison, title: string, company: string): SheetContent {
  const { present, scenarios } = comparison;
  const money = moneyFormat(present.currency);
  const builder = new SheetBuilder(studioWords.scenarios);
  builder.add('title', text(title));
  builder.add('subtitle', text(`${company} · ${english.moneyIn(present.currency)}`));
  builder.blank();
  builder.add(
    'header',
    heading(english.labels.component),
    figureHeading(studioWords.asItStands),
    ...scenarios.flatMap(({ scenario }) => [
      figureHeading(scenario.title),
      figureHeading(studioWords.difference),
    ]),
  );
  for (const { title: line, payouts, isTotal } of comparedRows(comparison)) {
    const row = builder.nextRow;
    const [now, ...others] = payouts.map((payout) => payout && figure(payout, money));
    const cells = others.flatMap((cell, index) => {
      const own = cellAddress(3 + index * 2, row);
      const code = `${own}-${cellAddress(2, row)}`;
      const difference = differenceOf(payouts[index + 1], payouts[0]);
      return [cell, difference && formula(code, difference, money)];
    });
    builder.add(isTotal ? 'total' : 'body', text(line), now, ...cells);
  }
  return builder.content({
    widths: [
      { min: 20, max: 40 },
      MONEY_WIDTH,
      ...scenarios.flatMap(() => [MONEY_WIDTH, MONEY_WIDTH]),
      EDGE_WIDTH,
    ],
    frozen: { rows: 4, columns: 1 },
    repeatedFrom: 4,
  });
}

function differenceOf(payout: Exact | undefined, now: Exact | undefined): Exact | undefined {
  return payout && now && payout.minus(now);
}
