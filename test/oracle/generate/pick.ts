// Choices of a generated scenario, made one after the other: what comes later may hang on what came
// before. Each is one number of a list; where the list is at its end, the plainest choice is made.
// So a list with zeros, or a shorter one, makes a plainer scenario. In: numbers. Out: choices.

export class Pick {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** One of several, the first being the plainest. */
  one<Choice>(choices: readonly Choice[]): Choice {
    return choices[this.whole(0, choices.length - 1)] as Choice;
  }

  whole(least: number, most: number): number {
    const number = this.#numbers[this.#next] ?? 0;
    this.#next += 1;
    return least + (number % (most - least + 1));
  }

  /** True so many times in a hundred. */
  odds(percent: number): boolean {
    return this.whole(0, 99) >= 100 - percent;
  }

  /** Nothing, or what is made, so many times in a hundred. */
  maybe<Made extends object>(percent: number, make: () => Made): Made | undefined {
    return this.odds(percent) ? make() : undefined;
  }

  list<Made>(least: number, most: number, make: (index: number) => Made): Made[] {
    return Array.from({ length: this.whole(least, most) }, (_, index) => make(index));
  }

  /** Some of several, in their order; at least one. */
  some<Choice>(choices: readonly Choice[]): Choice[] {
    const kept = choices.filter(() => this.odds(50));
    return kept.length > 0 ? kept : [this.one(choices)];
  }

  /** Different ones of a rising list, in their order. */
  rising<Choice>(choices: readonly Choice[], least: number, most: number): Choice[] {
    const wanted = Math.min(this.whole(least, most), choices.length);
    const left = choices.map((_, index) => index);
    while (left.length > wanted) left.splice(this.whole(0, left.length - 1), 1);
    return left.map((index) => choices[index] as Choice);
  }

  /** Percentages that make 100 %, each above zero: round ones, or odd to a hundredth. */
  shares(count: number): string[] {
    const unit = this.odds(50) ? 1 : 500;
    let left = 10_000 / unit;
    return Array.from({ length: count }, (_, index) => {
      const others = count - 1 - index;
      const part = others === 0 ? left : this.whole(1, left - others);
      left -= part;
      return percentText(part * unit);
    });
  }

  /** A percentage of whole percents, or odd to a hundredth. */
  percent(least: number, most: number): string {
    const odd = this.odds(25) ? this.whole(1, 99) : 0;
    const hundredths = this.whole(least, most) * 100 + odd;
    return percentText(Math.min(hundredths, most * 100));
  }
}

/** Hundredths of a percent as written: 3350 is `33.5%`. */
function percentText(hundredths: number): string {
  return `${hundredths / 100}%`;
}
