// What every view of a statement needs to write with: the reader's numbers and the language of
// the texts. In: nothing. Out: a type.

import type { Formatter } from './format.ts';
import type { Wording } from './wording.ts';

export interface Desk {
  readonly format: Formatter;
  readonly words: Wording;
}
