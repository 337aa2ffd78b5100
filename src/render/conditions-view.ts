// Gates and links of a statement as text: what was asked, what was reached, what it did and cost.
// In: a statement. Out: views for the templates.

import type { Statement, StatementGate, StatementLink } from '../core/index.ts';
import type { Desk } from './desk.ts';
import { type GateText, gateText, linkText } from './sentences.ts';

export interface GateView extends GateText {
  readonly title: string;
  readonly measure: string;
  readonly state: 'met' | 'not-met' | 'not-judged';
  readonly isMet: boolean;
  readonly isNotMet: boolean;
  readonly isNotJudged: boolean;
  readonly stateText: string;
  readonly isCostly: boolean;
}

/** All that stands between results and their pay. */
export function conditionViews(
  { links, gates }: Pick<Statement, 'links' | 'gates'>,
  desk: Desk,
): readonly GateView[] {
  return [
    ...links.map((link) => linkView(link, desk)),
    ...gates.map((gate) => gateView(gate, desk)),
  ];
}

function gateView(gate: StatementGate, desk: Desk): GateView {
  const said = gateText(gate, desk.format, desk.words);
  return conditionView(gate, gate.measure, said, desk);
}

function linkView(link: StatementLink, desk: Desk): GateView {
  const said = linkText(link, desk.format, desk.words);
  return conditionView(link, desk.words.attainmentOf(link.by), said, desk);
}

/** A gate or a link: what stands between a result and its pay. */
function conditionView(
  { title, window, days, judged }: StatementGate | StatementLink,
  measure: string,
  said: GateText,
  { format, words }: Desk,
): GateView {
  const { labels } = words;
  const when = days && format.days(days.from, days.to);
  const about = [measure, words.windowTitle(window), when].filter((each) => each !== undefined);
  const state = stateOf(judged);
  const stateTexts = { met: labels.met, 'not-met': labels.notMet, 'not-judged': labels.notJudged };
  return {
    ...said,
    title,
    measure: about.join(', '),
    state,
    isMet: state === 'met',
    isNotMet: state === 'not-met',
    isNotJudged: state === 'not-judged',
    stateText: stateTexts[state],
    isCostly: judged?.cost.exact.gt('0') === true,
  };
}

function stateOf(judged: { readonly met: boolean } | undefined): GateView['state'] {
  if (!judged) return 'not-judged';
  return judged.met ? 'met' : 'not-met';
}
