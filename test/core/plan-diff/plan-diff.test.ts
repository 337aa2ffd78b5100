// The diff of two plans: every change with the attainment at which it moves pay most, made alone;
// pay before and after; and that all changes made one after the other are the newer plan.

import { describe, expect, test } from '@jest/globals';
import {
  diffPlans,
  exact,
  exactText,
  type Plan,
  type PricedChange,
} from '../../../src/core/index.ts';
import { planChanges } from '../../../src/core/letter/plan-changes.ts';
import { changedNode } from '../../../src/core/plan-diff/changed-node.ts';
import type { DocumentNode } from '../../../src/core/source.ts';
import { companyOf, companyText, must, planOf } from '../../in-memory-company.ts';
import { BOOKINGS, kpi, type PlanParts, plan } from '../small-plan.ts';
import { openRevintel } from '../what-if/open-revintel.ts';

const company = companyOf(companyText('USD'));
const planWith = (parts: PlanParts): Plan => must(planOf(plan(parts), company));
const curve = (from: string): string =>
  kpi().replace(
    /curve: \{.*\} \}$/m,
    `curve: { shape: linear, points: [{ at: 0%, pays: 0% }, { at: ${from}%, pays: ${from}% }, { at: 200%, pays: 300% }], below: nothing, above: hold } }`,
  );

function diffed(before: PlanParts, after: PlanParts) {
  const plans = { before: planWith(before), after: planWith(after) };
  return diffPlans({ ...plans, company, figures: { targetIncentive: exact('100000') } });
}

function effects(changes: readonly PricedChange[]): readonly string[] {
  return changes.map(({ change: { path }, effect }) => {
    if (!effect || effect === 'none') return `${path.join('.')}: ${effect ?? 'not alone'}`;
    const { attainment, adds, areGatesMet } = effect;
    const gates = areGatesMet ? '' : ' gates not met';
    return `${path.join('.')}: ${exactText(attainment)}${gates} ${exactText(adds)}`;
  });
}

test('an accelerator that starts later pays less where it would have paid', () => {
  const { pay } = diffed({ components: curve('100') }, { components: curve('110') });
  const at = (attainment: string) => {
    const row = pay.find((each) => each.attainment.eq(attainment));
    return [row?.before, row?.after].map(String);
  };
  // From 100 %: 100 + 0.3 x 200 = 160 %. From 110 %: 110 + 0.2 x 190 / 0.9 = 152.22 %.
  expect(at('1.3')).toEqual(['160000', '152222.24']);
  expect(at('1')).toEqual(['100000', '100000']);
  expect(pay).toHaveLength(21);
});

test('each change is priced alone, where it moves pay most', () => {
  const { changes } = diffed(
    { components: kpi(', payoutCap: { ofTarget: 120% }') },
    { components: kpi(', payoutCap: { ofTarget: 150% }'), rest: 'planCap: { ofTarget: 160% }' },
  );
  expect(effects(changes)).toEqual([
    'planCap: none',
    'components.bookings.payoutCap.ofTarget: 1.5 30000',
  ]);
});

test('what only a missed gate moves says so', () => {
  const gate = (scale: string): string =>
    `\n  - { id: fit, title: Fit, measure: fit, window: period, require: { atLeast: 50% }, actsOn: [bookings], whenNotMet: { scale: ${scale} } }`;
  const measures = `${BOOKINGS}\n  fit: { calculate: share, of: fit, deals: own, whenNone: 0% }`;
  const { changes } = diffed({ measures, gates: gate('80%') }, { measures, gates: gate('60%') });
  expect(effects(changes)).toEqual(['gates.fit.whenNotMet.scale: 2 gates not met -40000']);
});

test('a weight cannot change alone', () => {
  const two = (first: string, second: string): string =>
    `${kpi().replace('weight: 100%', `weight: ${first}`)}${kpi()
      .replace('id: bookings', 'id: second')
      .replace('weight: 100%', `weight: ${second}`)}`;
  const { changes } = diffed({ components: two('60%', '40%') }, { components: two('70%', '30%') });
  expect(effects(changes)).toEqual([
    'components.bookings.weight: not alone',
    'components.second.weight: not alone',
  ]);
});

test('the same plan has no changes, and pays the same', () => {
  const { changes, pay } = diffed({}, {});
  expect(changes).toEqual([]);
  expect(pay.every(({ before, after }) => before.eq(after))).toBe(true);
});

describe('all changes together make the newer plan', () => {
  test('of every two plans of the built-in company', async () => {
    const { plans } = await openRevintel();
    const roots = [...plans.values()].flat().map(({ root }) => root);
    for (const before of roots) {
      for (const after of roots) {
        const all = planChanges(before, after);
        const gone = all.filter((each) => each.after === undefined);
        // Rows are numbered: the last ones go first.
        const inOrder = [...all.filter((each) => !gone.includes(each)), ...gone.toReversed()];
        const changed = inOrder.reduce<DocumentNode | undefined>(
          (node, { path, after: instead }) => changedNode(node, path, instead),
          before,
        );
        expect(planChanges(changed as DocumentNode, after)).toEqual([]);
      }
    }
  });
});
