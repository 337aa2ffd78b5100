// How the hero test speaks of deals: `Twelve deals of 75,000 that are not wanted`. In: deals of
// stories, and how the reader writes numbers. Out: parts of sentences, in English.

import type { Exact, StoryDeals } from '../core/index.ts';
import type { Formatter } from './format.ts';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const SMALL_NUMBERS = [...NUMBERS, 'ten', 'eleven', 'twelve'];

export class HeroWords {
  readonly #format: Formatter;

  constructor(format: Formatter) {
    this.#format = format;
  }

  /** Books write small numbers as words. */
  number(count: number): string {
    return SMALL_NUMBERS[count] ?? this.#format.count(count);
  }

  size(size: Exact): string {
    return this.#format.quantity({ number: size, unit: 'money' }, { digits: 'short' });
  }

  /** `twelve deals of 75,000`; of several kinds, each with its number. */
  deals(deals: readonly StoryDeals[]): string {
    return this.#each(deals, ({ count }) => (count === 1 ? ' deal' : ' deals'));
  }

  /** `four of 150,000`, where deals were spoken of. */
  others(deals: readonly StoryDeals[]): string {
    return this.#each(deals, () => '');
  }

  /** The same, each with whether it is wanted: ` that are not wanted`. */
  dealsAndWhether(deals: readonly StoryDeals[]): string {
    const sides = new Set(deals.map(({ isWanted }) => isWanted));
    if (sides.size === 1) return `${this.deals(deals)} ${whether(deals)}`;
    return this.#format.list(
      deals.map((each, at) => {
        const said = at === 0 ? this.deals([each]) : this.others([each]);
        return `${said} ${whether([each])}`;
      }),
    );
  }

  /** `Fits the ICP: no; Discount: 44%` */
  traits({ traits }: StoryDeals): string {
    return traits
      .map(({ label, datum, unit }) => `${label}: ${this.#format.datum(datum, unit)}`)
      .join('; ');
  }

  #each(deals: readonly StoryDeals[], noun: (deals: StoryDeals) => string): string {
    return this.#format.list(
      deals.map((each, at) => {
        return `${this.number(each.count)}${at === 0 ? noun(each) : ''} of ${this.size(each.size)}`;
      }),
    );
  }
}

function whether(deals: readonly StoryDeals[]): string {
  const isOne = deals.length === 1 && deals[0]?.count === 1;
  return `that ${isOne ? 'is' : 'are'} ${deals[0]?.isWanted ? '' : 'not '}wanted`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
