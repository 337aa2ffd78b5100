// The hero test for programs: exact figures as text, and the bar that it held pay against.
// In: the test. Out: plain objects.

import {
  BAR,
  exactText,
  type HeroTest,
  type Story,
  type StoryDeals,
  type TimingExploit,
  type TraitDatum,
} from '../core/index.ts';

export function heroJson(test: HeroTest, plan: string) {
  const { passes, seed, tried, kinds, traits, honest, exploits, nearest, timing } = test;
  return {
    plan,
    passes,
    seed,
    tried,
    kinds,
    traits,
    bar: {
      payPerWantedAtLeast: exactText(BAR.payPerWanted),
      volumeAtMost: exactText(BAR.volumeAtMost),
      dealsAtMost: { times: BAR.dealsTimes, orAlways: BAR.dealsAlways },
      timingAtLeast: exactText(BAR.timing),
    },
    honest: storyJson(honest),
    exploits: exploits.map(({ against, component, gates, ...each }) => {
      return { ...storyJson(each), against: storyJson(against), component, gates };
    }),
    ...(nearest && { nearest: storyJson(nearest) }),
    ...(timing && { timing: timingJson(timing) }),
  };
}

function storyJson({ period, deals, pays, wanted, size }: Story) {
  return {
    period,
    deals: deals.map(dealsJson),
    pays: exactText(pays),
    wanted: exactText(wanted),
    size: exactText(size),
  };
}

function dealsJson({ like, count, size, isWanted, traits }: StoryDeals) {
  return {
    like: like.id,
    count,
    size: exactText(size),
    wanted: isWanted,
    otherwise: Object.fromEntries(traits.map((each) => [each.name, datumJson(each)])),
  };
}

function datumJson({ datum }: TraitDatum) {
  return typeof datum === 'object' ? exactText(datum) : (datum ?? null);
}

function timingJson({ deals, periods, even, moved, evenly, pays, component }: TimingExploit) {
  return {
    deals: dealsJson(deals),
    periods,
    even,
    moved,
    evenly: exactText(evenly),
    pays: exactText(pays),
    component,
  };
}
