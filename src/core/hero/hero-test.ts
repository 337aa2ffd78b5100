// The hero test: can a plan be gamed? One who sells what the company wants and reaches quota is the
// measure. Against it stand mixes of deals that bring at most half of what the company wants, and
// the same deals moved across the end of the period. A mix that is paid more is an exploit, told
// with the clause that lets it happen. In: a scene and a seed. Out: exploits, verified exactly.
// Source: PRODUCT.md ("quality beats volume").

import type { PayeeCalculation } from '../calculate/calculate.ts';
import { type Diagnostic, diagnose, type Outcome, outcomeOf } from '../diagnostic.ts';
import { type Exact, exact, exactInteger, largest, ONE, sumOf, ZERO } from '../exact-number.ts';
import type { Deal } from '../period-data/period-data.ts';
import { joined, NO_CHANGES, type ScenarioChanges } from '../what-if/scenario.ts';
import { paidBy, type WhatIf } from '../what-if/what-if.ts';
import { prepareFast } from '../worksheet/fast.ts';
import { type DealKind, dealKinds } from './deal-kinds.ts';
import { type FoundMix, findMixes } from './find-mixes.ts';
import { countedOf, MixPay } from './mix-pay.ts';
import { dealsForQuota } from './quota.ts';
import { seeded } from './seeded.ts';
import { type HeroScene, type HeroStage, setStage } from './stage.ts';
import type { Exploit, Story, TimingExploit } from './story.ts';
import { timingOf } from './timing.ts';

/** Of what the honest one brings, an exploit brings this at most. */
export const WANTED_AT_MOST = exact('0.5');
/** Of the honest one's volume: what is easy to sell is sold more of. */
export const VOLUME_AT_MOST = exact('1.5');
/** Stories shown. */
const STORIES = 3;

export interface HeroTest {
  readonly passes: boolean;
  readonly seed: number;
  readonly tried: number;
  readonly period: string;
  readonly words: string;
  readonly honest: Story;
  readonly exploits: readonly Exploit[];
  readonly timing?: TimingExploit;
}

export function heroTest(scene: HeroScene, seed: number): Outcome<HeroTest> {
  const { wants } = scene.company;
  if (!wants) return outcomeOf<HeroTest>(undefined, [nothingWanted(scene)]);
  const stage = setStage(scene);
  if (!stage.ok) return stage;
  const fast = prepareFast(stage.product.period.present.compiled.worksheet);
  const counts = (deal: Deal): boolean =>
    countedOf(stage.product.period, { deal }, fast)?.some((figure) => figure !== 0) ?? false;
  const kinds = dealKinds(scene.data.deals, wants, counts);
  const honest = honestStory(stage.product, kinds);
  if (!honest) return outcomeOf<HeroTest>(undefined, [noDeals(scene)]);
  return outcomeOf(testedAgainst(honest, kinds, stage.product, seed), []);
}

function testedAgainst(
  honest: Story,
  kinds: readonly DealKind[],
  stage: HeroStage,
  seed: number,
): HeroTest {
  const { period, figures } = stage;
  const bounds = {
    size: honest.size.times(VOLUME_AT_MOST).approximately(),
    wanted: honest.wanted.times(WANTED_AT_MOST).approximately(),
  };
  const found = findMixes(new MixPay(period, kinds), kinds, bounds, seeded(seed));
  const bar = honest.pays.plus(period.paid()).approximately();
  const stories = smallestFirst(found.mixes.filter(({ pays }) => pays > bar))
    .slice(0, 2 * STORIES)
    .flatMap(({ mix }) => exploitOf(mix, kinds, honest, period) ?? [])
    .slice(0, STORIES);
  const timing = timingOf(stage, honest);
  return {
    passes: stories.length === 0 && !timing,
    seed,
    tried: found.tried,
    period: period.request.period.id,
    words: figures.words,
    honest,
    exploits: stories,
    ...(timing && { timing }),
  };
}

