// A checked measure: its formulas are typed worksheet operations, its unit is known.
// In: nothing. Out: the types that compiling stands on; every field has been checked.

import type { SpokenFormula } from '../document/formulas.ts';
import type { Exact } from '../exact-number.ts';
import type { DealRule } from '../rules/deal-rule.ts';
import type { Unit } from '../worksheet/operations.ts';
import type { DealScope, TeamCounts } from './document.ts';

interface MeasureCommon {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
}

interface DealMeasure extends MeasureCommon {
  readonly deals: DealScope;
  readonly sharedDeals: TeamCounts;
  readonly where?: SpokenFormula;
  /** Attribute whose date decides in which period a deal counts. */
  readonly date: string;
}

/** What moves a mean or a share more the more of it a deal has. */
export type Weight = SpokenFormula & { readonly unit: Unit };

export type Measure =
  | (DealMeasure & {
      readonly calculate: 'sum';
      readonly of: SpokenFormula;
      readonly crediting: readonly DealRule[];
    })
  | (DealMeasure & { readonly calculate: 'count' })
  | (DealMeasure & {
      readonly calculate: 'average';
      readonly of: SpokenFormula;
      readonly weightedBy?: Weight;
      readonly whenNone: Exact;
    })
  | (DealMeasure & {
      readonly calculate: 'share';
      readonly of: SpokenFormula;
      readonly weightedBy?: Weight;
      readonly whenNone: Exact;
    })
  | (DealMeasure & { readonly calculate: 'distinct'; readonly of: SpokenFormula })
  | (MeasureCommon & {
      readonly calculate: 'ratio';
      readonly numerator: string;
      readonly denominator: string;
      readonly whenNone: Exact;
    })
  | (MeasureCommon & { readonly calculate: 'reported'; readonly combine: 'sum' | 'latest' });

/** Whether the figures of several periods add up to the figure of the longer one. */
export function addsUp(measure: Measure): boolean {
  switch (measure.calculate) {
    case 'sum':
    case 'count':
    case 'distinct':
      return true;
    case 'reported':
      return measure.combine === 'sum';
    case 'average':
    case 'share':
    case 'ratio':
      return false;
  }
}
