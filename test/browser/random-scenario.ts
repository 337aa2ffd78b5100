// Scenarios at random, by a seed: levers at figures on their steps, deals left out, changed and
// imagined, by the state that the page itself keeps. In: a what-if. Out: documents.

import { figureNode, ScenarioState } from '../../src/browser/scenario-state.ts';
import { type DocumentNode, exact, exactText, type WhatIf } from '../../src/core/index.ts';

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
  const levers = whatIf.levers();
  const state = new ScenarioState();
  for (const { id, from, to, levels, unit } of levers) {
    if (random() < 0.6) continue;
    const level = levels?.[Math.floor(random() * levels.length)];
    const places = unit === 'money' ? 2 : 3;
    const part = exact(random().toFixed(4));
    const figure =
      level ?? from.plus(to.minus(from).times(part)).round(unit === 'count' ? 0 : places);
    state.levers.set(id, figureNode(exactText(figure), unit));
  }
  const deals = whatIf.present.deals.map(({ deal }) => deal.id);
  const pick = (chance: number): readonly string[] => deals.filter(() => random() < chance);
  for (const id of pick(0.1)) state.dropped.add(id);
  for (const [index, like] of pick(0.1).slice(0, 2).entries()) {
    const id = `imagined-${index + 1}`;
    const count = String(1 + Math.floor(random() * 3));
    state.imagined.set(id, { id, like, count, attributes: {} });
  }
  return { scenario: 'random', payee, period: period.id, changes: state.changes(levers) };
}
