// Converts the money of deals that is written in a currency of its own into the company's, at the
// rate of the day that company.yaml states. What has no rate stays unknown: it is asked for where
// the deal counts. In: conversions and rates. Out: readers that run after all columns were read.

import type { Company } from '../company/company.ts';
import { type Conversion, keptOf, rateDay } from '../company/conversions.ts';
import { isCurrency } from '../currency.ts';
import { currencyIssue } from '../document/leaves.ts';
import { type Exact, ONE } from '../exact-number.ts';
import type { SourceTable } from '../source.ts';
import type { Datum } from '../worksheet/operations.ts';
import type { ExchangeRates } from './exchange-rates.ts';
import type { TableFindings } from './table-findings.ts';

interface ConversionContext {
  readonly company: Pick<Company, 'currency' | 'calendar' | 'deals'>;
  readonly rates: ExchangeRates;
  readonly table: SourceTable;
  readonly findings: TableFindings;
}

type Attributes = Map<string, Datum>;
type Convert = (row: readonly string[], index: number, into: Attributes) => void;

export function conversionReaders(context: ConversionContext): readonly Convert[] {
  return context.company.deals.conversions.map((conversion) => (_row, index, into) => {
    convert(conversion, into, index, context);
  });
}

function convert(
  conversion: Conversion,
  into: Attributes,
  index: number,
  context: ConversionContext,
): void {
  const { company, rates } = context;
  const { attribute } = conversion;
  const money = into.get(attribute) as Exact | undefined;
  const currency = currencyOf(conversion, into, index, context);
  const day = rateDay(conversion, (name) => into.get(name), company.calendar);
  const isOwn = currency === company.currency;
  const found =
    day === undefined || currency === undefined || isOwn
      ? undefined
      : rates.on(day, currency, company.currency);
  const rate = isOwn ? ONE : found?.rate;
  const kept = keptOf(attribute);
  into.set(kept.written, money);
  into.set(kept.rate, rate);
  into.set(kept.rateDate, isOwn ? undefined : day);
  into.set(attribute, money && rate && money.times(rate));
}

/** A currency that is not known is said once for all rows that have it; blank is not known. */
function currencyOf(
  conversion: Conversion,
  into: Attributes,
  index: number,
  { table, company, findings }: ConversionContext,
): string | undefined {
  const written = into.get(conversion.currency) as string | undefined;
  if (written === undefined || isCurrency(written)) return written;
  const column = company.deals.attributes.get(conversion.currency)?.column ?? conversion.currency;
  const { code, what, remedy } = currencyIssue(written);
  const where = `${what} (column \`${column}\`)`;
  const instead = `${remedy}, or map an alias of it in company.yaml`;
  findings.report(code, table, index, table.columns.indexOf(column), where, instead);
  return undefined;
}
