// A company for hero tests: bookings of customers who fit are wanted, at a fair price; its deals are
// large and small, of both kinds, with and without discount. In: parts of a plan.
// Out: hero tests, and what deals of a story are paid in an ordinary run.

import {
  type Company,
  type Exact,
  exactText,
  type HeroTest,
  heroTest,
  type Story,
} from '../../../src/core/index.ts';
import {
  calculatePeriod,
  companyOf,
  companyText,
  must,
  planOf,
  readTexts,
} from '../../in-memory-company.ts';
import { deals } from '../small-plan.ts';

export const WANTS = `
wants:
  title: Bookings of customers who fit, at a fair price
  of: amount
  where: stage = 'won' and fit and discount <= 20%
`;

const SIZES = [900, 3000, 12000, 20000, 30000, 40000, 60000];
const ROWS = SIZES.flatMap((size, at) =>
  ['yes,0%', 'yes,20%', 'yes,35%', 'no,0%', 'no,35%'].map((more, kind) => {
    return `d${at}${kind},ann,2026-02-10,${size},won,${more}`;
  }),
);
export const DEALS = deals(...ROWS, 'lost,ann,2026-02-10,30000,lost,yes,0%');

const company: Company = companyOf(`${companyText('USD')}${WANTS}`);

export function gamed(plan: string, seed = 1): HeroTest {
  const read = must(readTexts({ plan, deals: DEALS }, company, planOf(plan, company)));
  const [only] = [...read.plans.values()][0] ?? [];
  if (!only) throw new Error('no plan');
  return must(heroTest({ ...read, plan: only }, seed));
}

/** A story's deals as rows of a table that a person might write, closed on the period's last day. */
export function paidInARun(plan: string, story: Story, honest: Story): Exact {
  const rows = story.deals.flatMap(({ like, count, size, traits }) => {
    const known = new Map(
      ['stage', 'fit', 'discount'].map((name) => [name, like.attributes.get(name)]),
    );
    for (const each of [...(honest.deals[0]?.traits ?? []), ...traits]) {
      known.set(each.name, each.datum);
    }
    const [stage, fit, discount] = [...known.values()];
    const percent = `${exactText((discount as Exact).times('100'))}%`;
    const rest = [exactText(size), stage, fit === true ? 'yes' : 'no', percent].join();
    return Array.from({ length: count }, (_, at) => [`${rest}`, at] as const);
  });
  const table = deals(...rows.map(([rest], at) => `s${at},ann,2026-03-31,${rest}`));
  const total = (text: string): Exact => {
    const read = must(readTexts({ plan, deals: text }, company, planOf(plan, company)));
    const [ann] = must(calculatePeriod(read, story.period)).payees;
    return ann?.values.cells.get(ann.compiled.total) as Exact;
  };
  return total(table).minus(total(deals()));
}
