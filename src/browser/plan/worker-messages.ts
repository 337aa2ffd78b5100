// What the plan page and its worker say to each other.
// In: nothing. Out: types.

import type { SentCompany } from '../../app/sent-company.ts';
import type { TypedCell } from '../../app/studio/assigned-figures.ts';
import type { Addition } from '../../app/studio/plan-additions.ts';
import type { FormSection } from '../../app/studio/plan-form.ts';
import type { Diagnostic } from '../../core/index.ts';
import type { YamlEdit } from '../../documents/edit-yaml.ts';
import type { HeroLine } from '../../render/hero-text.ts';

export type ToWorker =
  /** To try to game the plan as it stands in the last text. */
  | { readonly is: 'hero'; readonly turn: number }
  /** For the edit that puts something new into the last text. */
  | { readonly is: 'add'; readonly turn: number; readonly addition: Addition }
  | { readonly is: 'company'; readonly sent: SentCompany; readonly file: string }
  | {
      readonly is: 'text';
      /** Rises with each text: answers to older ones are not shown. */
      readonly turn: number;
      readonly file: string;
      readonly text: string;
      /** As it was last saved. */
      readonly saved: string;
      /** Figures of assignments that are typed and not saved yet. */
      readonly cells: readonly TypedCell[];
      /** Whose figures are shown; `nobody` for round ones, absent for the first on the plan. */
      readonly payee?: string;
      /** As a day number: workers know no more of time than pages. */
      readonly today: number;
    };

/** The choice of round figures. */
export const NOBODY = 'nobody';

/** Somebody whose figures can be shown. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly isChosen: boolean;
}

export type FromWorker =
  | {
      readonly is: 'checked';
      readonly turn: number;
      readonly findings: readonly Diagnostic[];
      /** Absent while the text cannot be read as YAML. */
      readonly form?: readonly FormSection[];
      /** What the company's tables say of those who are on the plan. */
      readonly people?: FormSection;
      /** A plan with errors has no pay to show. */
      readonly isPayable: boolean;
    }
  /** The hero test of the plan as typed, or why there is none. */
  | {
      readonly is: 'hero';
      readonly turn: number;
      readonly lines: readonly HeroLine[];
      readonly findings: readonly Diagnostic[];
    }
  /** Absent where the text has no place for it that can be found. */
  | { readonly is: 'added'; readonly turn: number; readonly edit?: YamlEdit }
  /** What the plan pays, as HTML. */
  | {
      readonly is: 'priced';
      readonly turn: number;
      readonly html: string;
      readonly choices: readonly Choice[];
    }
  /** What is different from other versions, as HTML. */
  | { readonly is: 'compared'; readonly turn: number; readonly html: string };
