// A checked company: calendar, objectives and the data model that plans' formulas may use.
// In: nothing. Out: types; every formula is typed, every reference exists.

import type { FiscalCalendar } from '../calendar.ts';
import type { Place } from '../diagnostic.ts';
import type { SpokenFormula } from '../document/formulas.ts';
import type { DocumentPath } from '../source.ts';
import type { Formula, Unit } from '../worksheet/operations.ts';
import type { Conversion } from './conversions.ts';
import type {
  AttributeSource,
  ColumnSource,
  CompanyPool,
  MappedTable,
  Objective,
  TableName,
} from './document.ts';

/** A deal attribute computed from others when the deal is read. */
export interface DerivedAttribute {
  readonly name: string;
  readonly unit: Unit;
  readonly label: string;
  readonly text: string;
  readonly formula: Formula;
}

/** A table that deals look into for more attributes. */
export interface Lookup {
  readonly file: string;
  readonly sheet?: string;
  readonly match: string;
  readonly key: string;
  readonly attributes: ReadonlyMap<string, AttributeSource>;
  readonly place: Place;
}

/** How deals are read: columns, spellings, look-ups, derived figures. */
export interface DealMapping {
  readonly file: string;
  readonly sheet?: string;
  readonly idColumn: string;
  readonly creditTo: ColumnSource;
  /** Attribute whose date decides in which period a deal counts, unless a measure says another. */
  readonly countsOn: string;
  readonly attributes: ReadonlyMap<string, AttributeSource>;
  /** Canonical stage by the word the export uses. */
  readonly stage?: { readonly column: string; readonly stageOf: ReadonlyMap<string, string> };
  readonly lookups: readonly Lookup[];
  /** The company's currency, into which money written in others is converted. */
  readonly currency: string;
  readonly conversions: readonly Conversion[];
  readonly derived: readonly DerivedAttribute[];
  /** Attributes that a statement shows for each deal. */
  readonly show: readonly string[];
  readonly place: Place;
}

/** What an attribute of a deal is called and measured in. */
export interface AttributeModel {
  readonly units: ReadonlyMap<string, Unit>;
  readonly labels: ReadonlyMap<string, string>;
  readonly countsOn: string;
}

/** What the company wants of its deals: `of` each deal for which `where` holds. */
export interface Wants {
  readonly title: string;
  readonly of: SpokenFormula & { readonly unit: Unit };
  readonly where: SpokenFormula;
}

export interface TableMapping extends MappedTable {
  readonly place: Place;
}

export interface Company {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  readonly locale: string;
  readonly contact?: string;
  readonly calendar: FiscalCalendar;
  readonly objectives: readonly Objective[];
  readonly pools: readonly CompanyPool[];
  readonly wants?: Wants;
  readonly dataFolder: string;
  readonly deals: DealMapping;
  readonly tables: Readonly<Record<TableName, readonly TableMapping[]>>;
  readonly model: AttributeModel;
  readonly placeOf: (path: DocumentPath) => Place;
}
