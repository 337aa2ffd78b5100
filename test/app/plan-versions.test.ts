// Which versions a plan being typed is compared with: the saved one, and the last one that has
// started, in whatever file that stands.

import { expect, test } from '@jest/globals';
import { comparedVersions } from '../../src/app/studio/plan-versions.ts';
import { type Plan, readIsoDate } from '../../src/core/index.ts';
import { kpi, plan } from '../core/small-plan.ts';
import { companyOf, companyText, must, planOf } from '../in-memory-company.ts';

const company = companyOf(companyText('USD'));

function version(file: string, from: string, to: string, id = 'sales'): Plan {
  const text = plan({ components: kpi() })
    .replace(/^plan: .*$/m, `plan: ${id}`)
    .replace(/^version: .*$/m, `version: '${file}'`)
    .replace(/^effective: .*$/m, `effective: { from: ${from}, to: ${to} }`);
  return { ...must(planOf(text, company)), file: `plans/${file}.yaml` };
}

const y2025 = version('2025', '2025-01-01', '2025-12-31');
const y2026 = version('2026', '2026-01-01', '2026-12-31');
const y2027 = version('2027', '2027-01-01', '2027-12-31');
const stranger = version('other', '2026-01-01', '2026-12-31', 'other');

function versions(saved: Plan | undefined, others: readonly Plan[], day = '2026-06-30') {
  const today = readIsoDate(day) as number;
  const typed = saved ?? y2027;
  return comparedVersions({ typed, saved, others, data: undefined, today }).map(
    (each) => `${each.is} ${each.plan.version}`,
  );
}

test('next year’s draft is held against what people are on', () => {
  expect(versions(y2027, [y2025, y2026, stranger])).toEqual(['saved 2027', 'published 2026']);
});

test('the file that holds is the published version, held against the one before too', () => {
  expect(versions(y2026, [y2025, y2027])).toEqual(['saved-published 2026', 'before 2025']);
  expect(versions(y2026, [stranger])).toEqual(['saved-published 2026']);
});

test('where nothing has started yet, the latest other version is named as such', () => {
  expect(versions(y2027, [y2026], '2024-01-01')).toEqual(['saved 2027', 'unstarted 2026']);
  expect(versions(y2027, [stranger])).toEqual(['saved 2027']);
});

test('a file that cannot be read has no saved version', () => {
  expect(versions(undefined, [y2026])).toEqual(['published 2026']);
});
