// The --period option that commands share. What is no period in any fiscal year is wrong usage.
// In: the option's text. Out: the text, once it reads as a period.

import { InvalidArgumentError, Option } from 'commander';
import { readPeriod } from '../core/index.ts';

export function periodOption(): Option {
  return new Option('--period <id>', 'payout period: 2026-Q3, 2026-M07, 2026-H1 or 2026')
    .argParser((text: string) => {
      if (readPeriod(text, { startMonth: 1 })) return text;
      throw new InvalidArgumentError('Write a period such as 2026-Q3, 2026-M07, 2026-H1 or 2026.');
    })
    .makeOptionMandatory();
}
