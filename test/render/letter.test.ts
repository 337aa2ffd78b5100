// The words of a letter: every field that a plan may have has its words, and changes between two
// versions read well. In: the plan language, and small plans. Out: words.

import { describe, expect, test } from '@jest/globals';
import { planJsonSchema } from '../../src/core/index.ts';
import { fieldWords } from '../../src/render/letter/field-words.ts';
import { letterView } from '../../src/render/letter/letter-view.ts';
import { letterOf } from './letter-example.ts';
import { schemaFields } from './letter-fields.ts';

describe('every field that a plan may have', () => {
  const fields = schemaFields(planJsonSchema());

  test('is found in the schema', () => {
    expect(fields.size).toBeGreaterThan(100);
    expect(fields.get('components.window')).toEqual(new Set(['period', 'year-to-date', 'year']));
  });

  test.each([...fields.keys()])('%s has words in the letter', (field) => {
    expect(Object.keys(fieldWords)).toContain(field);
  });

  test.each([...fields].filter(([, words]) => words.size > 0))(
    '%s has a phrase for each fixed word',
    (field, words) => {
      expect(Object.keys(fieldWords[field]?.words ?? {})).toEqual(
        expect.arrayContaining([...words]),
      );
    },
  );
});

const AE = 'fixtures/companies/revintel/plans/account-executive.yaml';

describe('what a year pays', () => {
  test('is calculated by the cells that pay', async () => {
    const { years, hero, gates } = await letterOf(AE, 'marcus-bell');
    // 120,000 x 65 % x 160 % (130 % lies at 100 + 30/50 of the way from 100 % to 200 %).
    const [, , atTarget, good] = years;
    const paid = (year: (typeof years)[number] | undefined, id: string) =>
      year?.components.find((each) => each.id === id)?.payout.toFixed();
    expect(paid(good, 'new-arr')).toBe('124800');
    // Credited 1,800,000 in quarters of 20/25/25/30 %: 360,000, 450,000, 450,000, 540,000, each in
    // slices: 750 + 300, 750 + 750, 750 + 750, 750 + 1,200.
    expect(paid(atTarget, 'commission')).toBe('6000');
    // 120 % of 65 % is met without the gates: capped at 75 %, then 85 % of it.
    expect(hero?.missed.components.find(({ id }) => id === 'new-arr')?.payout.toFixed()).toBe(
      '49725',
    );
    expect(gates.map(({ example }) => example?.missed.toFixed())).toEqual(['14625', '26520', '0']);
  });

  test('stands on round figures for a letter that names nobody', async () => {
    const letter = await letterOf(
      'fixtures/companies/crm-export/plans/regional-sales-manager.yaml',
    );
    const { earnings } = letterView(letter, { locale: 'de-DE' });
    expect(earnings.figure.replaceAll('\u00a0', ' ')).toBe('100.000,00 $');
    expect(earnings.note).toContain('on one of 1.000.000');
  });
});

describe('what changed', () => {
  test('is said field by field, in the words of the letter', async () => {
    const letter = await letterOf(AE, 'marcus-bell', (text) =>
      text
        .replace("version: '2026.1'", "version: '2025.2'")
        .replace('weight: 65%', 'weight: 60%')
        .replace('weight: 15%', 'weight: 20%')
        .replace('{ at: 60%, pays: 40% }', '{ at: 50%, pays: 40% }')
        .replace('require: { atLeast: 70% }', 'require: { atMost: 70% }')
        .replace('window: period\n    supports: new-arr', 'window: year\n    supports: new-arr'),
    );
    const { changes } = letterView(letter);
    const rows = changes?.table?.rows.map(({ header, cells }) =>
      [header, ...cells].map(({ text }) => text).join(' | '),
    );
    expect(changes?.note).toBe('Against Account Executive 2026, version 2025.2.');
    expect(rows).toEqual([
      'Version | 2025.2 | 2026.1',
      'Components › New ARR › Weight | 60% of the target incentive | 65% of the target incentive',
      'Components › New ARR › Measured over | the whole fiscal year; paid with its last period | ' +
        'each payout period by itself',
      'Components › New ARR › Payout curve › Points › row 1 › At | 50% | 60%',
      'Components › How we sell › Weight | 20% of the target incentive | 15% of the target incentive',
      'Gates › ICP fit › It asks for | – | at least 70%',
      'Gates › ICP fit › It asks for | at most 70% | –',
    ]);
  });

  test('may be nothing', async () => {
    const letter = await letterOf(AE, 'marcus-bell', (text) => text);
    expect(letterView(letter).changes?.none).toBe('Nothing that the plan says has changed.');
  });
});
