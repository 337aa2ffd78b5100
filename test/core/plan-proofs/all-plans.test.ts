// Every plan of the project under the checker: the showcase companies and templates have no doubt left
// open, and no case, whatever it is made of, makes a proof fail. In: fixtures and templates.
// Out: doubts, each a whole message.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkCompany } from '../../../src/app/check-documents.ts';
import { caseCompany, partOf } from '../../../src/core/case/case-documents.ts';
import { provePlan, readCompany, readPlan } from '../../../src/core/index.ts';
import { companyFolder } from '../../../src/documents/company-folder.ts';
import { parseYaml } from '../../../src/documents/read-yaml.ts';
import { must } from '../../in-memory-company.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures');
const cases = readdirSync(join(fixtures, 'cases'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort();

describe('no plan of a case makes a proof fail', () => {
  test.each(cases)('%s', (file) => {
    const document = must(parseYaml(readFileSync(join(fixtures, 'cases', file), 'utf8'), file));
    const company = must(readCompany(caseCompany(document)));
    for (const plan of plansIn(document.root)) {
      const read = must(readPlan(partOf(document, plan), company));
      const { diagnostics } = provePlan(read, { company });
      for (const { what, remedy } of diagnostics) {
        expect(`${what} ${remedy}`).not.toMatch(/undefined|\[object|NaN/);
      }
    }
  });
});

/** A case has one plan, or a list of them. */
function plansIn(root: unknown): readonly (readonly (string | number)[])[] {
  const { plan, plans } = root as { plan?: unknown; plans?: readonly unknown[] };
  const listed = (plans ?? []).map((_, index) => ['plans', index]);
  return plan === undefined ? listed : [['plan'], ...listed];
}

test('the built-in company has no open doubt, and says why what is left is meant', async () => {
  const { diagnostics, checked } = await checkCompany(
    companyFolder(join(fixtures, 'companies/revintel')),
  );
  expect(diagnostics).toEqual([]);
  expect(checked).toContain('7 warnings accepted');
});
