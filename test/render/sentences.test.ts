// Sentences about gates and components: just below, at and just above what the practice says.
// In: gates and components. Out: the sentences word by word.

import { describe, expect, test } from '@jest/globals';
import { exact } from '../../src/core/exact-number.ts';
import type { StatementComponent, StatementGate } from '../../src/core/index.ts';
import { money } from '../../src/core/money.ts';
import { formatter } from '../../src/render/format.ts';
import { componentReading, gateSentence } from '../../src/render/sentences.ts';

const format = formatter('en-US', 'USD');
const ratio = (text: string) => ({ number: exact(text), unit: 'ratio' }) as const;
const paid = (text: string) => money(exact(text), 'USD');

interface Judgement {
  readonly result: string;
  readonly met: boolean;
  readonly cost: string;
}

function gate(judgement?: Judgement, changes: Partial<StatementGate> = {}): StatementGate {
  return {
    id: 'icp-fit',
    title: 'ICP fit',
    measure: 'Won deals with an ICP customer',
    window: 'period',
    bound: 'atLeast',
    required: ratio('0.78'),
    effect: { capFactor: exact('1') },
    actsOn: ['Bookings'],
    ...(judgement && {
      judged: {
        result: ratio(judgement.result),
        met: judgement.met,
        cost: paid(judgement.cost),
        cells: {},
      },
    }),
    ...changes,
  };
}

describe('a gate', () => {
  test('not met, with what it costs', () => {
    const sentence = gateSentence(gate({ result: '0.762', met: false, cost: '2340' }), format);
    expect(sentence).toBe(
      'ICP fit was 76.2%, the plan asks for at least 78%: not met. ' +
        'The payout factor of Bookings is capped at 100%. This cost you 2,340.00.',
    );
  });

  test('met', () => {
    const sentence = gateSentence(gate({ result: '0.78', met: true, cost: '0' }), format);
    expect(sentence).toBe('ICP fit was 78%, the plan asks for at least 78%: met; no cost.');
  });

  test('missed by less than two digits show', () => {
    const sentence = gateSentence(gate({ result: '0.77999', met: false, cost: '1' }), format);
    expect(sentence).toContain('was 77.999%, the plan asks for at least 78%: not met.');
  });

  test('not met without a cost, and one that saved pay', () => {
    const free = gate({ result: '0.7', met: false, cost: '0' });
    expect(gateSentence(free, format)).toMatch(/This time it cost you nothing\.$/);
    const saving = gate({ result: '0.7', met: false, cost: '-12.5' });
    expect(gateSentence(saving, format)).toMatch(/you would have been paid 12\.50 less\.$/);
  });

  test('not judged before the end of the year', () => {
    expect(gateSentence(gate(), format)).toBe(
      'ICP fit is judged over the whole year, with its last period; ' +
        'the plan asks for at least 78%.',
    );
  });

  test('the effects that a plan can state', () => {
    const judged = { result: '0.7', met: false, cost: '10' };
    const actsOn = ['Bookings', 'Win rate'];
    const zero = gateSentence(gate(judged, { effect: 'zero', actsOn }), format);
    expect(zero).toContain('Bookings and Win rate can pay nothing.');
    const scaled = gateSentence(gate(judged, { effect: { scale: exact('0.85') }, actsOn }), format);
    expect(scaled).toContain('Only 85% of the payout of Bookings and Win rate is paid.');
  });
});

function component(
  kind: StatementComponent['kind'],
  attainment: string,
  changes: Partial<StatementComponent> = {},
): StatementComponent {
  return {
    id: 'one',
    kind,
    title: 'One',
    window: 'period',
    isDue: true,
    attainment: exact(attainment),
    payout: paid('0'),
    cells: {},
    modifiers: [],
    rules: [],
    parts: [],
    ...changes,
  };
}

describe('the reading of a result', () => {
  test.each([
    [
      'okr',
      '0',
      'An OKR aims high, and 60–70% is success. 0% is below; in a first year that is normal.',
    ],
    ['okr', '0.4999', '49.99% is below; in a first year that is normal.'],
    ['okr', '0.5', '50% is close to it.'],
    ['okr', '0.5999', '59.99% is close to it.'],
    ['okr', '0.6', '60% is one.'],
    ['okr', '0.7', '70% is one.'],
    ['okr', '0.7001', '70.01% is more than that.'],
    ['okr', '1', '100% of an OKR, where 60–70% is success: the next one can aim higher.'],
    ['mbo', '0.7999', '79.99% falls short of it.'],
    ['mbo', '0.8', '80% is one.'],
    ['mbo', '1', '100% is one.'],
    ['mbo', '1.0001', '100.01% went beyond.'],
    ['kpi', '1', 'A KPI is a must, and it was met: 100%.'],
    ['kpi', '0.99999', 'A KPI is a must. At 99.999% it belongs under the microscope.'],
  ] as const)('%s at %s', (kind, attainment, sentence) => {
    expect(componentReading(component(kind, attainment), format)).toContain(sentence);
  });

  test('a KPI says how far its quota is, on whichever side', () => {
    const below = component('kpi', '0.9', {
      result: { number: exact('90000'), unit: 'money' },
      quota: { number: exact('100000'), unit: 'money' },
    });
    expect(componentReading(below, format)).toContain('At 90%, 10,000.00 below quota, it belongs');
    const above = component('kpi', '0.9', { result: ratio('0.0455'), quota: ratio('0.04') });
    expect(componentReading(above, format)).toContain('At 90%, 0.55 points above quota, it');
  });

  test('a commission pays a share, and tiers of money their money', () => {
    const result = { number: exact('600000'), unit: 'money' } as const;
    const line = { from: 'money', gives: 'money', rows: [], meaning: '', outline: [] } as const;
    const reading = (rowsPay: 'ratio' | 'money') =>
      componentReading(
        component('commission', '1', { result, curve: { ...line, rowsPay } }),
        format,
      );
    expect(reading('ratio')).toBe('A commission pays a share of what was credited: 600,000.00.');
    expect(reading('money')).toBe(
      'Each tier that was covered, or the covered part of it, earns its money: 600,000.00.',
    );
  });

  test('a component that is paid at the end of the year', () => {
    const later = component('kpi', '0', { isDue: false });
    expect(componentReading(later, format)).toBe(
      'Paid with the last period of the year; nothing is due before.',
    );
  });
});
