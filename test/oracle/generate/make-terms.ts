// Generated terms of a plan beside what it pays for: links, caps of groups, cap and floor of the plan,
// draw, what a payment below zero means. In: choices, the plan's components. Out: fields of a plan.

import type {
  ComponentDocument,
  DrawDocument,
  GroupCapDocument,
  LimitDocument,
  LinkDocument,
  PlanDocument,
} from '../plan-document.ts';
import type { Pick } from './pick.ts';

type Components = readonly ComponentDocument[];

/** A component held to another's attainment, or to a factor until that attains so much. */
export function links(pick: Pick, components: Components): Partial<PlanDocument> {
  const withFactor = components.filter(({ weight }) => weight !== undefined);
  const attaining = withFactor.filter(({ attainment }) => attainment !== 'none');
  const [by] = attaining;
  const linked = withFactor.filter((each) => each !== by);
  if (!by || linked.length === 0 || !pick.odds(45)) return {};
  const made = pick.list(1, 2, (index): LinkDocument => {
    const common = { id: `link-${index + 1}`, title: `Link ${index + 1}`, by: by.id };
    const actsOn = pick.some(linked.map(({ id }) => id));
    if (pick.odds(50)) return { ...common, actsOn, capFactor: 'attainment' };
    return { ...common, actsOn, capFactor: pick.percent(0, 130), until: pick.percent(20, 130) };
  });
  return { links: made };
}

export function planLimits(pick: Pick, components: Components): Partial<PlanDocument> {
  return {
    ...pick.maybe(25, () => ({ groupCaps: groupCaps(pick, components) })),
    ...pick.maybe(25, () => ({ planCap: { ...limit(pick, 80, 200), ...over(pick) } })),
    ...pick.maybe(15, () => ({ planFloor: { ...limit(pick, 0, 40), ...over(pick) } })),
  };
}

function over(pick: Pick): { readonly over?: string } {
  return pick.maybe(50, () => ({ over: pick.one(['year', 'period']) })) ?? {};
}

function limit(pick: Pick, least: number, most: number): LimitDocument {
  if (pick.odds(50)) return { ofTarget: pick.percent(least, most) };
  return { money: `${pick.whole(least, most * 2) * 100}.${pick.one(['00', '01'])}` };
}

/** Groups have no component in common. */
function groupCaps(pick: Pick, components: Components): readonly GroupCapDocument[] {
  const cut = pick.whole(1, components.length);
  const groups = [components.slice(0, cut), components.slice(cut)].filter(
    ({ length }) => length > 0,
  );
  return groups.map((group, index) => {
    const hasTarget = group.some(({ weight }) => weight !== undefined);
    const cap = hasTarget
      ? limit(pick, 40, 150)
      : { money: `${pick.whole(1, 100) * 50}.${pick.one(['00', '55'])}` };
    const actsOn = group.map(({ id }) => id);
    return { id: `group-${index + 1}`, title: `Group ${index + 1}`, actsOn, cap };
  });
}

export function draw(pick: Pick): DrawDocument {
  return {
    perPeriod: pick.one(['1500', '333.335', '150']),
    ...pick.one([{ kind: 'recoverable', atEnd: 'owe' }, { kind: 'non-recoverable' }]),
  };
}

/** What takes back has to say what a payment below zero means. */
export function negativePayment(pick: Pick, components: Components): Partial<PlanDocument> {
  const takesBack = components.some(({ negativeTrueUp }) => negativeTrueUp === 'recover');
  if (!takesBack && pick.odds(30)) return {};
  return { negativePayment: pick.one(['carry', 'pay-back']) };
}
