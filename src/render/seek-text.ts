// A goal seek in words: what a lever must stand at, or why no figure of it will do, and the ways
// that change least. In: the answer and how the reader writes numbers. Out: text for a terminal.

import type { Lever, LeverAnswer, NextStep, Obstacle, SeekAnswer, Way } from '../core/index.ts';
import type { Formatter } from './format.ts';

/** What an answer says; what stands in the way is a list. */
export interface AnswerText {
  readonly said: readonly string[];
  readonly obstacles: readonly string[];
}

export function seekText(answer: SeekAnswer, payee: string, format: Formatter): string {
  const words = new SeekWords(format);
  const { present, goal, isReached, asked, nearest, ways, steps } = answer;
  const paid = `${payee} is paid ${format.money(present)}`;
  if (isReached) {
    return `${paid}: that is ${format.money(goal)} or more already, and nothing is needed.\n`;
  }
  const missing = format.money(goal.minus(present));
  const lines = [
    `${paid}: ${missing} short of ${format.money(goal)}.`,
    ...(asked ? ['', ...answerLines(asked, words)] : []),
    '',
    ...(ways.length > 0
      ? [
          'Ways that change least (by the part of each lever’s range; of deals, by their number):',
          ...ways.map((way, index) => `  ${index + 1}. ${words.way(way)}`),
        ]
      : ['No lever reaches it, and no two of them or all together do.']),
    ...(nearest && !asked ? ['', ...answerLines(nearest, words)] : []),
    ...(steps.length > 0
      ? ['', 'Nearest steps:', ...steps.map((each) => `  ${words.step(each)}: ${words.gain(each)}`)]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function answerLines(answer: LeverAnswer, words: SeekWords): readonly string[] {
  const { label, id } = answer.lever;
  const { said, obstacles } = words.answer(answer, `${label} (${id})`);
  const [first = '', ...others] = said;
  return [
    first,
    ...others.map((each) => `  ${each}`),
    ...(obstacles.length > 0 ? ['  What stands in the way:'] : []),
    ...obstacles.map((each) => `  - ${each}`),
  ];
}

/** Sentences of an answer; the studio's page says the same. */
export class SeekWords {
  readonly #format: Formatter;

  constructor(format: Formatter) {
    this.#format = format;
  }

  answer({ lever, reached, most }: LeverAnswer, name = lever.label): AnswerText {
    const { money } = this.#format;
    if (reached) {
      const { figure, pays, oneStepLess } = reached;
      const before = this.figure(lever, oneStepLess.figure);
      const said = [
        `${name}: ${this.move(lever, figure)} pays ${money(pays)}.`,
        `One step less, ${before}, pays ${money(oneStepLess.pays)}.`,
      ];
      return { said, obstacles: [] };
    }
    if (!most) return { said: [], obstacles: [] };
    const isHere = lever.present?.eq(most.figure) ?? false;
    const where = isHere ? 'where it stands' : `at ${this.figure(lever, most.figure)}`;
    const best = `${money(most.pays)}, ${where}`;
    return {
      said: [`${name}: no figure reaches it. The most that any pays is ${best}.`],
      obstacles: most.obstacles.map((each) => this.obstacle(each)),
    };
  }

  obstacle({ kind, title, cost, clause }: Obstacle): string {
    const where = `(${clause.file}:${clause.line})`;
    const paid = this.#format.money(cost);
    const said = {
      gate: `gate ${title} is not met: it costs ${paid}`,
      link: `link ${title} is not met: it costs ${paid}`,
      limit: `limit: ${title}; from there on it cuts what is more`,
      weight: `weight: all that ${title} pays there is ${paid}`,
    };
    return `${said[kind]} ${where}`;
  }

  way({ steps, pays }: Way): string {
    const moved = steps.map(({ lever, figure }) => this.moved(lever, figure));
    return `${moved.join('; ')}. Pays ${this.#format.money(pays)}.`;
  }

  /** `2 more deals like D-7 open the gate Deal size`, `Forecast: from 100% to 125%`. */
  step({ lever, figure, opens, reaches }: NextStep): string {
    const what = this.moved(lever, figure);
    const isMany = lever.lever.of === 'deals' && figure.gt('1');
    if (opens) return `${what} ${isMany ? 'open' : 'opens'} the gate ${opens.title}`;
    return reaches ? `${what} reaches the next step of ${reaches.title}` : what;
  }

  gain({ adds }: NextStep): string {
    return `+${this.#format.money(adds)}`;
  }

  /** `New ARR: from 675,000.00 to 1,004,999.50`, `7 more deals like D-7`. */
  moved(lever: Lever, figure: Lever['step']): string {
    const { lever: of, label } = lever;
    if (of.of !== 'deals') return `${label}: ${this.move(lever, figure)}`;
    const count = this.figure(lever, figure);
    return figure.eq('1') ? `One more deal like ${of.like}` : `${count} more deals like ${of.like}`;
  }

  /** `from 675,000.00 to 1,004,999.50`, `7 more`. */
  move(lever: Lever, figure: Lever['step']): string {
    const to = this.figure(lever, figure);
    if (lever.lever.of === 'deals') return `${to} more`;
    return lever.present ? `from ${this.figure(lever, lever.present)} to ${to}` : to;
  }

  figure({ unit }: Lever, figure: Lever['step']): string {
    return this.#format.quantity({ number: figure, unit });
  }
}
