// override: a leader's rate on what the team was credited with, from the first unit or above a
// threshold (a first tier at 0 %). In: a measure over the team and a curve of rates. Out: the cells
// of its money. Source: ENGINE.md section 6.

import { defineKind } from './component-kind.ts';
import { earnRates } from './earn-rates.ts';
import { attainsQuota, checkRates, rateMeasures, rateRuleLists, rateShape } from './rates.ts';

export const override = defineKind<typeof rateShape>({
  shape: rateShape,
  weighted: false,
  attains: attainsQuota,
  measures: rateMeasures,
  parts: () => [],
  scored: () => [],
  rules: rateRuleLists,
  fullPay: 'at-target',

  check(fields, context) {
    const measure = checkRates(fields, context);
    if (!measure || !('deals' in measure) || measure.deals !== 'own') return;
    context.report(
      'override/own-deals',
      ['measure'],
      `\`${measure.id}\` looks at the payee’s own deals, and an override is paid on a team’s`,
      'name a measure with `deals: team`, or write `kind: commission`',
    );
  },

  earn: (component, sheet) => earnRates(component, sheet, 'Override'),
});
