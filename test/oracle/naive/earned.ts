// What a component earns by itself, before modifiers, gates and limits: a factor of its part of
// the target incentive, or money. In: the component as written and a payee's windows. Out: the
// earning, or a refusal. Source: ENGINE.md section 6 (component kinds).

import type { ComponentDocument, CurveDocument } from '../plan-document.ts';
import { runsOn } from './attainment.ts';
import { paidByCurve } from './curves.ts';
import type { Fraction } from './fraction.ts';
import { measured } from './measured.ts';
import { poolShare } from './pool.ts';
import { forEach, onRates } from './rates.ts';
import { type Window, windowOf, type Year } from './time.ts';

export type Earned = { readonly factor: Fraction } | { readonly money: Fraction };

export function earned(
  component: ComponentDocument,
  year: Year,
  segment: Window['segment'],
  index: number,
): Earned {
  const window = windowOf(year, segment, component.window, index);
  const { kind, curve, tiersOn } = component;
  switch (kind) {
    case 'kpi':
    case 'okr':
    case 'mbo':
      if (!curve) throw new Error('no curve');
      return { factor: factorOf(curve, runsOn(component, window), window) };
    case 'commission':
    case 'override': {
      const looksAt = tiersOn ? windowOf(year, segment, tiersOn.window, index) : window;
      return { money: onRates(component, window, looksAt) };
    }
    case 'pool':
      return { money: poolShare(component, year, segment, index) };
    case 'spiff':
      return { money: forEach(component, window) };
    default:
      throw new Error(`no kind ${kind}`);
  }
}

/** What a number is paid, where a matrix also looks at a second measure. */
export function factorOf(curve: CurveDocument, on: Fraction, window: Window): Fraction {
  const across = curve.across === undefined ? undefined : measured(curve.across, window);
  return paidByCurve(curve, on, across);
}
