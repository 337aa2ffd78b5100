// Mixes of deals as stories, paid by the exact view. In: the stage, the grid of kinds, mixes.
// Out: stories, with the calculation that they stand on.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import { type Exact, exactInteger, sumOf, ZERO } from '../exact-number.ts';
import { type ImaginedDeal, NO_CHANGES, type ScenarioChanges } from '../what-if/scenario.ts';
import { paidBy, type WhatIf } from '../what-if/what-if.ts';
import type { Datum } from '../worksheet/operations.ts';
import type { DealGrid, DealKind } from './deal-kinds.ts';
import type { Mix } from './mix-pay.ts';
import type { Story, TraitDatum } from './story.ts';

export interface Told {
  readonly story: Story;
  readonly calculation: PayeeCalculation;
}

/**
 * What sets deals apart from those at a place of the grid is told, where the plan can tell it: of
 * the honest one's, from the deal that they are like; of others, from the honest one's.
 */
export function storyOf(
  mix: Mix,
  grid: DealGrid,
  from: readonly number[],
  whatIf: WhatIf,
): Told | undefined {
  const groups = mix.map((group) => ({ ...group, of: grid.kinds[group.kind] as DealKind }));
  const imagined = groups.map(({ of, count }, at) => imaginedDeals(of, count, `mix-${at + 1}`));
  const outcome = whatIf.calculate(added(imagined));
  if (!outcome.ok) return undefined;
  const total = (figure: (kind: DealKind) => Exact): Exact =>
    sumOf(groups.map(({ of, count }) => figure(of).times(exactInteger(count))));
  const story = {
    period: whatIf.request.period.id,
    deals: groups.map(({ kind, count, of: { like, size, wanted } }) => {
      return { like, count, size, isWanted: wanted.gt(ZERO), traits: apart(kind, grid, from) };
    }),
    pays: paidBy(outcome.product).minus(whatIf.paid()),
    wanted: total(({ wanted }) => wanted),
    size: total(({ size }) => size),
  };
  return { story, calculation: outcome.product };
}

function apart(
  kind: number,
  { traits, kinds, find }: DealGrid,
  from: readonly number[],
): readonly TraitDatum[] {
  let at = kinds[kind]?.at ?? [];
  for (const [trait, place] of from.entries()) {
    const plainer = at.with(trait, place);
    if (trait > 0 && find(plainer) === kind) at = plainer;
  }
  return traits.flatMap(({ name, label, unit, donors }, trait): readonly TraitDatum[] => {
    const place = at[trait + 1] as number;
    if (place === from[trait + 1]) return [];
    return [{ name, label, unit, datum: donors[place]?.attributes.get(name) }];
  });
}

export function added(deals: readonly ImaginedDeal[]): ScenarioChanges {
  return { ...NO_CHANGES, add: deals.filter(({ count }) => count > 0) };
}

/** Deals of a kind, so many days later than on the last day of the kind's own period. */
export function imaginedDeals(
  { copied }: Pick<DealKind, 'copied'>,
  count: number,
  id: string,
  daysLater = 0,
): ImaginedDeal {
  const moved = [...copied].map(([name, datum]): readonly [string, Datum] => {
    // Dates are the only plain numbers that a deal has.
    return [name, typeof datum === 'number' ? datum + daysLater : datum];
  });
  return { id, count, attributes: new Map(moved) };
}
