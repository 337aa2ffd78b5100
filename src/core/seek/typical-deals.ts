// Deals to imagine more of. Of all that count in the period, the payee's own and others', one more
// of each is calculated: which pays most, and which brings a gate nearest to being met?
// In: a what-if. Out: levers that count deals like them.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import { type Exact, ONE, ZERO } from '../exact-number.ts';
import { isWithin } from '../period-data/period-data.ts';
import { changesOf, type Lever, leverId, moreLike } from '../what-if/lever.ts';
import { paidBy, type WhatIf } from '../what-if/what-if.ts';
import { DEALS_MOST } from './lever-pay.ts';
import type { ShutGate } from './shut-gates.ts';

/** Looking at more of a company's deals would take longer than anybody waits. */
const LOOKED_AT = 60;

/** What one more deal like another makes of the payment. */
export interface OneMore {
  readonly like: string;
  readonly isOwn: boolean;
  readonly after: PayeeCalculation;
}

export function oneMoreOfEach(whatIf: WhatIf): readonly OneMore[] {
  const { company, data, period, payee } = whatIf.request;
  const inPeriod = data.deals.filter(({ attributes }) => {
    const day = attributes.get(company.model.countsOn);
    return typeof day === 'number' && isWithin(day, period);
  });
  const own = new Set(
    inPeriod.filter(({ credits }) => credits.some((each) => each.payee === payee)),
  );
  const looked = [...own, ...inPeriod.filter((each) => !own.has(each))].slice(0, LOOKED_AT);
  return looked.flatMap((deal): readonly OneMore[] => {
    const more = whatIf.calculate(changesOf(dealLever(whatIf, deal.id), ONE));
    return more.ok ? [{ like: deal.id, isOwn: own.has(deal), after: more.product }] : [];
  });
}

/** The one of which one more pays most, and the payee's own one that does. */
export function dealLevers(whatIf: WhatIf, more: readonly OneMore[]): readonly Lever[] {
  const gainOf = ({ after }: OneMore): Exact => paidBy(after).minus(whatIf.paid());
  const chosen = [more.filter(({ isOwn }) => isOwn), more].flatMap((some) => best(some, gainOf));
  return [...new Set(chosen.map(({ like }) => like))].map((like) => dealLever(whatIf, like));
}

/** The one that brings a gate nearest, the payee's own before others'. */
export function dealToward(
  whatIf: WhatIf,
  { result, asksForMore }: ShutGate,
  more: readonly OneMore[],
): Lever | undefined {
  const figureOf = ({ values }: PayeeCalculation): Exact | undefined => {
    const datum = values.cells.get(result);
    return typeof datum === 'object' ? datum : undefined;
  };
  const now = figureOf(whatIf.present) ?? ZERO;
  const [nearest] = best(more, ({ after }) => {
    const figure = figureOf(after);
    if (!figure) return ZERO;
    return asksForMore ? figure.minus(now) : now.minus(figure);
  });
  return nearest && dealLever(whatIf, nearest.like);
}

/** The first of the highest, as far as it is above nothing. */
function best(some: readonly OneMore[], of: (one: OneMore) => Exact): readonly OneMore[] {
  let found: { readonly one: OneMore; readonly figure: Exact } | undefined;
  for (const one of some) {
    const figure = of(one);
    if (figure.gt(found?.figure ?? ZERO)) found = { one, figure };
  }
  return found ? [found.one] : [];
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
