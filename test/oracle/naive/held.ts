// The oracle's holds: a share of payouts is kept until some days or payout periods later, then paid;
// who leaves is paid what is kept, or forfeits it. In: what a period earned, the parts that are kept.
// Out: what holds take from the payment or add to it, what stays kept. Source: ENGINE.md section 7
// ("hold of a share until a date or event"); README (`holds`).

import type { HoldDocument } from '../plan-document.ts';
import { fiscalPeriods } from './fiscal-periods.ts';
import { Fraction, highest, lowest, total, ZERO } from './fraction.ts';
import { isActedOn } from './gates.ts';
import { toCents } from './money.ts';
import type { Balances, Due, Settling } from './settlement.ts';

/** What one period has kept. */
export interface Part {
  readonly period: string;
  readonly amount: Fraction;
}

export function held(
  due: Pick<Due, 'payouts' | 'earned'>,
  holds: Balances['holds'],
  terms: Settling,
): { readonly pays: Fraction; readonly open: Balances['holds'] } {
  const now = (terms.plan.holds ?? []).map((hold) => {
    return { id: hold.id, ...keptBy(hold, due, holds.get(hold.id) ?? [], terms) };
  });
  return {
    pays: total(now.map(({ pays }) => pays)),
    open: new Map(now.map(({ id, parts }) => [id, parts])),
  };
}

function keptBy(
  hold: HoldDocument,
  due: Pick<Due, 'payouts' | 'earned'>,
  parts: readonly Part[],
  terms: Settling,
) {
  const { year, index, plan } = terms;
  const sum = (some: readonly Part[]): Fraction => total(some.map(({ amount }) => amount));
  if (terms.leaves && hold.whenLeaving === 'release') return { pays: sum(parts), parts: [] };
  const acted = [...due.payouts].filter(([id]) => isActedOn(hold.actsOn, id));
  const payouts = total(acted.map(([, payout]) => payout));
  const base = highest(ZERO, lowest(payouts, due.earned));
  const amount = toCents(base.times(Fraction.of(hold.share)), year.scenario, plan);
  const released = parts.filter((part) => isDue(part, hold, terms));
  const kept = parts.filter((part) => !released.includes(part));
  const period = year.periods[index]?.id ?? '';
  const pays = sum(released).minus(amount);
  return { pays, parts: terms.leaves ? [] : [...kept, { period, amount }] };
}

/** So many periods after its own, or in the period with the day that lies so many days after it. */
function isDue({ period }: Part, { release }: HoldDocument, { year, index }: Settling): boolean {
  const { fiscalYear, startMonth, plan } = year.scenario;
  const all = [fiscalYear - 1, fiscalYear].flatMap((each) =>
    fiscalPeriods(each, startMonth, plan.payoutPeriod),
  );
  const perYear = all.length / 2;
  const place = all.findIndex(({ id }) => id === period);
  if (release.afterPeriods !== undefined) {
    return place + Number(release.afterPeriods) <= perYear + index;
  }
  const day = (all[place]?.to ?? 0) + Number(release.afterDays);
  return day <= (year.periods[index]?.to ?? 0);
}
