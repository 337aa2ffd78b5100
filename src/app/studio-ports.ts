// What the studio needs from the outside, and the pages it shows, in domain words. Adapters in
// documents/ and render/ provide the ports; wire.ts joins them. In: nothing. Out: types.

import type { Diagnostic, Outcome, Period, Statement } from '../core/index.ts';
import type { GoldenThread } from './studio/golden-thread.ts';

export type {
  GoldenThread,
  ThreadComponent,
  ThreadNode,
  ThreadPayee,
} from './studio/golden-thread.ts';

/** A text file of the company's folder as it was when it was read; `version` names that text. */
export interface EditedFile {
  readonly name: string;
  readonly text: string;
  readonly version: string;
}

/** The folders of a company that the studio may write into. */
export type EditedFolder = 'plans' | 'scenarios';

/** The text files of a company's folder; names are `plans/vp-sales.yaml`. */
export interface CompanyFiles {
  readonly list: (folder: EditedFolder) => Promise<readonly string[]>;
  readonly read: (name: string) => Promise<Outcome<EditedFile>>;
  /**
   * Writes all of the text or nothing. It must name the version that it was made from, or none
   * for a new file: what another program wrote meanwhile is never written over.
   */
  readonly save: (file: Omit<EditedFile, 'version'>, from?: string) => Promise<Outcome<EditedFile>>;
  /** Changes whenever any file of the folder does. */
  readonly stamp: () => Promise<string>;
}

/** A goal that nobody has scored yet. */
export interface AwaitedGoal {
  readonly component: string;
  readonly title: string;
}

/** One payee's pay in a period, or what stands in its way. */
export interface PayeePay {
  readonly payee: { readonly id: string; readonly name: string; readonly title?: string };
  readonly statement?: Statement;
  /** What the statement counts as nothing, because it is not known yet. */
  readonly awaits: readonly AwaitedGoal[];
  readonly findings: readonly Diagnostic[];
}

export interface Overview {
  readonly currency: string;
  readonly payees: readonly PayeePay[];
  readonly findings: readonly Diagnostic[];
  readonly thread: GoldenThread;
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

export type CompanyPage = { readonly page: 'overview'; readonly overview: Overview };

/** A page that needs no company: what went wrong, and what to do. */
export interface ProblemPage {
  readonly title: string;
  readonly text: string;
  readonly findings: readonly Diagnostic[];
}

/** Writes pages as HTML. */
export interface StudioPages {
  readonly company: (page: CompanyPage, frame: StudioFrame) => string;
  readonly problem: (page: ProblemPage) => string;
}
