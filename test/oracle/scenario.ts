// A scenario: a plan, the company it stands in and a year of data, all as an analyst would write
// them. Both sides read it: the product through its real readers, the oracle as it stands.
// In: nothing. Out: the shape of the documents, and a scenario's texts.

/** Exactly one of these is written. */
type OneOf<Key extends string> = Readonly<Partial<Record<Key, string>>>;

export interface MeasureDocument {
  readonly calculate: string;
  readonly deals?: string;
  readonly where?: string;
  readonly date?: string;
  readonly of?: string;
  readonly weightedBy?: string;
  readonly crediting?: readonly { readonly when?: string; readonly credit: string }[];
  readonly whenNone?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly unit?: string;
  readonly combine?: string;
}

export interface CurveDocument {
  readonly shape: string;
  readonly points?: readonly { readonly at: string; readonly pays: string }[];
  readonly steps?: readonly { readonly from: string; readonly pays: string }[];
  readonly tiers?: readonly { readonly from: string; readonly rate: string }[];
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
  readonly whenNotMet: 'zero' | OneOf<'scale' | 'capFactor'>;
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
  readonly planCap?: LimitDocument;
  readonly draw?: { readonly perPeriod: string; readonly kind: string };
  readonly negativePayment?: string;
  readonly measures: Readonly<Record<string, MeasureDocument>>;
  readonly components: readonly ComponentDocument[];
  readonly modifiers?: readonly ModifierDocument[];
  readonly gates?: readonly GateDocument[];
}

export type PeriodKind = 'month' | 'quarter' | 'half-year' | 'year';

/** A row of a table: column to text; a column that is not there is blank. */
export type Row = Readonly<Record<string, string>>;

export const TABLES = [
  'deals',
  'people',
  'assignments',
  'scores',
  'reported',
  'splits',
  'adjustments',
] as const;
export type TableName = (typeof TABLES)[number];

export interface Scenario {
  readonly currency: 'USD' | 'JPY' | 'KWD';
  readonly startMonth: number;
  readonly fiscalYear: number;
  readonly plan: PlanDocument;
  readonly tables: Readonly<Record<TableName, readonly Row[]>>;
}

/** Units of the deals' attributes, and the formulas of those that are derived from others. */
export const ATTRIBUTES = {
  closed: 'date',
  signed: 'date',
  amount: 'money',
  list_price: 'money',
  seats: 'number',
  stage: 'text',
  customer: 'text',
  fit: 'flag',
} as const;
export const DERIVED = {
  discount: '1 - amount / list_price',
  cycle: 'days(signed, closed)',
} as const;

const COLUMNS: Readonly<Record<TableName, readonly string[]>> = {
  deals: ['id', 'owner', ...Object.keys(ATTRIBUTES)],
  people: ['id', 'manager', 'from', 'to'],
  assignments: ['payee', 'plan', 'from', 'to', 'targetIncentive'],
  scores: ['payee', 'plan', 'period', 'component', 'goal', 'score'],
  reported: ['measure', 'period', 'payee', 'figure'],
  splits: ['deal', 'payee', 'share', 'of'],
  adjustments: ['payee', 'period', 'amount', 'reason', 'approver'],
};

/** A table as CSV; a scenario writes no text that would need quotes. */
export function csvOf({ tables }: Scenario, name: TableName): string {
  const rows = tables[name];
  const columns = [...new Set([...COLUMNS[name], ...rows.flatMap((row) => Object.keys(row))])];
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}

/** The company document, as YAML. */
export function companyText({ currency, startMonth }: Scenario): string {
  const attributes = Object.entries(ATTRIBUTES).map(([name, unit]) => `${name}: { unit: ${unit} }`);
  const derived = Object.entries(DERIVED).map(([name, formula]) => `${name}: '${formula}'`);
  return `
company: test
name: Test
currency: ${currency}
fiscalYear: { startMonth: ${startMonth} }
data:
  folder: data
  deals:
    file: deals.csv
    id: id
    creditTo: owner
    countsOn: closed
    attributes: { ${attributes.join(', ')} }
    derived: { ${derived.join(', ')} }
  people: { file: people.csv }
  assignments: { file: assignments.csv }
  scores: { file: scores.csv }
  reported: { file: reported.csv }
  splits: { file: splits.csv }
  adjustments: { file: adjustments.csv }
`;
}