/** The mix of the smallest deals of one kind, which are the easiest to sell; then the best paid. */
function smallestFirst(mixes: readonly FoundMix[]): readonly FoundMix[] {
  const count = ({ mix }: FoundMix): number => Math.max(...mix);
  const single = mixes.filter(({ mix }) => mix.filter((each) => each > 0).length === 1);
  const [first] = single.toSorted((one, other) => count(other) - count(one));
  return first ? [first, ...mixes.filter((each) => each !== first)] : mixes;
}

/** As many deals of the middle kind that is wanted as reach the quota. */
function honestStory({ period }: HeroStage, kinds: readonly DealKind[]): Story | undefined {
  const wanted = kinds.filter((each) => each.wanted.gt(ZERO));
  const kind = wanted[Math.floor(wanted.length / 2)];
  if (!kind) return undefined;
  const count = dealsForQuota(period.present, kind.size);
  const told = storyOf([{ kind, count }], period);
  return told?.story.pays.gt(ZERO) ? told.story : undefined;
}

interface Counted {
  readonly kind: DealKind;
  readonly count: number;
}

interface Told {
  readonly story: Story;
  readonly calculation: PayeeCalculation;
}

/** Deals as a story, with what the exact view pays for them. */
function storyOf(counted: readonly Counted[], whatIf: WhatIf): Told | undefined {
  const outcome = whatIf.calculate(dealsOf(counted));
  if (!outcome.ok) return undefined;
  const total = (of: (kind: DealKind) => Exact): Exact =>
    sumOf(counted.map(({ kind, count }) => of(kind).times(exactInteger(count))));
  const story = {
    deals: counted.map(({ kind, count }) => {
      return { deal: kind.deal, count, size: kind.size, isWanted: kind.wanted.gt(ZERO) };
    }),
    pays: paidBy(outcome.product).minus(whatIf.paid()),
    wanted: total(({ wanted }) => wanted),
    size: total(({ size }) => size),
  };
  return { story, calculation: outcome.product };
}

function dealsOf(counted: readonly Counted[]): ScenarioChanges {
  return joined({
    ...NO_CHANGES,
    add: counted.map(({ kind: { deal }, count }, index) => {
      return { id: `mix-${index + 1}`, like: deal.id, count, attributes: new Map() };
    }),
  });
}

/** Only what the exact view pays more for is told. */
function exploitOf(
  mix: readonly number[],
  kinds: readonly DealKind[],
  honest: Story,
  whatIf: WhatIf,
): Exploit | undefined {
  const counted = mix.flatMap((count, at) =>
    count > 0 ? [{ kind: kinds[at] as DealKind, count }] : [],
  );
  const told = storyOf(counted, whatIf);
  const paidHonestly = whatIf.calculate(
    dealsOf(honest.deals.map(({ deal, count }) => ({ kind: { deal } as DealKind, count }))),
  );
  if (!told || !paidHonestly.ok || told.story.pays.lte(honest.pays)) return undefined;
  const share = told.story.wanted.div(largest(honest.wanted, ONE));
  return { ...told.story, ...lettingClause(told.calculation, paidHonestly.product, share) };
}

/** Where most is paid beyond the part of what the company wants that is brought. */
function lettingClause(
  gamed: PayeeCalculation,
  honest: PayeeCalculation,
  share: Exact,
): Pick<Exploit, 'component' | 'clause'> {
  const { plan } = gamed.compiled;
  const beyond = gamed.compiled.segments.flatMap(({ components }) =>
    components.map(({ component, index, payout }) => {
      const [paid, fair] = [gamed, honest].map(({ values }) => values.cells.get(payout) as Exact);
      return { component, index, by: (paid as Exact).minus((fair as Exact).times(share)) };
    }),
  );
  const [most] = beyond.toSorted((one, other) => other.by.cmp(one.by));
  if (!most) throw new Error('a plan without components pays nothing');
  const { component, index } = most;
  const path = 'measure' in component ? ['measures', component.measure] : ['components', index];
  return {
    component: { id: component.id, title: component.title },
    clause: plan.placeOf(path),
  };
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
