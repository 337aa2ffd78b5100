// Links between components: what is limited, when it is judged, what it cost, and how a statement
// says it.

import { describe, expect, test } from '@jest/globals';
import { buildStatement, type Statement } from '../../src/core/index.ts';
import { formatter } from '../../src/render/format.ts';
import { jointCostSentence, linkSentence } from '../../src/render/sentences.ts';
import { statementView } from '../../src/render/statement-view.ts';
import { calculateTexts, must } from '../in-memory-company.ts';
import { BOOKINGS, kpi, pay, plan, won } from './small-plan.ts';

const MEASURES = `${BOOKINGS}
  margin: { calculate: reported, unit: ratio, combine: latest }`;
const LINE = `{ shape: linear, points: [{ at: 50%, pays: 50% }, { at: 100%, pays: 100% }], below: nothing, above: hold }`;
const margin = (window = 'period'): string => `
  - { id: margin, kind: kpi, title: Margin, weight: 40%, measure: margin, window: ${window}, quota: { level: 40% }, attainment: ratio, curve: ${LINE} }`;
const components = (window?: string): string =>
  kpi().replace('weight: 100%', 'weight: 60%') + margin(window);
const link = (more: string): string => `links:
  - { id: first, title: Margin first, by: margin, actsOn: [bookings], ${more} }`;

const texts = (more: string, window?: string, figure = '36%', period = '2026-Q1') => ({
  measures: MEASURES,
  components: components(window),
  rest: link(more),
  deals: won('150000'),
  reported: `measure,period,figure\nmargin,${period},${figure}\n`,
});

describe('a factor capped by an attainment', () => {
  test('is cut to it, and the cost is what it took', () => {
    const found = pay(texts('capFactor: attainment'));
    expect(found).toMatchObject({
      'bookings.curveFactor': '1.5',
      'bookings.payoutFactor': '0.9',
      'link.first.met': 'false',
      'link.first.cost': '3600',
    });
  });

  test('with a mark, is free from the mark on', () => {
    const free = pay(texts('capFactor: attainment, until: 90%'));
    expect(free).toMatchObject({ 'bookings.payoutFactor': '1.5', 'link.first.cost': '0' });
    const bound = pay(texts('capFactor: attainment, until: 91%'));
    expect(bound).toMatchObject({ 'bookings.payoutFactor': '0.9', 'link.first.met': 'false' });
  });

  test('waits for an attainment over the year', () => {
    const early = pay(texts('capFactor: attainment', 'year'));
    expect(early).toMatchObject({ 'bookings.payoutFactor': '1.5' });
    expect(early).not.toHaveProperty(['link.first.met']);
  });
});

function statementOf(more: string, window?: string, figure?: string, gates = ''): Statement {
  const { deals, reported, ...parts } = texts(more, window, figure);
  const outcome = calculateTexts({ plan: plan({ ...parts, gates }), deals, reported }, '2026-Q1');
  const { company, payees } = must(outcome);
  const [payee] = payees;
  if (!payee) throw new Error('nobody is paid');
  return buildStatement(payee, company);
}

describe('a statement says', () => {
  const format = formatter('en-US', 'USD');
  const said = (statement: Statement) => statement.links.map((each) => linkSentence(each, format));

  test.each([
    [
      'capFactor: attainment',
      '36%',
      'Margin reached 90%, and the payout factor of Bookings goes no higher. This cost you 3,600.00.',
    ],
    [
      'capFactor: attainment',
      '60%',
      'Margin reached 150%, and the payout factor of Bookings is no higher; no cost.',
    ],
    [
      'capFactor: 100%, until: 95%',
      '36%',
      'Margin reached 90%, the plan asks for at least 95%: not met. The payout factor of Bookings ' +
        'is capped at 100%. This cost you 3,000.00.',
    ],
    [
      'capFactor: 100%, until: 90%',
      '36%',
      'Margin reached 90%, the plan asks for at least 90%: met; no cost.',
    ],
  ])('%s, margin %s', (more, figure, sentence) => {
    expect(said(statementOf(more, 'period', figure))).toEqual([sentence]);
  });

  test('that a link over the year is not judged yet', () => {
    const statement = statementOf('capFactor: attainment', 'year');
    expect(said(statement)).toEqual([
      'Margin is measured over the whole year, and known with its last period.',
    ]);
    const [view] = statementView(statement).gates;
    expect(view).toMatchObject({
      title: 'Margin first',
      measure: 'attainment of Margin, full year',
      isNotJudged: true,
    });
  });

  test('what links and gates cost together', () => {
    const gate = `
  - { id: fit, title: Fit, measure: margin, window: period, require: { atLeast: 50% }, actsOn: [bookings], whenNotMet: { scale: 50% } }`;
    const statement = statementOf('capFactor: attainment', 'period', '36%', gate);
    // 150 % of 6,000 is 9,000; the link leaves 5,400, the gate half of it.
    expect(statement.links[0]?.judged?.cost.exact.toFixed()).toBe('1800');
    expect(statement.gates[0]?.judged?.cost.exact.toFixed()).toBe('2700');
    expect(jointCostSentence(statement, format)).toBe(
      'Gates and links on the same pay overlap: together they cost you 6,300.00.',
    );
  });
});
