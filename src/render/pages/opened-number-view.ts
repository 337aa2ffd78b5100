// A number that opens: its figure, its sentence with names and with figures, its clause, the deals
// that counted and why others did not. In: an opened number. Out: the view, as deep as it goes.

import type { OpenedDeals, OpenedNumber } from '../../app/studio-ports.ts';
import type { Desk } from '../desk.ts';
import { studioWords } from './studio-words.ts';

export interface OpenedNumberView {
  readonly id: string;
  readonly label: string;
  readonly figure: string;
  readonly inWords: string;
  readonly inFigures: string;
  readonly clause: string;
  readonly deals: OpenedDealsView | undefined;
  readonly from: readonly string[];
  readonly behind: readonly OpenedNumberView[];
  readonly isAbove: boolean;
  /** There is nothing more to say about it than its clause. */
  readonly isInput: boolean;
}

interface OpenedDealsView {
  readonly headline: string;
  readonly counted: readonly {
    readonly id: string;
    readonly figure: string;
    readonly reason: string;
  }[];
  readonly more: string;
  readonly leftOut: readonly string[];
}

/** Where the company's folder lies says nothing about a clause. */
const FOLDER = /^.*\/(?=plans\/[^/]+$)/;
/** More are in the list of deals at the end of the page. */
const DEALS_MAX = 25;
const LEFT_OUT_MAX = 12;

export function openedNumberView(number: OpenedNumber, desk: Desk): OpenedNumberView {
  const { id, label, unit, datum, inWords, inFigures, clause, deals, from, behind } = number;
  const { format } = desk;
  return {
    id,
    label,
    figure: format.datum(datum, unit),
    inWords: inWords ?? '',
    inFigures: inFigures === undefined || inFigures === inWords ? '' : inFigures,
    clause: `${clause.file.replace(FOLDER, '')}:${clause.line}`,
    deals: deals && dealsView(deals, desk),
    from: from.map(({ what, datum: figure }) =>
      figure === undefined ? what : `${what}: ${format.datum(figure, unit)}`,
    ),
    behind: behind.map((each) => openedNumberView(each, desk)),
    isAbove: number.isAbove,
    isInput: behind.length === 0 && !deals,
  };
}

function dealsView({ unit, counted, leftOut }: OpenedDeals, { format }: Desk): OpenedDealsView {
  const shown = counted.slice(0, DEALS_MAX);
  return {
    headline: studioWords.dealsCounted(counted.length),
    counted: shown.map(({ id, datum, reason }) => ({
      id,
      figure: unit && unit !== 'flag' ? format.datum(datum, unit) : '',
      reason,
    })),
    more: studioWords.more(counted.length - shown.length),
    leftOut: [...leftOut].map(([reason, deals]) => {
      const some = deals.slice(0, LEFT_OUT_MAX);
      const listed = [...some, studioWords.more(deals.length - some.length)].filter((id) => id);
      return studioWords.leftOut(deals.length, reason, listed.join(', '));
    }),
  };
}
