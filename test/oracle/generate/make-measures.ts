// Generated measures: every kind, over own, team and company deals, with conditions, crediting and
// either date. In: choices. Out: the measures of a plan, with what others need to know of each.

import type { MeasureDocument } from '../plan-document.ts';
import type { Pick } from './pick.ts';
import type { Manner } from './wanted.ts';

export type MadeUnit = 'money' | 'ratio' | 'count' | 'number';

export interface MadeMeasure {
  readonly id: string;
  readonly unit: MadeUnit;
  /** Whether periods add up: the quota of a level is a level. */
  readonly addsUp: boolean;
  readonly document: MeasureDocument;
}

/** Conditions in which a deal's amount plays no part. */
export const FIXED_CONDITIONS = [
  "stage = 'won'",
  "stage in ['won', 'renewed']",
  "not (stage = 'lost')",
  "fit and stage != 'lost'",
  'known(customer) and closed >= 2026-03-31',
];
export const CONDITIONS = [
  ...FIXED_CONDITIONS,
  'discount <= 15%',
  'fit or amount > 10000',
  'cycle <= 30 and amount >= 1000',
  "if(stage = 'lost', false, amount < 25000)",
  'max(discount, 5%) < 20% or seats = 3',
];

const FIXED_CREDITING = [
  [{ when: 'fit', credit: '100%' }, { credit: '50%' }],
  [
    { when: 'seats < 2', credit: '0%' },
    { when: "stage = 'renewed'", credit: '33.3%' },
    { credit: '120%' },
  ],
];
const CREDITING = [
  ...FIXED_CREDITING,
  [{ when: 'discount > 15%', credit: '50%' }, { credit: '100%' }],
  [
    { when: 'amount < 1000', credit: '0%' },
    { when: 'discount > 30%', credit: '25.5%' },
    { credit: '100%' },
  ],
];

const RISING_AMOUNTS = ['amount * 50%', 'min(amount, 20000)', 'if(fit, amount, amount / 3)'];
const AMOUNTS = [...RISING_AMOUNTS, 'list_price', 'amount - list_price * 10%', '-amount / 7'];
const ODD_AMOUNTS = ['amount * 50%', 'if(fit, amount, amount / 3)', '-amount / 7'];

export function makeMeasures(pick: Pick, manner: Manner): readonly MadeMeasure[] {
  const make = new Maker(pick, manner);
  const sums = [make.sum('bookings'), ...pick.list(0, 1, () => make.sum('sales'))];
  if (manner.reversible) return sums;
  const others = [
    () => [make.count('wins')],
    () => [make.units('seats')],
    () => [make.distinct('customers')],
    () => [make.level('size', 'average', 'amount', 'money')],
    () => [make.level('fit', 'share', 'fit', 'ratio')],
    () => [make.count('won'), ratioOf('per-win', 'bookings', 'won', 'money')],
    () => [reported('nrr', 'ratio', 'latest')],
    () => [reported('leads', 'count', 'sum')],
    () => [reported('spend', 'money', pick.one(['sum', 'latest']))],
  ];
  const falling = [
    () => [make.level('price-cut', 'average', 'discount', 'ratio')],
    () => [make.sum('list'), ratioOf('mix', 'bookings', 'list', 'ratio')],
  ];
  const makers = manner.rising ? others : [...others, ...falling];
  return [...sums, ...pick.rising(makers, 1, 5).flatMap((each) => each())];
}

class Maker {
  readonly #pick: Pick;
  readonly #manner: Manner;

  constructor(pick: Pick, manner: Manner) {
    this.#pick = pick;
    this.#manner = manner;
  }

  sum(id: string): MadeMeasure {
    const crediting = this.#isFixed ? FIXED_CREDITING : CREDITING;
    const document = {
      calculate: 'sum',
      of: this.#pick.odds(this.#manner.isRound ? 10 : 40)
        ? this.#pick.one(this.#amounts)
        : 'amount',
      ...this.#deals(),
      ...this.#pick.maybe(40, () => ({ crediting: this.#pick.one(crediting) })),
    };
    return { id, unit: 'money', addsUp: true, document };
  }

  units(id: string): MadeMeasure {
    const document = { calculate: 'sum', of: 'seats', ...this.#deals() };
    return { id, unit: 'number', addsUp: true, document };
  }

  count(id: string): MadeMeasure {
    return { id, unit: 'count', addsUp: true, document: { calculate: 'count', ...this.#deals() } };
  }

  distinct(id: string): MadeMeasure {
    const document = { calculate: 'distinct', of: 'customer', ...this.#deals() };
    return { id, unit: 'count', addsUp: true, document };
  }

  level(id: string, calculate: string, of: string, unit: MadeUnit): MadeMeasure {
    const whenNone = unit === 'ratio' ? this.#pick.one(['0%', '72.5%']) : '0';
    const isWeighted = !this.#manner.rising && this.#pick.odds(40);
    const weightedBy = this.#pick.one(['list_price', 'seats', 'amount']);
    const document = {
      calculate,
      of,
      whenNone,
      ...(isWeighted && { weightedBy }),
      ...this.#deals(),
    };
    return { id, unit, addsUp: false, document };
  }

  #deals(): { readonly deals: string; readonly where?: string; readonly date?: string } {
    const conditions = this.#isFixed ? FIXED_CONDITIONS : CONDITIONS;
    const deals = this.#pick.one(['own', 'own', 'team', 'company']);
    const shared = () => ({ sharedDeals: this.#pick.one(['once', 'each']) });
    return {
      deals,
      ...this.#pick.maybe(60, () => ({ where: this.#pick.one(conditions) })),
      ...this.#pick.maybe(15, () => ({ date: 'signed' })),
      ...(deals === 'team' && this.#pick.maybe(40, shared)),
    };
  }

  /** Whether a deal counts, and by which rule, must not hang on its amount. */
  get #isFixed(): boolean {
    return Boolean(this.#manner.rising || this.#manner.reversible);
  }

  get #amounts(): readonly string[] {
    if (this.#manner.rising) return RISING_AMOUNTS;
    return this.#manner.reversible ? ODD_AMOUNTS : AMOUNTS;
  }
}

function ratioOf(id: string, numerator: string, denominator: string, unit: MadeUnit): MadeMeasure {
  const whenNone = unit === 'ratio' ? '0%' : '0';
  const document = { calculate: 'ratio', numerator, denominator, whenNone };
  return { id, unit, addsUp: false, document };
}

function reported(id: string, unit: MadeUnit, combine: string): MadeMeasure {
  const document = { calculate: 'reported', unit, combine };
  return { id, unit, addsUp: combine === 'sum', document };
}
