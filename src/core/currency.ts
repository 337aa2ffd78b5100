// The kept table of currencies: ISO 4217 codes and how many minor-unit digits each has.
// Not taken from Intl: Node's data say HUF 0 and IDR 0 where ISO 4217 says 2 (measured).
// The table's date goes into the JSON statement, so that a figure can name the table it stood on.

/** The day on which this table was last changed. */
export const currencyTableVersion = '2026-11-21';

const NO_MINOR_UNIT = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF';
const THREE_DIGITS = 'BHD IQD JOD KWD LYD OMR TND';
const FOUR_DIGITS = 'CLF UYW';
const TWO_DIGITS = `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD
  BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD
  FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK
  LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR
  NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC
  SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD YER ZAR ZMW ZWG`;

function digits(count: number, codes: string): [string, number][] {
  return codes.split(/\s+/).map((code) => [code, count]);
}

const minorDigitsByCode: ReadonlyMap<string, number> = new Map([
  ...digits(0, NO_MINOR_UNIT),
  ...digits(2, TWO_DIGITS),
  ...digits(3, THREE_DIGITS),
  ...digits(4, FOUR_DIGITS),
]);

export function isCurrency(code: string): boolean {
  return minorDigitsByCode.has(code);
}

/** Digits after the decimal point of a currency's minor unit; an unknown code is a bug here. */
export function minorDigits(currency: string): number {
  const count = minorDigitsByCode.get(currency);
  if (count === undefined) throw new Error(`unknown currency ${currency}`);
  return count;
}
