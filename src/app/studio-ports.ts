// What the studio needs from the outside, and the pages it shows, in domain words. Adapters in
// documents/ and render/ provide the ports; wire.ts joins them. In: nothing. Out: types.

import type {
  BehindInput,
  Company,
  Datum,
  DealAttribute,
  Diagnostic,
  DocumentNode,
  Letter,
  Lever,
  NextStep,
  Outcome,
  Outlook,
  Period,
  Place,
  Scenario,
  SeekAnswer,
  SourceDocument,
  Statement,
  Unit,
  WriteFigure,
} from '../core/index.ts';
import type { TypedCell } from './studio/assigned-figures.ts';
import type { GoldenThread } from './studio/golden-thread.ts';

export type { TypedCell } from './studio/assigned-figures.ts';
export type {
  GoldenThread,
  ThreadComponent,
  ThreadNode,
  ThreadPayee,
} from './studio/golden-thread.ts';
export type { ComparedVersion } from './studio/plan-versions.ts';

/** A text file of the company's folder as it was when it was read; `version` names that text. */
export interface EditedFile {
  readonly name: string;
  readonly text: string;
  readonly version: string;
}

/** The folders of a company that the studio may write into. */
export type EditedFolder = 'plans' | 'scenarios';

/** The text files of a company's folder; names are `plans/vp-sales.yaml`, or tables of it. */
export interface CompanyFiles {
  readonly list: (folder: EditedFolder) => Promise<readonly string[]>;
  readonly read: (name: string) => Promise<Outcome<EditedFile>>;
  /**
   * Writes all of the text or nothing. It must name the version that it was made from, or none
   * for a new file: what another program wrote meanwhile is never written over.
   */
  readonly save: (file: Omit<EditedFile, 'version'>, from?: string) => Promise<Outcome<EditedFile>>;
  /** Changes cells of a table as `save` changes a text; every other byte of it stays. */
  readonly saveCells: (
    name: string,
    cells: readonly TypedCell[],
    from: string,
  ) => Promise<Outcome<EditedFile>>;
  /** A file's text as a document, or what is wrong with it. */
  readonly parse: (file: Pick<EditedFile, 'name' | 'text'>) => Outcome<SourceDocument>;
  /** Takes a file away, as it was when it was read; its name is handed back. */
  readonly remove: (file: Omit<EditedFile, 'text'>) => Promise<Outcome<string>>;
  /** A document as people write it; over a text, what is the same in it stays as it is. */
  readonly write: (root: DocumentNode, over?: string) => string;
  /** Changes whenever any file of the folder does. */
  readonly stamp: () => Promise<string>;
}

/** What founders write plans with. */
export interface PlanDesk {
  /** Roles that a plan can be started for, as with `ontarget new`. */
  readonly templates: readonly string[];
  readonly template: (role: string) => Promise<string>;
}

export interface PlansPage {
  readonly files: readonly string[];
  readonly templates: readonly string[];
}

/** A goal that nobody has scored yet. */
export interface AwaitedGoal {
  readonly component: string;
  readonly title: string;
  /** Nothing can be paid without it. */
  readonly stops: boolean;
}

/** One payee's pay in a period, or what stands in its way. */
export interface PayeePay {
  readonly payee: { readonly id: string; readonly name: string; readonly title?: string };
  readonly statement?: Statement;
  /** Goals that the statement counts as nothing, because nobody has scored them. */
  readonly awaits: readonly AwaitedGoal[];
  readonly findings: readonly Diagnostic[];
}

export interface Overview {
  readonly currency: string;
  readonly payees: readonly PayeePay[];
  readonly findings: readonly Diagnostic[];
  readonly thread: GoldenThread;
}

/** The deals that a number was counted from, and the others by the reason why they were not. */
export interface OpenedDeals {
  /** Absent where deals are only counted. */
  readonly unit?: Unit;
  readonly counted: readonly {
    readonly id: string;
    readonly datum: Datum;
    readonly reason: string;
  }[];
  readonly leftOut: ReadonlyMap<string, readonly string[]>;
}

