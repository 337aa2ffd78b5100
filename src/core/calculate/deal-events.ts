// Events of a payee's deals, by the plan that each deal was paid under: the day that stands in the
// deal, where the event's condition holds. In: a payee's fiscal year. Out: days; what a deal lacks
// to tell is named. Source: ENGINE.md section 7.

import type { DayNumber } from '../calendar.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';
import type { SpokenFormula } from '../document/formulas.ts';
import type { DealEvent, Plan } from '../plan/plan.ts';
import { prepareDealFormula } from '../worksheet/exact.ts';
import { attributesIn } from '../worksheet/worksheet.ts';
import type { PayeeYear } from './calculate-period.ts';
import { type CreditedDeal, creditedDeals } from './credit.ts';
import type { Segment } from './segments.ts';

/** What tells a payee's deals of a fiscal year. */
export type YearOfDeals = Pick<PayeeYear, 'payee' | 'periods' | 'segments' | 'data' | 'dealIndex'>;

/** The payee's deals on the days of a segment, whatever a measure makes of them. */
export function dealsOfYear(
  { payee, periods, data, dealIndex }: YearOfDeals,
  segment: Segment,
): readonly CreditedDeal[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const span = { from: first.from, to: last.to };
  const request = {
    payee,
    span,
    segments: [segment],
    attributes: [],
    withdrawn: new Set<string>(),
  };
  return creditedDeals(data, dealIndex, request).deals;
}

/** What cannot be told of a deal, for lack of these attributes. */
export interface Untold {
  readonly missing: readonly string[];
}

/** The day of an event; undefined where it has not come, or does not count. */
export function dayOf(
  { row }: CreditedDeal,
  { on: attribute, where }: DealEvent,
): DayNumber | Untold | undefined {
  const on = row.get(attribute);
  if (typeof on !== 'number') return undefined;
  const holds = where ? holdsFor({ row }, where) : true;
  if (typeof holds === 'object') return holds;
  return holds ? on : undefined;
}

function holdsFor({ row }: Pick<CreditedDeal, 'row'>, { formula }: SpokenFormula) {
  const holds = prepareDealFormula(formula)(row);
  if (holds !== undefined) return holds === true;
  return { missing: attributesIn([formula]).filter((name) => row.get(name) === undefined) };
}

/** Whether some measure of a plan counts a deal, or may count it. */
export function isCounted({ measures }: Plan, { row }: CreditedDeal): boolean {
  return [...measures.values()].some((measure) => {
    if (!('deals' in measure)) return false;
    return !measure.where || holdsFor({ row }, measure.where) !== false;
  });
}

/** The first day on which a plan looks at a deal. */
export function firstLook({ measures }: Plan, { deal }: CreditedDeal): DayNumber | undefined {
  const days = [...measures.values()].flatMap((measure) => {
    const day = 'deals' in measure ? deal.attributes.get(measure.date) : undefined;
    return typeof day === 'number' ? [day] : [];
  });
  return days.length > 0 ? Math.min(...days) : undefined;
}

export function untold({ deal }: CreditedDeal, question: string, { missing }: Untold): Diagnostic {
  return diagnose(
    'calculation/deal-incomplete',
    deal.place,
    `whether deal \`${deal.id}\` ${question} cannot be told: it lacks ${missing.join(', ')}`,
    'fill in the cell, or clear the date of the event',
  );
}
