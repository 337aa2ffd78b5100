// Deals to imagine more of: of all that count in the period, the payee's own and others', the one
// of which one more pays most, and the payee's own one that pays most. In: a what-if. Out: levers
// that count deals like them.

import { ONE, ZERO } from '../exact-number.ts';
import { isWithin } from '../period-data/period-data.ts';
import { changesOf, type Lever, leverId, moreLike } from '../what-if/lever.ts';
import { paidBy, type WhatIf } from '../what-if/what-if.ts';
import { DEALS_MOST } from './lever-pay.ts';

/** Looking at more of a company's deals would take longer than anybody waits. */
const LOOKED_AT = 60;

interface Gain {
  readonly deal: string;
  readonly isOwn: boolean;
  readonly pays: number;
}

export function dealLevers(whatIf: WhatIf): readonly Lever[] {
  const { company, data, period, payee } = whatIf.request;
  const inPeriod = data.deals.filter(({ attributes }) => {
    const day = attributes.get(company.model.countsOn);
    return typeof day === 'number' && isWithin(day, period);
  });
  const own = new Set(
    inPeriod.filter(({ credits }) => credits.some((each) => each.payee === payee)),
  );
  const looked = [...own, ...inPeriod.filter((each) => !own.has(each))].slice(0, LOOKED_AT);
  const gains = looked.flatMap((deal): readonly Gain[] => {
    const more = whatIf.calculate(changesOf(dealLever(whatIf, deal.id), ONE));
    if (!more.ok) return [];
    const pays = paidBy(more.product).minus(whatIf.paid()).approximately();
    return pays <= 0 ? [] : [{ deal: deal.id, isOwn: own.has(deal), pays }];
  });
  const best = (some: readonly Gain[]): readonly Gain[] =>
    some.toSorted((one, other) => other.pays - one.pays).slice(0, 1);
  const chosen = [...best(gains.filter(({ isOwn }) => isOwn)), ...best(gains)];
  return [...new Set(chosen.map(({ deal }) => deal))].map((deal) => dealLever(whatIf, deal));
}

/** How many more deals like one. */
export function dealLever(whatIf: WhatIf, like: string): Lever {
  const { plan } = whatIf.present.compiled;
  const lever = moreLike(like, new Set(whatIf.base.add.map(({ id }) => id)));
  return {
    id: leverId(lever),
    lever,
    label: `More deals like ${like}`,
    unit: 'count',
    present: ZERO,
    step: ONE,
    from: ZERO,
    to: DEALS_MOST,
    least: ZERO,
    most: DEALS_MOST,
    components: plan.components.map(({ id }) => id),
    gates: plan.gates.map(({ id }) => id),
    clause: plan.placeOf(['measures']),
  };
}
