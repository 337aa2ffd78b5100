// A plan as it is typed stands in for its own file, wherever the studio was started.

import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { sendCompany } from '../../src/app/sent-company.ts';
import { peopleOn, surroundingsOf } from '../../src/app/studio/typed-plan.ts';
import { companyFolder } from '../../src/documents/company-folder.ts';

const REVINTEL = join(import.meta.dirname, '../../fixtures/companies/revintel');
const home = process.cwd();
afterEach(() => process.chdir(home));

async function others(folder: string) {
  const known = await surroundingsOf(await sendCompany(companyFolder(folder)), 'plans/cmo.yaml');
  if (!known.ok) throw new Error(JSON.stringify(known.diagnostics));
  return known.product.others.map(({ id }) => id);
}

test.each(['.', './', REVINTEL])('in %s the file of the plan stands back', async (folder) => {
  process.chdir(REVINTEL);
  expect(await others(folder)).toEqual(['account-executive', 'cco', 'vp-sales']);
});

test('without data nobody is on a plan', async () => {
  const known = await surroundingsOf(await sendCompany(companyFolder(REVINTEL)), 'plans/cmo.yaml');
  const [plan] = known.ok ? known.product.others : [];
  if (!plan) throw new Error('there are other plans');
  expect(peopleOn(plan, undefined)).toEqual({ data: undefined, payees: [], areCarriedOn: false });
});
