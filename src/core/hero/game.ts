// One game of the hero test: mixes of deals against one honest seller. The search runs in doubles;
// what is told is calculated exactly, and only what is beyond the bar then is an exploit. In: the
// honest one's deals, the grid of kinds, what mixes pay. Out: exploits, and what is nearest.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import { ZERO } from '../exact-number.ts';
import type { WhatIf } from '../what-if/what-if.ts';
import { BAR, dealsAtMost } from './bar.ts';
import type { DealGrid, DealKind } from './deal-kinds.ts';
import { type Found, findMixes, type RatedMix } from './find-mixes.ts';
import { lettingClauses } from './letting.ts';
import type { Group, Honest, Mix, MixPay } from './mix-pay.ts';
import type { Draw } from './seeded.ts';
import { simplified } from './simplify.ts';
import type { Exploit, Story } from './story.ts';
import { storyOf, type Told } from './told.ts';

export interface GameOutcome {
  readonly exploits: readonly Exploit[];
  readonly nearest?: Story;
  readonly tried: number;
}

/** Of each number of kinds so many mixes are told, where they are told differently. */
const TOLD = 3;

export class Game {
  readonly grid: DealGrid;
  readonly honest: Story;
  readonly honestKind: DealKind;
  readonly #calculation: PayeeCalculation;
  readonly #pay: MixPay;
  readonly #whatIf: WhatIf;
  readonly #scale: Honest;

  private constructor(grid: DealGrid, pay: MixPay, whatIf: WhatIf, group: Group, told: Told) {
    this.grid = grid;
    this.#pay = pay;
    this.#whatIf = whatIf;
    this.honest = told.story;
    this.honestKind = grid.kinds[group.kind] as DealKind;
    this.#calculation = told.calculation;
    const { pays, wanted, size } = told.story;
    this.#scale = {
      pays: pays.approximately(),
      wanted: wanted.approximately(),
      size: size.approximately(),
      count: group.count,
    };
  }

  /** None where nothing is paid for what the company wants. */
  static against(group: Group, grid: DealGrid, pay: MixPay, whatIf: WhatIf): Game | undefined {
    const kind = grid.kinds[group.kind] as DealKind;
    const model = kind.at.map(() => 0);
    const told = storyOf([group], grid, model, whatIf);
    return told?.story.pays.gt(ZERO) ? new Game(grid, pay, whatIf, group, told) : undefined;
  }

  play(draw: Draw): GameOutcome {
    const found = findMixes(this.#pay, this.grid, this.#scale, draw);
    const exploits = bestOfEachLength(found).flatMap((each) => this.#exploit(each) ?? []);
    const nearest = found.nearest && this.#told(this.#simple(found.nearest))?.story;
    return { exploits, tried: found.tried, ...(nearest && { nearest }) };
  }

  #exploit(rated: RatedMix): Exploit | undefined {
    const told = this.#told(this.#simple(rated));
    if (!told || !isExploit(told.story, this.honest)) return undefined;
    const share = told.story.wanted.div(this.honest.wanted);
    const letting = lettingClauses(
      told.calculation,
      this.#calculation,
      this.#whatIf.present,
      share,
    );
    return { ...told.story, against: this.honest, ...letting };
  }

  #simple(rated: RatedMix): Mix {
    return simplified(rated, this.honestKind.at, this.grid, this.#pay, this.#scale);
  }

  #told(mix: Mix): Told | undefined {
    return storyOf(mix, this.grid, this.honestKind.at, this.#whatIf);
  }
}

/** Held against exact figures; the search only proposes. */
export function isExploit(story: Story, honest: Story): boolean {
  const sold = ({ deals }: Story): number => deals.reduce((sum, { count }) => sum + count, 0);
  const fair = honest.pays.div(honest.wanted);
  return (
    story.pays.gt(honest.pays) &&
    story.wanted.lt(honest.wanted) &&
    story.pays.gte(story.wanted.times(fair).times(BAR.payPerWanted)) &&
    story.size.lte(honest.size.times(BAR.volumeAtMost)) &&
    sold(story) <= dealsAtMost(sold(honest))
  );
}

/** First the most and smallest deals, which are the easiest to sell; then the best paid. */
function bestOfEachLength({ exploits }: Found): readonly RatedMix[] {
  const byLength = Map.groupBy(exploits, ({ mix }) => mix.length);
  const alone = (byLength.get(1) ?? []).toSorted(
    (one, other) => (other.mix[0]?.count ?? 0) - (one.mix[0]?.count ?? 0),
  );
  const first = alone.find(({ rate }) => rate >= CLEARLY) ?? alone[0];
  const best = [1, 2, 3].flatMap((length) => byLength.get(length)?.slice(0, TOLD) ?? []);
  return first ? [first, ...best] : best;
}

/** Of the honest one's pay, so much is worth a story. */
const CLEARLY = 1.25;
