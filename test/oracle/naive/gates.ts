// The oracle's modifiers, links and gates: what stands between a component's earnings and its pay, in
// this order. In: a plan's segment in a period, what a component earns. Out: what is left of it, and
// whether it waits. Source: ENGINE.md section 6 (Gates, Modifiers, Links).

import type { ActsOn, GateDocument, LinkDocument, ModifierDocument } from '../plan-document.ts';
import { attained } from './attainment.ts';
import { type Earned, factorOf } from './earned.ts';
import { Fraction, lowest, ZERO } from './fraction.ts';
import { measured } from './measured.ts';
import { isKnown, type Segment, windowOf, type Year } from './time.ts';

/** What stands in the way in a period, looked at once for all components. */
export interface Between {
  readonly modifiers: readonly { readonly actsOn: ActsOn; readonly factor: Fraction }[];
  readonly links: readonly { readonly actsOn: ActsOn; readonly cap: Fraction }[];
  readonly notMet: readonly GateDocument[];
}

export function between(year: Year, segment: Segment, index: number): Between {
  const { modifiers = [], links = [], gates = [] } = segment.plan;
  const now = ({ window }: { readonly window: string }) => isKnown(window, index, segment);
  return {
    modifiers: modifiers.filter(now).map((each) => modifier(each, year, segment, index)),
    links: links.flatMap((each) => link(each, year, segment, index)),
    notMet: gates.filter(now).filter((gate) => !isMet(gate, year, segment, index)),
  };
}

export function leftOf(earned: Earned, component: string, between: Between): Earned {
  const on = ({ actsOn }: { readonly actsOn: ActsOn }): boolean => isActedOn(actsOn, component);
  const modified = between.modifiers
    .filter(on)
    .reduce((whole, { factor }) => scaled(whole, factor), earned);
  const linked = between.links.filter(on).reduce((whole, { cap }) => heldTo(whole, cap), modified);
  return between.notMet.filter(on).reduce((left, gate) => leftBy(gate, left), linked);
}

export function isActedOn(names: ActsOn, component: string): boolean {
  return names === 'all' || names.includes(component);
}

function modifier(
  { measure, window, curve, actsOn }: ModifierDocument,
  year: Year,
  segment: Segment,
  index: number,
) {
  const look = windowOf(year, segment, window, index);
  return { actsOn, factor: factorOf(curve, measured(measure, look), look) };
}

/** Another component's attainment, or a stated factor until that attains so much. */
function link(
  { by, actsOn, capFactor, until }: LinkDocument,
  year: Year,
  segment: Segment,
  index: number,
) {
  const other = segment.plan.components.find(({ id }) => id === by);
  if (!other) throw new Error(`no component ${by}`);
  if (!isKnown(other.window, index, segment)) return [];
  const attainment = attained(other, windowOf(year, segment, other.window, index));
  if (until === undefined) return [{ actsOn, cap: attainment }];
  const isFree = !attainment.isBelow(Fraction.of(until));
  return isFree ? [] : [{ actsOn, cap: Fraction.of(capFactor) }];
}

function isMet(
  { measure, window, require }: GateDocument,
  year: Year,
  segment: Segment,
  index: number,
): boolean {
  const result = measured(measure, windowOf(year, segment, window, index));
  return require.atLeast === undefined
    ? !Fraction.of(require.atMost ?? '').isBelow(result)
    : !result.isBelow(Fraction.of(require.atLeast));
}

/** What is deferred is earned all the same; it is only paid later. */
function leftBy({ whenNotMet }: GateDocument, whole: Earned): Earned {
  if (whenNotMet === 'zero') return scaled(whole, ZERO);
  if ('scale' in whenNotMet) return scaled(whole, Fraction.of(whenNotMet.scale));
  return 'defer' in whenNotMet ? whole : heldTo(whole, Fraction.of(whenNotMet.capFactor));
}

function scaled(whole: Earned, by: Fraction): Earned {
  return 'factor' in whole ? { factor: whole.factor.times(by) } : { money: whole.money.times(by) };
}

function heldTo(whole: Earned, cap: Fraction): Earned {
  if (!('factor' in whole)) throw new Error('a cap on a factor needs a factor');
  return { factor: lowest(whole.factor, cap) };
}
