// The golden thread as a tree of text: under each key result of the company those that support it,
// and the components that serve it, with how everybody on them stands.
// In: the thread. Out: the view. What a state means is the practice of its kind: PRODUCT.md.

import type {
  GoldenThread,
  ThreadComponent,
  ThreadNode,
  ThreadPayee,
} from '../../app/studio-ports.ts';
import type { StatementComponent } from '../../core/index.ts';
import { type AttainmentBar, attainmentBar } from '../attainment-bar.ts';
import type { Desk } from '../desk.ts';
import { successFrom } from '../sentences.ts';
import { studioWords } from './studio-words.ts';

/** How a component stands; the style sheet draws it, words say it. */
type Standing = 'good' | 'watched' | 'waiting';

export interface ThreadView {
  readonly roots: readonly NodeView[];
  readonly loose: readonly ComponentView[];
}

interface NodeView {
  readonly title: string;
  readonly asked: string;
  readonly objective: string;
  readonly owner: string;
  readonly components: readonly ComponentView[];
  readonly below: readonly NodeView[];
}

interface ComponentView {
  readonly title: string;
  readonly kind: string;
  readonly plan: string;
  readonly isShared: boolean;
  readonly payees: readonly PayeeView[];
}

interface PayeeView {
  readonly name: string;
  readonly attainment: string;
  readonly bar: AttainmentBar | undefined;
  readonly standing: Standing;
  readonly text: string;
}

export function threadView({ roots, loose }: GoldenThread, desk: Desk): ThreadView {
  return {
    roots: roots.map((each) => nodeView(each, desk)),
    loose: loose.map((each) => componentView(each, desk)),
  };
}

function nodeView({ keyResult, objective, components, below }: ThreadNode, desk: Desk): NodeView {
  return {
    title: keyResult.title,
    asked: askedText(keyResult, desk),
    objective: objective.title,
    owner: objective.owner ?? '',
    components: components.map((each) => componentView(each, desk)),
    below: below.map((each) => nodeView(each, desk)),
  };
}

/** `10% – 18%`, `15,000,000`; nothing for a milestone. */
function askedText({ from, to }: ThreadNode['keyResult'], { format, words }: Desk): string {
  const text = (figure: typeof to): string | undefined =>
    figure &&
    format.quantity(
      { number: figure.number, unit: figure.isPercent ? 'ratio' : 'number' },
      { digits: 'short' },
    );
  const wanted = text(to);
  return wanted === undefined ? '' : words.fromTo(text(from), wanted);
}

function componentView({ title, kind, plan, payees }: ThreadComponent, desk: Desk): ComponentView {
  return {
    title,
    kind: desk.words.kindTitle(kind),
    plan,
    isShared: payees.length > 1,
    payees: payees.map((each) => payeeView(each, kind, desk)),
  };
}

type Kind = StatementComponent['kind'];

function payeeView({ name, component, awaits }: ThreadPayee, kind: Kind, desk: Desk): PayeeView {
  const { format, words } = desk;
  const attainment = component?.attainment;
  if (awaits.length > 0) {
    const text = studioWords.waitsForScore(awaits.length);
    return { name, attainment: '', bar: undefined, standing: 'waiting', text };
  }
  if (!component) {
    return { name, attainment: '', bar: undefined, standing: 'waiting', text: words.notKnown };
  }
  if (!component.isDue) {
    return { name, attainment: '', bar: undefined, standing: 'waiting', text: studioWords.notDue };
  }
  const isGood = !attainment || attainment.gte(String(successFrom[kind]));
  return {
    name,
    attainment: attainment ? format.percent(attainment) : format.money(component.payout),
    bar: attainment && attainmentBar(attainment, successFrom[kind]),
    standing: isGood ? 'good' : 'watched',
    text: attainment ? studioWords.standing(kind, isGood) : '',
  };
}