/** A number with its sentence, its clause, and what is behind it. */
export interface OpenedNumber {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly datum: Datum;
  readonly inWords?: string;
  readonly inFigures?: string;
  readonly clause: Place;
  readonly deals?: OpenedDeals;
  readonly from: readonly BehindInput[];
  readonly behind: readonly OpenedNumber[];
  /** It is opened further up on the page already. */
  readonly isAbove: boolean;
}

export interface OpenedStatement {
  readonly pay: PayeePay & { readonly statement: Statement };
  /** By the id of the cell that a figure of the statement was read from. */
  readonly numbers: ReadonlyMap<string, OpenedNumber>;
}

/** A scenario that is kept in the folder, with what it would pay. */
export interface KeptScenario {
  readonly file: EditedFile;
  readonly scenario: Scenario;
  readonly outlook?: Outlook;
  readonly findings: readonly Diagnostic[];
}

export interface WhatIfPage {
  readonly payee: PayeePay['payee'];
  readonly levers: readonly Lever[];
  readonly outlook: Outlook;
  readonly steps: readonly NextStep[];
  /** Those that count in the period. */
  readonly deals: readonly {
    readonly id: string;
    /** What statements show first of it, where that is words: often the customer. */
    readonly name?: string;
    readonly attributes: ReadonlyMap<string, Datum>;
  }[];
  /** What the plan looks at in a deal. */
  readonly attributes: readonly DealAttribute[];
  readonly kept: readonly KeptScenario[];
  /** The scenario that the page starts with. */
  readonly opened?: KeptScenario;
}

/** What a payee needs for a payment; without an answer nothing was asked yet. */
export interface GoalSought {
  readonly payee: PayeePay['payee'];
  readonly currency: string;
  readonly levers: readonly Lever[];
  /** Scenarios that it may start from, and the one that it does. */
  readonly kept: readonly KeptScenario[];
  readonly started?: KeptScenario;
  /** The lever that was named. */
  readonly by?: string;
  readonly answer?: SeekAnswer;
}

/** Scenarios side by side; the first is what stands now. */
export interface Comparison {
  readonly payee: PayeePay['payee'];
  readonly present: Outlook;
  readonly scenarios: readonly (KeptScenario & { readonly outlook: Outlook })[];
}

/** What every page of an opened company has around it. */
export interface StudioFrame {
  readonly company: { readonly name: string; readonly locale: string; readonly currency: string };
  readonly folder: string;
  /** The folder is a copy of the built-in example that may be changed. */
  readonly isExample: boolean;
  readonly periods: readonly Period[];
  readonly period: Period;
}

export type CompanyPage =
  | { readonly page: 'overview'; readonly overview: Overview }
  | { readonly page: 'statement'; readonly opened: OpenedStatement }
  | { readonly page: 'what-if'; readonly whatIf: WhatIfPage }
  | { readonly page: 'comparison'; readonly comparison: Comparison }
  | { readonly page: 'seek'; readonly sought: GoalSought };

/** A page that needs no company: what went wrong, and what to do. */
export interface ProblemPage {
  readonly title: string;
  readonly text: string;
  readonly findings: readonly Diagnostic[];
}

/** A plan's text to edit; without a script it is all that there is. */
export interface PlanTextPage {
  readonly file: EditedFile;
  readonly isSaved: boolean;
  /** Why the text was not saved; `theirs` is what another program saved meanwhile. */
  readonly refused?: {
    readonly findings: readonly Diagnostic[];
    readonly theirs?: EditedFile;
  };
}

/** Writes pages as HTML. */
export interface StudioPages {
  readonly company: (page: CompanyPage, frame: StudioFrame) => string;
  readonly problem: (page: ProblemPage) => string;
  readonly plans: (page: PlansPage) => string;
  readonly plan: (page: PlanTextPage) => string;
  /** A plan letter as a document of its own, styles and fonts inside. */
  readonly letter: (letter: Letter) => string;
  /** How figures are written for a company's readers. */
  readonly writeFor: (company: Company, currency: string) => WriteFigure;
}
