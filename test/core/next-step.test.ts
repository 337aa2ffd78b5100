// The next step on a payout curve: what is missing in the measure's own unit, checked by giving the
// payee exactly that much, and a cent less. In: small plans. Out: steps, and the factors they pay.

import { expect, test } from '@jest/globals';
import { buildStatement, exactText, type StatementNextStep } from '../../src/core/index.ts';
import { calculateTexts, must, type Texts } from '../in-memory-company.ts';
import { pay, plan, won } from './small-plan.ts';

function stepOf(texts: Texts): StatementNextStep | undefined {
  const { payees, company } = must(calculateTexts(texts, '2026-Q1'));
  const [payee] = payees;
  if (!payee) throw new Error('no payee');
  return buildStatement(payee, company).components[0]?.curve?.next;
}

const stepped = (attainment: string, more = ''): string => `
  - { id: bookings, kind: kpi, title: Bookings, weight: 100%, measure: bookings, window: period, quota: assigned, attainment: ${attainment}${more}, curve: { shape: stepped, steps: [{ from: 50%, pays: 50% }, { from: 100%, pays: 100% }], below: nothing } }`;

test('money to a step, to the cent: that much reaches it, and a cent less does not', () => {
  const components = stepped('ratio');
  const step = stepOf({ plan: plan({ components }), deals: won('66666.67') });
  expect(step && [exactText(step.at), exactText(step.pays)]).toEqual(['1', '1']);
  expect(step?.missing.unit).toBe('money');
  expect(step && exactText(step.missing.number)).toBe('33333.33');
  expect(pay({ components, deals: won('100000.00') })['bookings.curveFactor']).toBe('1');
  expect(pay({ components, deals: won('99999.99') })['bookings.curveFactor']).toBe('0.5');
});

test('lower is better: the result must fall', () => {
  const step = stepOf({ plan: plan({ components: stepped('mirror') }), deals: won('130000') });
  expect(step).toMatchObject({ isLess: true });
  expect(step && exactText(step.missing.number)).toBe('30000');
});

test('at the top of a curve there is no next step', () => {
  expect(stepOf({ plan: plan({ components: stepped('ratio') }), deals: won('100000') })).toBe(
    undefined,
  );
});

test('an attainment cap that lies before the step leaves none', () => {
  const components = stepped('ratio', ', attainmentCap: 90%');
  expect(stepOf({ plan: plan({ components }), deals: won('60000') })).toBe(undefined);
});

test('rates on money name the tier that comes next', () => {
  const components = `
  - { id: commission, kind: commission, title: Commission, measure: bookings, window: period, curve: { shape: marginal, tiers: [{ from: 0, rate: 5% }, { from: 80000, rate: 8% }] } }`;
  const assignments = 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,0\n';
  const step = stepOf({ plan: plan({ components }), deals: won('50000.50'), assignments });
  expect(step && [exactText(step.at), exactText(step.missing.number)]).toEqual([
    '80000',
    '29999.5',
  ]);
});
