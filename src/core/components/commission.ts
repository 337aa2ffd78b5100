// commission: a rate, rate tiers, or rates by rule on the credited amount. It has no weight: what
// it pays follows from what was sold. In: a measure in money, and a curve of rates or rules.
// Out: the cells of its money. A flat rate is a single tier from zero. Source: ENGINE.md section 6.

import { defineKind } from './component-kind.ts';
import { earnRates } from './earn-rates.ts';
import { attainsQuota, checkRates, rateMeasures, rateRuleLists, rateShape } from './rates.ts';

export const commission = defineKind<typeof rateShape>({
  shape: rateShape,
  weighted: false,
  attains: attainsQuota,
  measures: rateMeasures,
  parts: () => [],
  scored: () => [],
  rules: rateRuleLists,
  fullPay: 'at-target',
  check: (fields, context) => void checkRates(fields, context),
  earn: (component, sheet) => earnRates(component, sheet, 'Commission'),
});
