// What the what-if page and its worker say to each other. Changes are those of a scenario, as a
// document has them. In: nothing. Out: types.

import type { SentCompany } from '../app/sent-company.ts';
import type { DocumentNode } from '../core/index.ts';
import type { Whose } from './live-what-if.ts';

export type ToWorker =
  | { readonly is: 'company'; readonly sent: SentCompany; readonly whose: Whose }
  | ToAnswer;

/** `turn` rises with each question: answers to older ones are not shown. */
export type ToAnswer =
  | { readonly is: 'steps'; readonly turn: number; readonly changes: DocumentNode }
  | {
      readonly is: 'seek';
      readonly turn: number;
      readonly changes: DocumentNode;
      /** As it was written. */
      readonly goal: string;
      /** A lever’s id, or nothing. */
      readonly by: string;
    };

export interface FromWorker {
  readonly is: ToAnswer['is'];
  readonly turn: number;
  readonly html: string;
  /** Scenarios that the answer can be opened as, by their places in it. */
  readonly ways: readonly DocumentNode[];
}
