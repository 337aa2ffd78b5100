// What the plan page and its worker say to each other.
// In: nothing. Out: types.

import type { CompanySources } from '../../app/studio/company-sources.ts';
import type { FormSection } from '../../app/studio/plan-form.ts';
import type { Diagnostic } from '../../core/index.ts';
import type { HeroLine } from '../../render/hero-text.ts';

export type ToWorker =
  /** To try to game the plan as it stands in the last text. */
  | { readonly is: 'hero'; readonly turn: number }
  | { readonly is: 'company'; readonly sources: CompanySources; readonly file: string }
  | {
      readonly is: 'text';
      /** Rises with each text: answers to older ones are not shown. */
      readonly turn: number;
      readonly file: string;
      readonly text: string;
      /** As it was last saved. */
      readonly saved: string;
    };

export type FromWorker =
  | {
      readonly is: 'checked';
      readonly turn: number;
      readonly findings: readonly Diagnostic[];
      /** Absent while the text cannot be read as YAML. */
      readonly form?: readonly FormSection[];
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
  /** What the plan pays, as HTML. */
  | { readonly is: 'priced'; readonly turn: number; readonly html: string };
