// Scenarios at random, by a seed: levers at figures on their steps, deals left out, changed and
// imagined. In: a what-if. Out: documents such as the page keeps.

import {
  type DocumentNode,
  type Exact,
  exact,
  exactText,
  type WhatIf,
} from '../../src/core/index.ts';

export type Random = () => number;

/** Mulberry32: small, and the same on every machine. */
export function randomBy(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function randomScenario(whatIf: WhatIf, random: Random): DocumentNode {
  const { payee, period } = whatIf.request;
  const moved = whatIf.levers().flatMap((lever) => {
    if (random() < 0.6) return [];
    const { from, to, levels, unit } = lever;
    const level = levels?.[Math.floor(random() * levels.length)];
    const places = unit === 'money' ? 2 : 3;
    const part = exact(random().toFixed(4));
    const figure =
      level ?? from.plus(to.minus(from).times(part)).round(unit === 'count' ? 0 : places);
    return [{ ...lever.lever, figure: written(figure, unit) }];
  });
  const deals = whatIf.present.deals.map(({ deal }) => deal.id);
  const pick = (chance: number): readonly string[] => deals.filter(() => random() < chance);
  const drop = pick(0.1);
  const like = pick(0.1).slice(0, 2);
  const changes = {
    results: moved.flatMap((each) =>
      each.of === 'result'
        ? [{ measure: each.measure, window: each.window, figure: each.figure }]
        : [],
    ),
    scores: moved.flatMap((each) =>
      each.of === 'score'
        ? [{ component: each.component, goal: each.goal, score: each.figure }]
        : [],
    ),
    reported: moved.flatMap((each) =>
      each.of === 'reported' ? [{ measure: each.measure, figure: each.figure }] : [],
    ),
    add: like.map((id, index) => {
      const count = String(1 + Math.floor(random() * 3));
      return { id: `imagined-${index + 1}`, like: id, count };
    }),
    drop,
  };
  const said = Object.entries(changes).filter(([, list]) => list.length > 0);
  return { scenario: 'random', payee, period: period.id, changes: Object.fromEntries(said) };
}

function written(figure: Exact, unit: string): string {
  return unit === 'ratio' ? `${exactText(figure.times('100'))}%` : exactText(figure);
}
