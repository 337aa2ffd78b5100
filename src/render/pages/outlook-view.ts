// What would be paid and why, as text and geometry: the same on the page that the server sends and
// in the browser while a lever moves. In: an outlook and what stands now. Out: the view.

import type { Exact, NextStep, Outlook, StatementComponent } from '../../core/index.ts';
import { type CardView, cardView, type LineView, lineView } from '../component-view.ts';
import { conditionViews, type GateView } from '../conditions-view.ts';
import type { Desk } from '../desk.ts';
import { SeekWords } from '../seek-text.ts';
import { studioWords } from './studio-words.ts';

export interface OutlookView {
  readonly payment: string;
  /** `+2,340.00`: nothing where it is what stands now. */
  readonly change: ChangeView;
  readonly ofTarget: string;
  readonly components: readonly {
    readonly line: LineView;
    readonly card: CardView;
    readonly change: ChangeView;
    readonly attainmentLabel: string;
    readonly factorLabel: string;
  }[];
  readonly others: readonly { readonly title: string; readonly payout: string }[];
  readonly gates: readonly GateView[];
}

export interface ChangeView {
  readonly text: string;
  readonly isMore: boolean;
  readonly isLess: boolean;
}

export function outlookView(outlook: Outlook, present: Outlook, desk: Desk): OutlookView {
  const { format } = desk;
  const { payment, targetIncentive, components, lines } = outlook;
  const hasTarget = !targetIncentive.exact.eq('0');
  const before = (id: string): Exact | undefined =>
    present.lines.find((each) => each.id === id)?.payout.exact;
  const isComponent = (id: string): boolean => components.some((each) => each.id === id);
  return {
    payment: format.moneyWithCurrency(payment),
    change: changeView(payment.exact.minus(present.payment.exact), desk),
    ofTarget: hasTarget
      ? studioWords.ofTarget(format.percent(payment.exact.div(targetIncentive.exact)))
      : '',
    components: components.map((component) => componentView(component, before, desk)),
    others: lines
      .filter(({ id }) => !isComponent(id))
      .map(({ title, payout }) => ({ title, payout: format.money(payout) })),
    gates: conditionViews(outlook, desk),
  };
}

function componentView(
  component: StatementComponent,
  before: (id: string) => Exact | undefined,
  desk: Desk,
): OutlookView['components'][number] {
  const { payout, id } = component;
  return {
    line: lineView(component, desk),
    card: cardView(component, desk),
    change: changeView(payout.exact.minus(before(id) ?? payout.exact), desk),
    attainmentLabel: desk.words.labels.attainment,
    factorLabel: desk.words.labels.payoutFactor,
  };
}

export function changeView(change: Exact, { format }: Desk): ChangeView {
  const isMore = change.gt('0');
  const isLess = change.lt('0');
  const sign = isMore ? '+' : '−';
  const text = isMore || isLess ? `${sign}${format.money(change.abs())}` : '';
  return { text, isMore, isLess };
}

export interface StepView {
  readonly text: string;
  readonly gain: string;
}

/** More than a few are not near. */
const STEPS_MAX = 6;

export function stepViews(
  steps: readonly NextStep[],
  { format }: Pick<Desk, 'format'>,
): readonly StepView[] {
  const words = new SeekWords(format);
  const few = steps.slice(0, STEPS_MAX);
  return few.map((step) => ({ text: words.step(step), gain: words.gain(step) }));
}
