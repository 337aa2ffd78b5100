// What stands beside a line of the payment that is no component, and the balances below the lines.
// In: a line or the statement. Out: sentences; nothing where there is nothing to add.

import type {
  HeldDealLine,
  Statement,
  StatementBalance,
  StatementLimit,
  StatementLine,
} from '../core/index.ts';
import type { Desk } from './desk.ts';
import { type Formatter, formatter } from './format.ts';
import { english, type Wording } from './wording.ts';

export function lineAbout(
  { id, adjustment, takenBack, heldFor }: StatementLine,
  { limits }: Statement,
  desk: Desk,
): string {
  if (adjustment) return desk.words.adjusted(adjustment.reason, adjustment.approver);
  if (takenBack) return takenBackText(takenBack, desk);
  if (heldFor) return heldText(heldFor, desk);
  const limit = limits.find((each) => each.id === id);
  return limit ? (limitText(limit, desk) ?? '') : '';
}

function takenBackText(
  takenBack: NonNullable<StatementLine['takenBack']>,
  { format, words }: Desk,
): string {
  const parts = takenBack.map(({ deals, on, share, paid }) =>
    words.takenBack(format.list(deals), format.date(on), format.percent(share), format.money(paid)),
  );
  return parts.join(' · ');
}

/** `D-7, D-8 (12 May 2026)` */
function heldText(deals: readonly HeldDealLine[], { format }: Pick<Desk, 'format'>): string {
  return deals
    .map(({ deal, on }) => (on === undefined ? deal : `${deal} (${format.date(on)})`))
    .join(', ');
}

/** `No more than 12,000.00 a period`; nothing where segments differ in it. */
export function limitText(
  { kind, over, limit }: StatementLimit,
  { format, words }: Desk,
): string | undefined {
  return limit && words.limited[kind](format.money(limit), words.limitOver[over]);
}

/** What is nothing before and after needs no words. */
function hasMoney({ before, after, forfeited, forgiven }: StatementBalance): boolean {
  return [before, after, forfeited, forgiven].some((each) => each?.exact.isZero === false);
}

export function balanceSentences(
  { balances }: Pick<Statement, 'balances'>,
  { format, words }: Desk,
): readonly string[] {
  return balances.filter(hasMoney).map((balance) => {
    const { title, before, after, forfeited, forfeitedFor, forgiven } = balance;
    const ended = [
      ...(forfeited?.exact.isZero === false
        ? [lostText(forfeited, forfeitedFor, { format, words })]
        : []),
      ...(forgiven?.exact.isZero === false ? [words.forgiven(format.money(forgiven))] : []),
    ];
    return [words.balance(title, format.money(before), format.money(after)), ...ended].join('; ');
  });
}

/** `400.00 forfeited: D-9 (28 Aug 2026)` */
function lostText(
  forfeited: StatementLine['payout'],
  deals: readonly HeldDealLine[] | undefined,
  { format, words }: Pick<Desk, 'format' | 'words'>,
): string {
  const lost = words.forfeited(format.money(forfeited));
  return deals ? words.because(lost, heldText(deals, { format })) : lost;
}

/** What payroll pays in another currency, with that currency's own digits and sign. */
export function paidFigure(
  { payment }: NonNullable<Statement['paidIn']>,
  { locale }: Formatter,
  words: Wording,
): string {
  return formatter(locale, payment.currency, words).moneyWithCurrency(payment);
}

/** `100.01 × 151 = ¥15,102, at the rate of 31 Mar 2026`; nothing where nothing is converted. */
export function conversionSentences(
  { paidIn, payment }: Pick<Statement, 'paidIn' | 'payment'>,
  format: Formatter,
  words: Wording = english,
): readonly string[] {
  if (!paidIn) return [];
  const { rate, day, rateSince } = paidIn;
  const from = format.moneyWithCurrency(payment);
  const paid = paidFigure(paidIn, format, words);
  const at = words.conversion(from, format.rate(rate), paid, format.datum(rateSince, 'date'));
  const asked = day === rateSince ? [] : [words.rateFor(format.datum(day, 'date'))];
  return [[at, ...asked].join(' ')];
}
