// An amount of money as an option's value. In: the option's text. Out: plain decimal text; anything
// else is wrong usage.

import { InvalidArgumentError } from 'commander';
import { isDecimalText } from '../core/index.ts';

export function readMoney(text: string): string {
  if (isDecimalText(text)) return text;
  throw new InvalidArgumentError('Write a plain number such as 40000 or 40000.50.');
}
