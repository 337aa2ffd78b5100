// The hero test for programs: exact figures as text, and the bar that it held pay against.
// In: the test. Out: plain objects.

import {
  exactText,
  type HeroTest,
  type Story,
  VOLUME_AT_MOST,
  WANTED_AT_MOST,
} from '../core/index.ts';

export function heroJson(
  { passes, seed, tried, period, honest, exploits, timing }: HeroTest,
  plan: string,
) {
  return {
    plan,
    passes,
    period,
    seed,
    tried,
    bar: { wantedAtMost: exactText(WANTED_AT_MOST), volumeAtMost: exactText(VOLUME_AT_MOST) },
    honest: storyJson(honest),
    exploits: exploits.map((each) => {
      const { component, clause } = each;
      return { ...storyJson(each), component, clause };
    }),
    ...(timing && {
      timing: {
        moved: timing.moved.count,
        later: timing.isLater,
        even: timing.even,
        pays: exactText(timing.pays),
        evenly: exactText(timing.evenly),
      },
    }),
  };
}

function storyJson({ deals, pays, wanted, size }: Story) {
  return {
    deals: deals.map((each) => ({
      like: each.deal.id,
      count: each.count,
      size: exactText(each.size),
      wanted: each.isWanted,
    })),
    pays: exactText(pays),
    wanted: exactText(wanted),
    size: exactText(size),
  };
}
