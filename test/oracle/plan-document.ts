// The shape of a plan document, as far as generated plans and the oracle go: what an analyst writes.
// In: nothing. Out: types. Source: README ("The plan language in one page").

/** Exactly one of these is written. */
type OneOf<Key extends string> = Readonly<Partial<Record<Key, string>>>;

export interface MeasureDocument {
  readonly calculate: string;
  readonly deals?: string;
  readonly sharedDeals?: string;
  readonly where?: string;
  readonly date?: string;
  readonly of?: string;
  readonly weightedBy?: string;
  readonly crediting?: readonly RuleDocument[];
  readonly whenNone?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly unit?: string;
  readonly combine?: string;
}

/** A multiple of the rate or the slope, from a place on or below one. */
export interface MultipleDocument {
  readonly from?: string;
  readonly below?: string;
  readonly times: string;
  readonly of: string;
}

export interface TierDocument {
  readonly from: string;
  readonly rate?: string;
  readonly of?: string;
  readonly earns?: string;
}

export interface CurveDocument {
  readonly shape: string;
  readonly points?: readonly { readonly at: string; readonly pays: string }[];
  readonly steps?: readonly { readonly from: string; readonly pays: string }[];
  readonly tiers?: readonly TierDocument[];
  readonly until?: string;
  readonly accelerators?: readonly MultipleDocument[];
  readonly decelerator?: MultipleDocument;
  readonly across?: string;
  readonly columns?: readonly string[];
  readonly rows?: readonly { readonly from: string; readonly pays: readonly string[] }[];
  readonly below?: string;
  readonly above?: string;
  readonly owns?: string;
}

export interface KeyResultDocument {
  readonly id: string;
  readonly title: string;
  readonly weight: string;
  readonly measure?: string;
  readonly scoreCap?: string;
  readonly raise?: { readonly from: string; readonly to: string };
  readonly lower?: { readonly from: string; readonly to: string };
  readonly baseline?: OneOf<'atLeast' | 'atMost'>;
  readonly range?: {
    readonly acceptable: string;
    readonly full: string;
    readonly acceptableScore: string;
  };
  readonly milestone?: { readonly by: string };
}

export type LimitDocument = OneOf<'ofTarget' | 'money'>;
/** Of the plan: over a payout period, or over the year. */
export type PlanLimitDocument = LimitDocument & { readonly over?: string };
export type QuotaDocument = 'assigned' | OneOf<'annual' | 'perPeriod' | 'level'>;

export interface ComponentDocument {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly window: string;
  readonly negativeTrueUp?: string;
  readonly payoutCap?: LimitDocument;
  readonly payoutFloor?: LimitDocument;
  readonly weight?: string;
  readonly measure?: string;
  readonly attainment?: string;
  readonly attainmentCap?: string;
  readonly quota?: QuotaDocument;
  readonly baseline?: string;
  readonly curve?: CurveDocument;
  readonly objective?: string;
  readonly keyResults?: readonly KeyResultDocument[];
  readonly scorer?: string;
  readonly scale?: { readonly levels?: readonly string[]; readonly upTo?: string };
  readonly missingScore?: string;
  readonly combine?: string;
  readonly goals?: readonly {
    readonly id: string;
    readonly title: string;
    readonly weight: string;
  }[];
  readonly per?: string;
  readonly each?: string;
  readonly tiersOn?: { readonly measure: string; readonly window: string };
  readonly rates?: readonly RuleDocument[];
  readonly rateFactors?: readonly RuleDocument[];
  readonly dealCap?: { readonly money: string };
  readonly pool?: {
    readonly money: string;
    readonly shareBy: string;
    readonly whenAllZero: string;
  };
}

/** The first rule whose condition holds gives a deal's credit, rate or factor. */
export interface RuleDocument {
  readonly when?: string;
  readonly credit?: string;
  readonly rate?: string;
  readonly factor?: string;
}

export type ActsOn = 'all' | readonly string[];

export interface ModifierDocument {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly window: string;
  readonly actsOn: ActsOn;
  readonly curve: CurveDocument;
}

export interface GateDocument {
  readonly id: string;
  readonly title: string;
  readonly measure: string;
  readonly window: string;
  readonly require: OneOf<'atLeast' | 'atMost'>;
  readonly actsOn: ActsOn;
  readonly whenNotMet: WhenNotMet;
}

export type WhenNotMet =
  | 'zero'
  | { readonly scale: string }
  | { readonly capFactor: string }
  | { readonly defer: { readonly atYearEnd: string } };

export interface LinkDocument {
  readonly id: string;
  readonly title: string;
  readonly by: string;
  readonly actsOn: readonly string[];
  readonly capFactor: string;
  readonly until?: string;
}

export interface GroupCapDocument {
  readonly id: string;
  readonly title: string;
  readonly actsOn: readonly string[];
  readonly cap: LimitDocument;
}

export interface HoldDocument {
  readonly id: string;
  readonly title: string;
  readonly share: string;
  readonly actsOn: ActsOn;
  readonly release: OneOf<'afterDays' | 'afterPeriods' | 'on'>;
  readonly forfeit?: 'never' | { readonly afterDays: string; readonly since: string };
  readonly whenLeaving: string;
}

export interface DrawDocument {
  readonly perPeriod: string;
  readonly kind: string;
  readonly lasts?: OneOf<'until' | 'months' | 'periods'>;
  readonly atEnd?: string;
}

/** A step of a ramp: so long, so much of quota and target incentive. */
export interface StepDocument {
  readonly months?: string;
  readonly periods?: string;
  readonly quota: string;
  readonly targetIncentive?: string;
}

export interface PlanDocument {
  readonly plan: string;
  readonly title: string;
  readonly version: string;
  readonly effective: { readonly from: string; readonly to: string };
  readonly payoutPeriod: PeriodKind;
  readonly rounding: 'half-up' | 'half-even';
  readonly periodWeights?: {
    readonly quota: 'even' | readonly string[];
    readonly targetIncentive: 'even' | readonly string[];
  };
  readonly proration?: string;
  readonly segments?: string;
  readonly ramp?: readonly StepDocument[];
  readonly planCap?: PlanLimitDocument;
  readonly planFloor?: PlanLimitDocument;
  readonly draw?: DrawDocument;
  readonly negativePayment?: string;
  readonly measures: Readonly<Record<string, MeasureDocument>>;
  readonly components: readonly ComponentDocument[];
  readonly modifiers?: readonly ModifierDocument[];
  readonly links?: readonly LinkDocument[];
  readonly groupCaps?: readonly GroupCapDocument[];
  readonly holds?: readonly HoldDocument[];
  readonly clawback?: { readonly on: string; readonly takes: string };
  readonly payoutRateOn?: 'period-end' | { readonly daysAfterPeriodEnd: string };
  readonly gates?: readonly GateDocument[];
}

export type PeriodKind = 'month' | 'quarter' | 'half-year' | 'year';
