// Every worked case under fixtures/cases, figure by figure, with exact equality. A case names its
// source; published ones carry the id they were published under. Each mechanism has two cases.

import { describe, expect, test } from '@jest/globals';
import { mechanismsOf } from '../src/app/mechanisms.ts';
import { runCase, type SourceDocument } from '../src/core/index.ts';
import { parseYaml } from '../src/documents/read-yaml.ts';
import { caseFiles, openCase } from './case-files.ts';
import { must } from './in-memory-company.ts';

const opened = await Promise.all(
  caseFiles.map(async (file) => {
    const { document, named } = await openCase(file);
    return { file, result: must(runCase(document, named)) };
  }),
);

test('there are cases, each under an id of its own', () => {
  expect(caseFiles.length).toBeGreaterThan(0);
  expect(new Set(caseFiles.map((file) => file.split('/').at(-1))).size).toBe(caseFiles.length);
});

test('each mechanism has at least two cases', () => {
  const mechanisms = mechanismsOf(opened.map(({ result }) => result));
  const lacking = mechanisms.filter(({ cases }) => cases.length < 2);
  expect(lacking).toEqual([]);
});

describe.each(opened.map(({ file, result }) => [file, result] as const))('%s', (file, result) => {
  test('is named by its id', () => {
    expect(file.endsWith(`${result.id}.yaml`)).toBe(true);
  });

  test.each(result.examples.map((example) => [example.name, example] as const))(
    '%s',
    (_, { lines, diagnostics }) => {
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(lines.length).toBeGreaterThan(0);
      const wanted = lines.map(({ payee, cell, expected }) => ({ payee, cell, expected }));
      // A line that holds shows its expectation, so that a difference reads side by side.
      const found = lines.map(({ payee, cell, expected, found: figure, holds }) => ({
        payee,
        cell,
        expected: holds ? expected : figure,
      }));
      expect(found).toEqual(wanted);
    },
  );
});

describe('a case that does not hold', () => {
  const text = `
case: small
title: Small
mechanisms: [rate]
period: 2026-Q1
attributes: { sales: money }
plan:
  plan: small
  title: Small
  version: '1'
  effective: { from: 2026-01-01, to: 2026-12-31 }
  payoutPeriod: quarter
  rounding: half-up
  measures: { sales: { calculate: sum, of: sales, deals: own } }
  components:
    - { id: rate, kind: commission, title: Rate, measure: sales, window: period, curve: { shape: marginal, tiers: [{ from: 0, rate: 5% }] } }
examples:
  - given: { deals: [{ sales: 1000 }] }
    expect: { total: 50.01, rate.rseult: 1000 }
`;
  const document = (edit: (text: string) => string): SourceDocument =>
    must(parseYaml(edit(text), 'small.yaml'));

  test('shows what was expected, what was found, and by how much they differ', () => {
    const { holds, examples } = must(runCase(document((same) => same)));
    expect(holds).toBe(false);
    expect(examples[0]?.lines.map(({ found, difference }) => [found, difference])).toEqual([
      ['50', '-0.01'],
      ['no such cell', undefined],
    ]);
  });

  test.each([
    ['data/period', 'period: 2026-Q1', 'period: 2026-Q5'],
    ['document/missing-field', 'title: Small\nmech', 'mech'],
    ['plan/unknown-measure', 'measure: sales,', 'measure: sale,'],
  ])('says %s', (code, before, after) => {
    const outcome = runCase(document((same) => same.replace(before, after)));
    const inside = outcome.ok ? outcome.product.examples : [];
    const found = [outcome, ...inside].flatMap(({ diagnostics }) => diagnostics);
    expect(found.map((each) => each.code)).toEqual([code]);
  });
});
