// The oracle's attainment: the number that a component's curve runs on. In: the component as written
// and a payee's window. Out: the number, or a refusal. Source: ENGINE.md section 5 ("Attainment is
// stated") and 4 (quota split over periods).

import type { ComponentDocument, MeasureDocument } from '../plan-document.ts';
import { Refusal } from './credit.ts';
import { Fraction, lowest } from './fraction.ts';
import { measured, measureNamed } from './measured.ts';
import { goalScore, keyResultScore } from './scores.ts';
import { ofYear, perPeriod, type Window } from './time.ts';

/** Of rates, the money or its part of the quota. `looksAt` is the window of `tiersOn`. */
export function runsOn(
  component: ComponentDocument,
  window: Window,
  looksAt: Window = window,
): Fraction {
  switch (component.kind) {
    case 'kpi': {
      const { attainmentCap } = component;
      const attainment = attained(component, window, looksAt);
      return attainmentCap ? lowest(attainment, Fraction.of(attainmentCap)) : attainment;
    }
    default:
      return attained(component, window, looksAt);
  }
}

/** Result against quota, as it is: a cap on attainment limits only what it pays. */
export function attained(
  component: ComponentDocument,
  window: Window,
  looksAt: Window = window,
): Fraction {
  switch (component.kind) {
    case 'kpi': {
      const result = measured(component.measure ?? '', window);
      if (component.attainment === 'none') return result;
      return held(component, result, quotaOf(component, window));
    }
    case 'okr':
      return keyResultScore(component, window);
    case 'mbo':
      return goalScore(component, window);
    default: {
      const result = measured(component.tiersOn?.measure ?? component.measure ?? '', looksAt);
      return isOnQuota(component) ? divided(result, quotaOf(component, looksAt)) : result;
    }
  }
}

function held(
  { attainment, baseline = '0' }: ComponentDocument,
  result: Fraction,
  quota: Fraction,
): Fraction {
  const start = Fraction.of(baseline);
  switch (attainment) {
    case 'ratio':
      return divided(result, quota);
    case 'inverse':
      return divided(quota, result);
    case 'mirror':
      return Fraction.whole(2).minus(divided(result, quota));
    case 'progress':
      return divided(result.minus(start), quota.minus(start));
    default:
      throw new Error(`no attainment ${attainment}`);
  }
}

function divided(over: Fraction, under: Fraction): Fraction {
  if (under.isZero) throw new Refusal('divided by zero');
  return over.dividedBy(under);
}

/** An annual figure falls into the window by its periods' weights; a level holds as it is. */
export function quotaOf(component: ComponentDocument, window: Window): Fraction {
  const { id, quota } = component;
  if (quota === undefined) throw new Error('no quota');
  if (quota === 'assigned') return assigned(component, window);
  if (quota.level !== undefined) return Fraction.of(quota.level);
  if (quota.perPeriod !== undefined) return perPeriod(window, Fraction.of(quota.perPeriod));
  if (quota.annual === undefined) throw new Error(`no quota of ${id}`);
  const annual = Fraction.of(quota.annual);
  return ofYear('quota', window, () => annual);
}

function assigned({ id, measure, tiersOn }: ComponentDocument, window: Window): Fraction {
  const counted = measureNamed(tiersOn?.measure ?? measure ?? '', window);
  const last = window.segment.stretches.at(-1)?.quotas.get(id) ?? '';
  if (!addsUp(counted)) return Fraction.of(last);
  return ofYear('quota', window, ({ quotas }) => Fraction.of(quotas.get(id) ?? ''));
}

function addsUp({ calculate, combine }: MeasureDocument): boolean {
  return ['sum', 'count', 'distinct'].includes(calculate) || combine === 'sum';
}

/** Rows that start at percentages look at the quota. */
export function isOnQuota({ quota, curve }: ComponentDocument): boolean {
  const { points = [], steps = [], tiers = [] } = curve ?? {};
  const rows = [...points.map(({ at }) => at), ...[...steps, ...tiers].map(({ from }) => from)];
  const ends = [curve?.until, curve?.decelerator?.below, curve?.accelerators?.[0]?.from];
  const starts = [...rows, ...ends.filter((end) => end !== undefined)];
  return quota !== undefined && starts.some((start) => start.endsWith('%'));
}
