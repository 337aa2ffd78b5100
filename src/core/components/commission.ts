// commission: a rate, or rate tiers, on the credited amount. It has no weight: what it pays follows
// from what was sold. In: a measure in money and a curve of rates. Out: the cells of its money.
// A flat rate is a single tier from zero. Source: ENGINE.md section 6.

import { defineKind } from './component-kind.ts';
import { checkRates, earnRates, rateShape } from './rates.ts';

export const commission = defineKind<typeof rateShape>({
  shape: rateShape,
  weighted: false,
  measures: ({ measure }) => (measure ? [measure] : []),
  parts: () => [],
  scored: () => [],
  check: (fields, context) => void checkRates(fields, context),
  earn: (component, sheet) => earnRates(component, sheet, 'Commission'),
});
