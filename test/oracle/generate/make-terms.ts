// Generated terms of a plan beside what it pays for: links, caps of groups, cap and floor of the plan,
// draw, what a payment below zero means. In: choices, the plan's components. Out: fields of a plan.

import type {
  ComponentDocument,
  DrawDocument,
  GroupCapDocument,
  HoldDocument,
  LimitDocument,
  LinkDocument,
  PlanDocument,
  StepDocument,
} from '../plan-document.ts';
import { mayChangeInside } from './make-assignments.ts';
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

export function draw(pick: Pick, lasting: DrawDocument['lasts']): DrawDocument {
  return {
    perPeriod: pick.one(['1500', '333.335', '150']),
    ...pick.one([
      { kind: 'recoverable', atEnd: 'owe' },
      { kind: 'recoverable', atEnd: 'forgive' },
      { kind: 'non-recoverable' },
    ]),
    ...(lasting && pick.maybe(60, () => ({ lasts: lasting }))),
  };
}

/** What takes back has to say what a payment below zero means. */
export function negativePayment(pick: Pick, components: Components): Partial<PlanDocument> {
  const takesBack = components.some(({ negativeTrueUp }) => negativeTrueUp === 'recover');
  if (!takesBack && pick.odds(30)) return {};
  return { negativePayment: pick.one(['carry', 'pay-back']) };
}

/** Shares that are kept for a while; together never more than the whole of a component. */
export function holds(pick: Pick, components: Components): readonly HoldDocument[] {
  return pick.list(1, 2, (index) => ({
    id: `hold-${index + 1}`,
    title: `Hold ${index + 1}`,
    share: pick.percent(1, 50),
    actsOn: pick.odds(50) ? 'all' : pick.some(components.map(({ id }) => id)),
    release: pick.odds(50)
      ? { afterPeriods: pick.one(['1', '2']) }
      : { afterDays: pick.one(['30', '91', '92', '184']) },
    whenLeaving: pick.one(['release', 'forfeit']),
  }));
}

/** How figures that change are read; and a ramp, which changes them. */
export function changing(pick: Pick, plan: PlanDocument): PlanDocument {
  const basis = pick.maybe(70, () => ({ proration: 'calendar-days' }));
  const read = { ...plan, ...basis, segments: pick.one(['separate', 'separate', 'blended']) };
  const hasLevel = plan.components.some(({ quota }) => typeof quota === 'object' && quota.level);
  const hasPool = plan.components.some(({ pool }) => pool !== undefined);
  if (hasLevel || hasPool || !pick.odds(35)) return read;
  const unit = mayChangeInside(read) && pick.odds(50) ? 'months' : 'periods';
  return { ...read, ramp: ramp(pick, unit) };
}

function ramp(pick: Pick, unit: 'months' | 'periods'): readonly StepDocument[] {
  return pick.list(1, 2, () => ({
    [unit]: pick.one(['1', '2']),
    quota: pick.one(['50%', '25%', '75%']),
    ...pick.maybe(50, () => ({ targetIncentive: pick.one(['50%', '80%', '100%']) })),
  }));
}
