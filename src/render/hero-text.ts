// The hero test as small stories: what the honest one brings and is paid, and every mix of deals
// that is paid more for less. In: the test and how the reader writes numbers. Out: text for a
// terminal.

import {
  type Company,
  type Exploit,
  type HeroTest,
  type Place,
  type Plan,
  type Story,
  type StoryDeals,
  type TimingExploit,
  VOLUME_AT_MOST,
  WANTED_AT_MOST,
} from '../core/index.ts';
import type { Formatter } from './format.ts';

interface HeroScene {
  readonly test: HeroTest;
  readonly plan: Plan;
  readonly company: Company;
}

/** A line of the test's story; one that blames a place in the plan has it. */
export interface HeroLine {
  readonly text: string;
  readonly clause?: Place;
}

export function heroText(scene: HeroScene, format: Formatter): string {
  const lines = heroLines(scene, format).map(({ text, clause }) =>
    clause ? `  ${text}: ${clause.file}:${clause.line}` : text,
  );
  return `${lines.join('\n')}\n`;
}

/** Empty lines stand between stories. */
export function heroLines(
  { test, plan, company }: HeroScene,
  format: Formatter,
): readonly HeroLine[] {
  const words = new HeroWords(company, format);
  const { honest, exploits, timing, passes, seed, tried } = test;
  const [part, volume] = [WANTED_AT_MOST, VOLUME_AT_MOST].map((each) => format.percent(each));
  const wanted = `Wanted: ${company.wants?.title}.`;
  const [brought, paid] = [words.wanted(honest), words.pays(honest)];
  const said = (text: string): HeroLine => ({ text });
  return [
    said(`${plan.title} (${plan.id}), ${test.period}, ${test.words}; seed ${seed}.`),
    said(`${wanted} Tried: ${format.count(tried)} mixes of deals like the company’s,`),
    said(`with up to ${volume} of the volume and ${part} of what is wanted.`),
    said(''),
    said(`Honest: ${words.deals(honest)} bring ${brought} and are paid ${paid}.`),
    ...exploits.flatMap((each, index) => [said(''), ...words.exploit(each, index + 1, honest)]),
    ...(timing ? [said(''), ...words.timing(timing).map(said)] : []),
    said(''),
    said(
      passes
        ? `Passes: nothing that brings ${part} of what is wanted, or less, is paid more.`
        : 'Fails: it pays more for less.',
    ),
  ];
}

class HeroWords {
  readonly #company: Company;
  readonly #format: Formatter;

  constructor(company: Company, format: Formatter) {
    this.#company = company;
    this.#format = format;
  }

  exploit(story: Exploit, number: number, honest: Story): readonly HeroLine[] {
    const { component, clause } = story;
    return [
      {
        text:
          `Exploit ${number}: ${this.deals(story)} bring ${this.wanted(story)} and are paid ` +
          `${this.pays(story)}, against ${this.pays(honest)}.`,
      },
      { text: `${component.title} lets it happen`, clause },
    ];
  }

  timing({ moved, isLater, even, pays, evenly }: TimingExploit): readonly string[] {
    const { money, count } = this.#format;
    const when = isLater ? 'wait for the next period' : 'close a period early';
    return [
      `Timing: ${even.map((each) => count(each)).join(' and ')} deals in two periods are paid ` +
        `${money(evenly)}; if ${count(moved.count)} of them ${when}, ${money(pays)}.`,
    ];
  }

  pays({ pays }: Story): string {
    return this.#format.money(pays);
  }

  wanted({ wanted }: Story): string {
    return this.#format.money(wanted);
  }

  /** `14 deals of 56,940.00 (like RI-1150; not wanted)`. */
  deals({ deals }: Story): string {
    return deals.map((each) => this.#some(each)).join(' and ');
  }

  #some({ deal, count, size, isWanted }: StoryDeals): string {
    const { deals, model } = this.#company;
    const flags = deals.derived
      .filter(({ unit }) => unit === 'flag' || unit === 'ratio')
      .map(({ name, unit }) => {
        const label = model.labels.get(name) ?? name;
        return `${label}: ${this.#format.datum(deal.attributes.get(name), unit)}`;
      });
    const about = [`like ${deal.id}`, isWanted ? 'wanted' : 'not wanted', ...flags].join('; ');
    const each = count === 1 ? 'deal' : 'deals';
    return `${this.#format.count(count)} ${each} of ${this.#format.money(size)} (${about})`;
  }
}
