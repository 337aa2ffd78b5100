// Every plan of the project under the checker: the showcase companies and templates have no doubt left
// open, and no case, whatever it is made of, makes a proof fail. In: fixtures and templates.
// Out: doubts, each a whole message.

import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkCompany } from '../../../src/app/check-documents.ts';
import { caseCompany, casePlans } from '../../../src/core/case/case-documents.ts';
import { provePlan, readCompany, readPlan } from '../../../src/core/index.ts';
import { companyFolder } from '../../../src/documents/company-folder.ts';
import { caseFiles, openCase } from '../../case-files.ts';
import { must } from '../../in-memory-company.ts';

const fixtures = join(import.meta.dirname, '../../../fixtures');

describe('no plan of a case makes a proof fail', () => {
  test.each(caseFiles)('%s', async (file) => {
    const { document, named } = await openCase(file);
    const company = must(readCompany(caseCompany(document, named)));
    for (const plan of casePlans(document, named)) {
      const read = must(readPlan(plan, company));
      const { diagnostics } = provePlan(read, { company });
      for (const { what, remedy } of diagnostics) {
        expect(`${what} ${remedy}`).not.toMatch(/undefined|\[object|NaN/);
      }
    }
  });
});

test('the built-in company has no open doubt, and says why what is left is meant', async () => {
  const { diagnostics, checked } = await checkCompany(
    companyFolder(join(fixtures, 'companies/revintel')),
  );
  expect(diagnostics).toEqual([]);
  expect(checked).toContain('7 warnings accepted');
});
