// Deal attributes in money whose currency stands in another attribute: which rate converts them, of
// which day. In: the attributes as read. Out: conversions, the attributes that they make beside the
// converted one, and findings at what does not fit. Source: ENGINE.md sections 3 and 7.

import { type DayNumber, type FiscalCalendar, isoDate, periodAround } from '../calendar.ts';
import { type Diagnostic, diagnose, type Place } from '../diagnostic.ts';
import type { Findings } from '../document/findings.ts';
import { type LooseUnit, unitWord } from '../formula/loose-unit.ts';
import type { DocumentPath } from '../source.ts';
import type { Unit } from '../worksheet/operations.ts';
import type { DealFields } from './check-names.ts';
import type { AttributeSource } from './document.ts';

/** Money written in a currency of its own; it is converted when deals are read. */
export interface Conversion {
  readonly attribute: string;
  /** The attribute that names the currency it is written in. */
  readonly currency: string;
  readonly rateOn: NonNullable<AttributeSource['rateOn']>;
}

/** What one unit of a currency is worth in another on a day. */
export interface AskedRate {
  readonly from: string;
  readonly to: string;
  readonly day: DayNumber;
}

/** Names of what a conversion keeps for readers: the money as written, the rate, its day. */
export function keptOf(attribute: string) {
  return {
    written: `${attribute}_written`,
    rate: `${attribute}_rate`,
    rateDate: `${attribute}_rate_date`,
  };
}

/** The attributes that conversions make, with their units. */
export function keptUnits({ attribute }: Conversion): readonly (readonly [string, Unit])[] {
  const { written, rate, rateDate } = keptOf(attribute);
  return [
    [written, 'number'],
    [rate, 'number'],
    [rateDate, 'date'],
  ];
}

/** The attribute with the day that decides on the rate. */
export function rateDateOf({ rateOn }: Pick<Conversion, 'rateOn'>): string {
  return typeof rateOn === 'string' ? rateOn : rateOn.of;
}

/** The day whose rate converts a deal; unknown while the deal has no such date. */
export function rateDay(
  { rateOn }: Conversion,
  dateOf: (attribute: string) => unknown,
  calendar: FiscalCalendar,
): DayNumber | undefined {
  const day = dateOf(rateDateOf({ rateOn }));
  if (typeof day !== 'number') return undefined;
  return typeof rateOn === 'string' ? day : periodAround(day, rateOn.endOf, calendar).to;
}

/** That something needs a rate for which there is no row; `needs` goes before it. */
export function missingRate(place: Place, { from, to, day }: AskedRate, needs = ''): Diagnostic {
  const what = `${needs}there is no rate of ${from} in ${to} on ${isoDate(day)}`;
  const remedy =
    'add a row to the rates: a rate is neither turned round nor taken by way of a third currency';
  return diagnose('rates/missing', place, what, remedy);
}

export function conversionsOf(fields: DealFields): readonly Conversion[] {
  return written(fields).flatMap(({ attribute, source: { currency, rateOn } }) =>
    currency !== undefined && rateOn !== undefined ? [{ attribute, currency, rateOn }] : [],
  );
}

export function checkConversions(
  findings: Findings,
  fields: DealFields,
  units: ReadonlyMap<string, LooseUnit>,
): void {
  const names = written(fields).map(({ attribute }) => attribute);
  const taken = new Set([...names, ...Object.keys(fields.derived ?? {})]);
  for (const each of written(fields)) {
    const conversion = wholeOf(each, findings);
    if (!conversion) continue;
    const { path } = each;
    const { attribute, currency } = conversion;
    checkRefers(findings, units, [...path, 'currency'], currency, 'text');
    checkRefers(findings, units, [...path, 'rateOn'], rateDateOf(conversion), 'date');
    for (const name of Object.values(keptOf(attribute)).filter((kept) => taken.has(kept))) {
      const what = `\`${name}\` is made for \`${attribute}\`, which is converted`;
      const place = findings.document.placeOf(path);
      findings.add(diagnose('plan/duplicate-id', place, what, 'give your own another name'));
    }
  }
}

/** A conversion with both of its halves, on money. */
function wholeOf(
  { attribute, source, path }: WrittenAttribute,
  findings: Findings,
): Conversion | undefined {
  const { unit, currency, rateOn } = source;
  if (currency === undefined && rateOn === undefined) return undefined;
  if (unit !== 'money') {
    const what = `\`${attribute}\` is no money, and only money has a currency`;
    findings.report('company/conversion', path, what, 'write `unit: money`');
  }
  if (currency !== undefined && rateOn !== undefined) return { attribute, currency, rateOn };
  const [given, missing] = currency === undefined ? ['rateOn', 'currency'] : ['currency', 'rateOn'];
  const what = `\`${given}\` is there, and \`${missing}\` is not`;
  const remedy =
    'write both: `currency:` with the attribute that names the currency, and `rateOn:` with the ' +
    'attribute whose day decides on the rate';
  findings.report('company/conversion', path, what, remedy);
  return undefined;
}

function checkRefers(
  findings: Findings,
  units: ReadonlyMap<string, LooseUnit>,
  path: DocumentPath,
  name: string,
  wanted: 'text' | 'date',
): void {
  const unit = units.get(name);
  if (unit === wanted || unit === 'any') return;
  if (unit === undefined) {
    const known = [...units].flatMap(([each, of]) => (of === wanted ? [each] : []));
    findings.unknownName('company/unknown-attribute', path, 'attribute', name, known);
    return;
  }
  const asked = wanted === 'text' ? 'a currency' : 'a day';
  const what = `\`${name}\` is ${unitWord(unit)}, and ${asked} is asked for`;
  findings.report('company/conversion', path, what, `name an attribute of unit ${wanted}`);
}

interface WrittenAttribute {
  readonly attribute: string;
  readonly source: AttributeSource;
  readonly path: DocumentPath;
}

/** All attributes that are read from a table, with the way to each. */
function written({ attributes, lookups }: DealFields): readonly WrittenAttribute[] {
  const entries = (of: Readonly<Record<string, AttributeSource>>, path: DocumentPath) =>
    Object.entries(of).map(([attribute, source]) => {
      return { attribute, source, path: [...path, attribute] };
    });
  return [
    ...entries(attributes ?? {}, ['data', 'deals', 'attributes']),
    ...(lookups ?? []).flatMap((each, index) =>
      entries(each.attributes, ['data', 'deals', 'lookups', index, 'attributes']),
    ),
  ];
}
