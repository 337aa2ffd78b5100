// The columns of the deals sheet that a component's rules bring: the rate or factor of each deal,
// the rule that gave it, and what the deal earned. In: the desk. Out: cells for each kind of row.

import type { Exact, StatementDeals } from '../../core/index.ts';
import { type Cell, figure, figureHeading, formula, heading, text } from './cells.ts';
import { moneyFormat, percentFormat } from './number-formats.ts';
import type { SheetContent } from './sheet-content.ts';
import type { SheetDesk } from './sheet-desk.ts';

type Deal = StatementDeals['rows'][number];

export const RULING_COLUMNS = 3;
/** Place of the earned money among a component's columns, from 1. */
export const EARNED_PLACE = 3;

export const rulingWidths: SheetContent['widths'] = [
  11,
  { min: 20, max: 48 },
  { min: 14, max: 20 },
];

export function rulingHeaders({ statement, words, workbookWords }: SheetDesk): readonly Cell[] {
  return statement.deals.ruled.flatMap(({ gives }) => [
    figureHeading(workbookWords.ruled[gives]),
    heading(workbookWords.rule),
    figureHeading(words.labels.dealEarned),
  ]);
}

export function rulingCells({ rulings }: Deal, currency: string): readonly (Cell | undefined)[] {
  return rulings.flatMap((ruling) => {
    if (!ruling) return Array<undefined>(RULING_COLUMNS).fill(undefined);
    const earned = ruling.earned && figure(ruling.earned, moneyFormat(currency));
    return [figure(ruling.figure, percentFormat()), text(ruling.reason), earned];
  });
}

/** The sum of what the rows shown earned; undefined where deals do not earn money of their own. */
export function earnedTotal(
  { rows }: StatementDeals,
  index: number,
  range: string,
  currency: string,
): Cell | undefined {
  const figures = rows.flatMap(({ rulings }) => rulings[index]?.earned ?? []);
  const [first, ...others] = figures;
  if (!first) return undefined;
  const sum = others.reduce<Exact>((sofar, each) => sofar.plus(each), first);
  return formula(`SUBTOTAL(109,${range})`, sum, moneyFormat(currency));
}
