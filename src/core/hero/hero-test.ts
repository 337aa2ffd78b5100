// The hero test: can a plan be gamed? One who reaches quota with what the company wants is the
// measure; so is one single deal of theirs. Against them stand mixes of deals that bring less of
// it, and the same deals moved across the end of the period. What is paid beyond the bar is an
// exploit, told with the clauses that let it happen. In: a scene and a seed. Out: exploits,
// verified exactly. Source: PRODUCT.md ("quality beats volume").

import { type Diagnostic, diagnose, type Outcome, outcomeOf } from '../diagnostic.ts';
import type { Deal } from '../period-data/period-data.ts';
import type { WhatIf } from '../what-if/what-if.ts';
import { prepareFast } from '../worksheet/fast.ts';
import { type DealGrid, DealKinds } from './deal-kinds.ts';
import { Game } from './game.ts';
import { honestKind, honestSize, usualDeal } from './honest.ts';
import { MixPay } from './mix-pay.ts';
import { dealsFor, quotaOf } from './quota.ts';
import { seeded } from './seeded.ts';
import { sizesWorth } from './sizes.ts';
import { type HeroScene, type HeroStage, setStage } from './stage.ts';
import type { Exploit, Story, TimingExploit } from './story.ts';
import { timingOf } from './timing.ts';
import { looksOf } from './traits.ts';

/** Stories shown. */
const STORIES = 3;
/** Of many deals so many are looked at. */
const DEALS_LOOKED_AT = 400;

export interface HeroTest {
  readonly passes: boolean;
  readonly seed: number;
  readonly tried: number;
  /** In how many kinds of deals that the plan tells apart, by size and by these traits. */
  readonly kinds: number;
  readonly traits: readonly string[];
  readonly words: string;
  readonly honest: Story;
  readonly exploits: readonly Exploit[];
  /** What is paid most without being an exploit, where there is none. */
  readonly nearest?: Story;
  readonly timing?: TimingExploit;
}

export function heroTest(scene: HeroScene, seed: number): Outcome<HeroTest> {
  if (!scene.company.wants) return outcomeOf<HeroTest>(undefined, [nothingWanted(scene)]);
  const stage = setStage(scene);
  if (!stage.ok) return stage;
  const games = stage.product.plays.flatMap((whatIf) => gamesIn(whatIf, scene));
  const [first] = games;
  if (!first) return outcomeOf<HeroTest>(undefined, [noDeals(scene)]);
  return outcomeOf(tested(stage.product, [first, ...games.slice(1)], seed), []);
}

function tested(stage: HeroStage, games: readonly [Game, ...Game[]], seed: number): HeroTest {
  const draw = seeded(seed);
  const outcomes = games.map((game) => game.play(draw));
  const all = outcomes.flatMap(({ exploits }) => exploits);
  const exploits = differentlyTold(all).slice(0, STORIES);
  const [game] = games;
  const { honest } = game;
  const [sold] = honest.deals;
  const timing = sold && timingOf(stage, game.honestKind, sold);
  const nearest = outcomes[0]?.nearest;
  return {
    passes: exploits.length === 0 && !timing,
    seed,
    tried: outcomes.reduce((sum, { tried }) => sum + tried, 0),
    kinds: game.grid.kinds.length,
    traits: game.grid.traits.map(({ label }) => label),
    words: stage.figures.words,
    honest,
    exploits,
    ...(exploits.length === 0 && nearest && { nearest }),
    ...(timing && { timing }),
  };
}

/** Against who reaches the quota, and against who sells one such deal; none where it pays none. */
function gamesIn(whatIf: WhatIf, { company, data }: HeroScene): readonly Game[] {
  const { wants } = company;
  const { present } = whatIf;
  if (!wants) return [];
  const fast = prepareFast(present.compiled.worksheet);
  const kinds = new DealKinds(whatIf, wants, fast);
  const seen = kinds.asTheyAre(evenly(data.deals));
  const usual = usualDeal(seen);
  if (!usual) return [];
  const quota = quotaOf(present)?.money;
  const count = dealsFor(quota, usual.size);
  const likes = seen.map(({ like }) => like);
  const looks = looksOf(whatIf, wants, usual.like, likes);
  const sizes = sizesWorth(honestSize(usual.size, quota, count), seen, looks.sizeBounds);
  const grid = kinds.grid(usual.like, looks, sizes);
  const pay = new MixPay(whatIf, grid.kinds, fast);
  return [...new Set([count, 1])].flatMap((each) => gameOf(grid, pay, whatIf, each));
}

function gameOf(grid: DealGrid, pay: MixPay, whatIf: WhatIf, count: number): readonly Game[] {
  const kind = honestKind(grid, pay, count);
  const game = kind === undefined ? undefined : Game.against({ kind, count }, grid, pay, whatIf);
  return game ? [game] : [];
}

/** Of many deals some, from all over the table. */
function evenly(deals: readonly Deal[]): readonly Deal[] {
  if (deals.length <= DEALS_LOOKED_AT) return deals;
  const places = Array.from({ length: DEALS_LOOKED_AT }, (_, at) =>
    Math.round((at * (deals.length - 1)) / (DEALS_LOOKED_AT - 1)),
  );
  return places.flatMap((place) => deals[place] ?? []);
}

/** Of stories in which the same is not wanted and the same pays for it, the first. */
function differentlyTold(exploits: readonly Exploit[]): readonly Exploit[] {
  const byWords = new Map<string, Exploit>();
  for (const exploit of exploits) {
    const { deals, component, gates } = exploit;
    const unwanted = deals.filter(({ isWanted }) => !isWanted);
    const kinds = (unwanted.length > 0 ? unwanted : deals).map(({ traits }) =>
      traits.map(({ name, datum }) => `${name} ${datum}`).join(),
    );
    const met = gates.map(({ isMet }) => isMet);
    const key = [component.id, ...met, ...new Set(kinds.toSorted())].join('; ');
    if (!byWords.has(key)) byWords.set(key, exploit);
  }
  return [...byWords.values()];
}

function nothingWanted({ company }: HeroScene): Diagnostic {
  const what = `company \`${company.id}\` does not say what it wants of its deals`;
  const remedy =
    'add `wants` to company.yaml: `title`, `of` (such as `amount`) and `where` (such as ' +
    '`fits and discount <= 20%`)';
  return diagnose('hero/nothing-wanted', company.placeOf(['company']), what, remedy);
}

function noDeals({ plan }: HeroScene): Diagnostic {
  const what = `plan \`${plan.id}\` pays for no deal that the company has and wants`;
  const remedy = 'test a plan that counts deals, over data with deals such as are to be won';
  return diagnose('hero/no-deals', plan.placeOf(['plan']), what, remedy);
}
