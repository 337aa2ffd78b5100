// Money that is paid as it stands in a table comes in whole minor units, so that a statement adds
// up by eye. In: an amount and its place. Out: a finding at the cell.

import { minorDigits } from '../currency.ts';
import type { Place } from '../diagnostic.ts';
import { type Exact, exactText } from '../exact-number.ts';
import type { TableFindings } from './table-findings.ts';

export function checkMinorUnits(
  amount: Exact,
  currency: string,
  placeOf: () => Place,
  findings: TableFindings,
): void {
  const places = minorDigits(currency);
  if (amount.eq(amount.round(places))) return;
  const what = `\`${exactText(amount)}\` has more than ${places} digits after the point`;
  const remedy = `write an amount that can be paid in ${currency}`;
  findings.reportAt('data/minor-units', placeOf(), what, remedy);
}
