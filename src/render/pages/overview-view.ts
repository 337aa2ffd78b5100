// The overview as text and geometry: the money first, then everybody with what it stands on.
// In: the overview and its frame. Out: the view.

import type { Overview, PayeePay, StudioFrame } from '../../app/studio-ports.ts';
import type { Exact, Statement } from '../../core/index.ts';
import { type AttainmentBar, attainmentBar } from '../attainment-bar.ts';
import { conditionViews, type GateView } from '../conditions-view.ts';
import type { Desk } from '../desk.ts';
import { formatter } from '../format.ts';
import { successFrom } from '../sentences.ts';
import { english } from '../wording.ts';
import { type FindingsView, findingsView } from './findings-view.ts';
import { awaitsText, studioWords } from './studio-words.ts';
import { type ThreadView, threadView } from './thread-view.ts';

export interface OverviewView {
  /** Payments of everybody, by currency. */
  readonly totals: readonly string[];
  readonly paidTo: string;
  readonly payees: readonly PayeeView[];
  readonly findings: FindingsView;
  readonly thread: ThreadView;
}

interface PayeeView {
  readonly name: string;
  readonly role: string;
  readonly href: string;
  readonly whatIf: string;
  readonly payment: string;
  readonly ofTarget: string;
  readonly components: readonly ComponentView[];
  readonly gates: readonly GateView[];
  readonly awaits: string;
  readonly findings: FindingsView | undefined;
}

interface ComponentView {
  readonly title: string;
  readonly kind: string;
  readonly attainment: string;
  /** Why nothing is paid for it yet. */
  readonly note: string;
  readonly bar: AttainmentBar | undefined;
  readonly payout: string;
}

export function overviewView(overview: Overview, { company, period }: StudioFrame): OverviewView {
  const words = english;
  const deskFor = (currency: string): Desk => ({
    format: formatter(company.locale, currency, words),
    words,
  });
  const { payees, findings, thread } = overview;
  return {
    totals: totalsOf(payees).map(({ currency, sum }) =>
      deskFor(currency).format.moneyWithCurrency(sum),
    ),
    paidTo: studioWords.paidTo(payees.length),
    payees: payees.map((pay) => {
      const desk = deskFor(pay.statement?.currency ?? company.currency);
      return payeeView(pay, period.id, desk);
    }),
    findings: findingsView(findings),
    thread: threadView(thread, deskFor(company.currency)),
  };
}

interface Total {
  readonly currency: string;
  readonly sum: Exact;
}

function totalsOf(payees: readonly PayeePay[]): readonly Total[] {
  const totals = new Map<string, Exact>();
  for (const { statement } of payees) {
    if (!statement) continue;
    const { currency, payment } = statement;
    totals.set(currency, totals.get(currency)?.plus(payment.exact) ?? payment.exact);
  }
  return [...totals].map(([currency, sum]) => ({ currency, sum }));
}

function payeeView(
  { payee, statement, awaits, findings }: PayeePay,
  period: string,
  desk: Desk,
): PayeeView {
  const { format, words } = desk;
  const path = `${period}/${encodeURIComponent(payee.id)}`;
  const hasTarget = statement && !statement.targetIncentive.exact.eq('0');
  return {
    name: payee.name,
    role: payee.title ?? '',
    href: `/statements/${path}`,
    whatIf: `/what-if/${path}`,
    payment: statement ? format.money(statement.payment) : words.notKnown,
    ofTarget: hasTarget
      ? studioWords.ofTarget(
          format.percent(statement.payment.exact.div(statement.targetIncentive.exact)),
        )
      : '',
    components: statement ? componentViews(statement, desk) : [],
    gates: statement ? conditionViews(statement, desk) : [],
    awaits: awaitsText(awaits, format.list),
    findings: statement ? undefined : findingsView(findings),
  };
}

function componentViews(
  { components }: Statement,
  { format, words }: Desk,
): readonly ComponentView[] {
  return components.map(({ title, kind, isDue, attainment, payout }) => ({
    title,
    kind: words.kindTitle(kind),
    attainment: attainment ? format.percent(attainment) : '',
    note: isDue ? '' : studioWords.notDue,
    bar: attainment && attainmentBar(attainment, successFrom[kind]),
    payout: format.money(payout),
  }));
}
