// The oracle's commissions, overrides and spiffs: rates on money, by tiers of it, by tiers of another
// measure, by rules, or on each deal. A shared deal's pay is a part of what the deal pays.
// In: a component as written, a payee's windows. Out: money. Source: ENGINE.md section 6
// (`commission`, `spiff`, `override`); README ("A split payout …", `rates`, `rateFactors`, `dealCap`).

import type { ComponentDocument, CurveDocument } from '../plan-document.ts';
import { isOnQuota, quotaOf, runsOn } from './attainment.ts';
import { byRule } from './credit.ts';
import { firstRate, paidByCurve } from './curves.ts';
import { Fraction, highest, lowest, total, ZERO } from './fraction.ts';
import { type Credited, creditedDeals, measured, measureNamed } from './measured.ts';
import { toCents } from './money.ts';
import type { Window } from './time.ts';

/** `looksAt` is the window of `tiersOn`. */
export function onRates(component: ComponentDocument, window: Window, looksAt: Window): Fraction {
  const { curve, measure = '' } = component;
  const isReported = measureNamed(measure, window).calculate !== 'sum';
  if (component.rates)
    return dealByDeal(component, window, (deal) => byRule(component.rates, 'rate', deal.facts));
  if (!curve) throw new Error('neither rates nor a curve');
  if (component.per === 'deal') return perDeal(component, curve, window);
  const on = runsOn(component, window, looksAt);
  if (component.tiersOn) {
    return paidByCurve(curve, on).times(weighed(component, window));
  }
  if (isReported) return whole(component, curve, on, window);
  if (isFlat(curve)) return dealByDeal(component, window, () => firstRate(curve));
  const credited = measured(measure, window);
  const paying = weighed(component, window);
  // Deals that cancel out have no rate of their own: they are at the first one of the table.
  if (credited.isZero) return paying.times(firstRate(curve));
  return whole(component, curve, on, window).times(paying).dividedBy(credited);
}

/** Tiers at percentages of a quota pay parts of the quota; those that earn money pay the money. */
function whole(
  component: ComponentDocument,
  curve: CurveDocument,
  on: Fraction,
  window: Window,
): Fraction {
  const paid = paidByCurve(curve, on);
  const isPart = isOnQuota(component) && curve.shape !== 'pro-rata';
  return isPart ? paid.times(quotaOf(component, window)) : paid;
}

function isFlat({ tiers = [], accelerators, decelerator, shape }: CurveDocument): boolean {
  return tiers.length === 1 && shape !== 'pro-rata' && !accelerators && !decelerator;
}

/** What a component's measure counts towards pay: each deal by its part that pays and its factor. */
function weighed({ measure = '', rateFactors }: ComponentDocument, window: Window): Fraction {
  if (measureNamed(measure, window).calculate !== 'sum') return measured(measure, window);
  const deals = creditedDeals(measure, window);
  return total(
    deals.map(({ figure, paid, facts }) =>
      figure.times(paid.share).times(byRule(rateFactors, 'factor', facts)),
    ),
  );
}

/** Each deal at a rate that does not hang on the others. */
function dealByDeal(
  { measure = '', rateFactors, dealCap }: ComponentDocument,
  window: Window,
  rateOf: (deal: Credited) => Fraction,
): Fraction {
  return total(
    creditedDeals(measure, window).map((deal) => {
      const rate = rateOf(deal).times(byRule(rateFactors, 'factor', deal.facts));
      return ofDeal((figure) => figure.times(rate), deal, dealCap, window);
    }),
  );
}

/** A cancellation takes back what a deal of its size earns. */
function perDeal(component: ComponentDocument, curve: CurveDocument, window: Window): Fraction {
  const { measure = '', rateFactors, dealCap } = component;
  return total(
    creditedDeals(measure, window).map((deal) => {
      const factor = byRule(rateFactors, 'factor', deal.facts);
      const earned = (figure: Fraction): Fraction => {
        const isCancelled = figure.isBelow(ZERO);
        const paid = paidByCurve(curve, isCancelled ? ZERO.minus(figure) : figure).times(factor);
        return isCancelled ? ZERO.minus(paid) : paid;
      };
      return ofDeal(earned, deal, dealCap, window);
    }),
  );
}

/** At the rate of what is credited of it, the whole deal earns so much; a part of that is paid. */
function ofDeal(
  earned: (figure: Fraction) => Fraction,
  deal: Credited,
  cap: { readonly money: string } | undefined,
  window: Window,
): Fraction {
  const { figure, credit } = deal;
  const money = earned(figure.times(credit)).dividedBy(credit);
  return sharedOut(capped(money, cap), deal, window);
}

function capped(money: Fraction, cap: { readonly money: string } | undefined): Fraction {
  if (!cap) return money;
  const most = Fraction.of(cap.money);
  return highest(ZERO.minus(most), lowest(most, money));
}

/** In whole cents, where rows split the pay: up to and with this share, less those before it. */
function sharedOut(money: Fraction, { paid }: Credited, { scenario, plan }: Window): Fraction {
  const { share, after } = paid;
  if (after === undefined) return money.times(share);
  const upTo = (part: Fraction): Fraction => toCents(money.times(part), scenario, plan);
  return upTo(after.plus(share)).minus(upTo(after));
}

/** So much for each of what is counted. */
export function forEach({ measure = '', each = '' }: ComponentDocument, window: Window): Fraction {
  const sum = Fraction.of(each);
  const { calculate } = measureNamed(measure, window);
  if (calculate !== 'sum' && calculate !== 'count') return measured(measure, window).times(sum);
  return total(
    creditedDeals(measure, window).map((deal) => {
      // In a count a deal is one, however small the part of it that is credited.
      const counted = calculate === 'count' && deal.paid.after === undefined;
      return counted ? sum : sharedOut(deal.figure.times(sum), deal, window);
    }),
  );
}
