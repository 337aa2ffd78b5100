// The hero test as small stories: every mix of deals that is paid more for less, in one sentence
// first, then what it brings and which clause lets it happen; else what came nearest.
// In: the test and how the reader writes numbers. Out: lines, and text for a terminal.

import {
  BAR,
  type Company,
  dealsAtMost,
  type Exact,
  type Exploit,
  exactText,
  type HeroTest,
  type Place,
  type Plan,
  type Story,
  type TimingExploit,
} from '../core/index.ts';
import type { Formatter } from './format.ts';
import { capital, HeroWords } from './hero-words.ts';

interface HeroScene {
  readonly test: HeroTest;
  readonly plan: Plan;
  readonly company: Company;
}

/** A line of the test's story; one that blames a place in the plan has it. */
export interface HeroLine {
  readonly text: string;
  readonly clause?: Place;
  /** It follows the sentence that a story is told in. */
  readonly isDetail?: true;
}

export function heroText(scene: HeroScene, format: Formatter): string {
  const lines = heroLines(scene, format).map(({ text, clause, isDetail }) => {
    const place = clause ? `: ${clause.file}:${clause.line}` : '';
    return `${isDetail ? '  ' : ''}${text}${place}`;
  });
  return `${lines.join('\n')}\n`;
}

/** Empty lines stand between stories; the last line is the verdict. */
export function heroLines(
  { test, plan, company }: HeroScene,
  format: Formatter,
): readonly HeroLine[] {
  const telling = new Telling(format, company.wants?.title ?? '');
  const { exploits, timing, passes, nearest } = test;
  const stories = [
    ...exploits.map((each) => telling.exploit(each)),
    ...(timing ? [telling.timing(timing)] : []),
  ];
  const told = stories.flatMap(([first, ...rest], at) => [
    said(''),
    said(`Exploit ${at + 1}: ${first}`),
    ...rest.map((each): HeroLine => ({ ...each, isDetail: true })),
  ]);
  const near = nearest ? [said(''), ...telling.nearest(nearest, test.honest)] : [];
  const about = `${plan.title} (${plan.id}), ${test.words}; seed ${test.seed}.`;
  const verdict = passes
    ? 'Passes: no mix beyond the bar was found.'
    : 'Fails: it pays more for less.';
  return [said(about), ...telling.bar(test), ...told, ...near, said(''), said(verdict)];
}

const said = (text: string): HeroLine => ({ text });

/** The sentence that an exploit is told in, and its details. */
type StoryLines = readonly [string, ...HeroLine[]];

class Telling {
  readonly #format: Formatter;
  readonly #words: HeroWords;
  readonly #title: string;

  constructor(format: Formatter, title: string) {
    this.#format = format;
    this.#words = new HeroWords(format);
    this.#title = title;
  }

  /** What is an exploit, against whom, and among what it was sought. */
  bar({ honest, tried, kinds, traits }: HeroTest): readonly HeroLine[] {
    const { count, money, percent, list } = this.#format;
    const words = this.#words;
    const like = list(
      honest.deals.map((each) => [each.like.id, words.traits(each)].filter(Boolean).join('; ')),
    );
    const deals = dealsAtMost(dealsIn(honest));
    return [
      said(
        `Honest: ${words.deals(honest.deals)} that are wanted (${this.#title}) in ` +
          `${honest.period} are paid ${money(honest.pays)}. Like ${like}.`,
      ),
      said(
        'An exploit brings less of what is wanted and is paid more: in all, and at ' +
          `least ${exactText(BAR.payPerWanted)} times as much for each unit of it, ` +
          `with at most ${percent(BAR.volumeAtMost)} of the volume and ${words.number(deals)} ` +
          'deals; or the same deals, closed in other periods, are paid more than ' +
          `${percent(BAR.timing)}.`,
      ),
      said(
        `Tried: ${count(tried)} mixes of ${count(kinds)} kinds of deals, ` +
          `which differ in: ${list(['Size', ...traits])}.`,
      ),
    ];
  }

  exploit(story: Exploit): StoryLines {
    const { deals, against, component, gates } = story;
    const { money } = this.#format;
    const words = this.#words;
    const isAllWanted = deals.every(({ isWanted }) => isWanted);
    const some = isAllWanted ? words.deals(deals) : words.dealsAndWhether(deals);
    const whether = isAllWanted ? ', all of them wanted' : ` that ${areOf(dealsIn(against))}`;
    const others = `${words.others(against.deals)}${whether}`;
    const pay = dealsIn(story) === 1 ? 'pays' : 'pay';
    const [brings, due] = [money(story.wanted), money(against.wanted)];
    const brought = story.wanted.eq('0') ? 'nothing' : brings;
    return [
      `${capital(some)} ${pay} more than ${others}: ${money(story.pays)} against ` +
        `${money(against.pays)}.`,
      said(`They bring ${brought} of what is wanted, not ${due}.${this.#apart(story)}`),
      { text: `${component.title} pays for it`, clause: component.clause },
      ...gates.map(({ title, isMet, clause }) => {
        const how = isMet ? 'is met and does not stop it' : 'is not met and takes too little';
        return { text: `${title} ${how}`, clause };
      }),
    ];
  }

  timing({ deals, periods, even, moved, evenly, pays, component }: TimingExploit): StoryLines {
    const { money } = this.#format;
    const words = this.#words;
    const closing = (counts: readonly [number, number]): string => {
      const only = counts.indexOf(0);
      if (only >= 0) return `all close in ${periods[1 - only]}`;
      const [one, other] = [words.number(counts[0]), words.number(counts[1])];
      return `${one} close in ${periods[0]} and ${other} in ${periods[1]}`;
    };
    const all = capital(words.number(even[0] + even[1]));
    return [
      `${all} deals of ${words.size(deals.size)} pay more if ${closing(moved)} than if ` +
        `${closing(even)}: ${money(pays)} against ${money(evenly)}.`,
      { text: `${component.title} pays for it`, clause: component.clause },
    ];
  }

  nearest(story: Story, honest: Story): readonly HeroLine[] {
    const { money, percent } = this.#format;
    const part = (of: Exact, all: Exact): string => percent(of.div(all).round(3));
    const bring = dealsIn(story) === 1 ? 'brings' : 'bring';
    const brought = story.wanted.eq('0') ? 'nothing' : part(story.wanted, honest.wanted);
    return [
      said(
        `Nearest: ${this.#words.dealsAndWhether(story.deals)} ${bring} ` +
          `${brought} of what is wanted for ${money(story.pays)}, ` +
          `${part(story.pays, honest.pays)} of the honest pay.${this.#apart(story)}`,
      ),
    ];
  }

  /** What sets their deals apart from the honest ones. */
  #apart({ deals }: Story): string {
    const apart = deals.filter(({ traits }) => traits.length > 0);
    const told = apart.map((each) => {
      const whose = deals.length === 1 ? '' : `${capital(this.#words.others([each]))}: `;
      return ` ${whose}${this.#words.traits(each)}.`;
    });
    return told.join('');
  }
}

function dealsIn({ deals }: Story): number {
  return deals.reduce((sum, { count }) => sum + count, 0);
}

const areOf = (count: number): string => (count === 1 ? 'is' : 'are');
