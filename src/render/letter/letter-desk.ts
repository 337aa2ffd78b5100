// What every part of a letter's view needs to write with. In: the letter and the reader's locale.
// Out: numbers, words, and how the plan's fields are said.

import type { Letter } from '../../core/index.ts';
import type { Desk } from '../desk.ts';
import { formatter } from '../format.ts';
import { english } from '../wording.ts';
import { type LetterWording, letterEnglish } from './letter-wording.ts';
import { PlanWords } from './plan-words.ts';

export interface LetterDesk extends Desk {
  readonly letter: LetterWording;
  readonly plan: PlanWords;
}

export function letterDesk(letter: Pick<Letter, 'plan'>, locale: string): LetterDesk {
  const desk = { format: formatter(locale, letter.plan.currency, english), words: english };
  return { ...desk, letter: letterEnglish, plan: new PlanWords(letter, desk) };
}
