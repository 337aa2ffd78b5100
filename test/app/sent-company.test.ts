// A company sent as JSON and made of it again is the same company: documents, tables, and where
// each row and field stands, in CSV and in workbooks.

import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openCompany } from '../../src/app/open-company.ts';
import type { CompanyFolder } from '../../src/app/ports.ts';
import { sendCompany, sentFolder } from '../../src/app/sent-company.ts';
import {
  type DocumentPath,
  type Outcome,
  outcomeOf,
  type PeriodData,
  readCompany,
} from '../../src/core/index.ts';
import { companyFolder } from '../../src/documents/company-folder.ts';
import { parseCsv } from '../../src/documents/read-csv.ts';
import { parseYaml } from '../../src/documents/read-yaml.ts';

const REVINTEL = companyFolder(join(import.meta.dirname, '../../fixtures/companies/revintel'));

async function sentAnd(folder: CompanyFolder): Promise<CompanyFolder> {
  return sentFolder(JSON.parse(JSON.stringify(await sendCompany(folder))));
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.product;
}

/** Everything in it; cells stand at the start of their row when they were sent. */
function written(data: PeriodData): string {
  return JSON.stringify(data, (key, each) => {
    if (key === 'place') return [each.file, each.line];
    return each instanceof Map ? [...each] : each;
  });
}

test('opens as the same company', async () => {
  const [own, received] = [must(await openCompany(REVINTEL)), await sentAnd(REVINTEL)];
  const opened = must(await openCompany(received));
  expect(written(opened.data) === written(own.data)).toBe(true);
  expect([...opened.plans.keys()]).toEqual([...own.plans.keys()]);
  expect(must(await received.retiredPlanDocuments()).map(({ root }) => root)).toEqual(
    must(await REVINTEL.retiredPlanDocuments()).map(({ root }) => root),
  );
});

test('rows and fields stand where they stood', async () => {
  const received = await sentAnd(REVINTEL);
  const company = must(readCompany(must(await REVINTEL.companyDocument())));
  const [own, sent] = [must(await REVINTEL.tables(company)), must(await received.tables(company))];
  for (const name of ['assignments', 'reported'] as const) {
    const [table, back] = [own.tables[name][0], sent.tables[name][0]];
    const rows = [-1, ...(table?.rows ?? []).keys()];
    expect(rows.map((row) => back?.placeOf(row, 2).line)).toEqual(
      rows.map((row) => table?.placeOf(row, 2).line),
    );
  }
  const path: DocumentPath = ['components', 0, 'curve', 'points', 1, 'pays'];
  const [plans, sentPlans] = [REVINTEL, received].map((each) => each.planDocuments());
  const places = (await Promise.all([plans, sentPlans])).map((each) =>
    must(each as Outcome<readonly { placeOf: (at: DocumentPath) => object }[]>).map(({ placeOf }) =>
      placeOf(path),
    ),
  );
  expect(places[1]).toMatchObject(
    (places[0] ?? [])
      .map((each) => ({ ...each, path: undefined }))
      .map(({ path: _, ...rest }) => rest),
  );
});

test('a text over several lines and an empty line do not shift the rows below', async () => {
  const table = must(parseCsv('id,note\na,"two\nlines"\n\nb,x\n', 'deals.csv'));
  const folder: CompanyFolder = {
    ...REVINTEL,
    tables: async () => outcomeOf({ deals: table, lookups: [], tables: {} as never }, []),
  };
  const company = must(readCompany(must(await REVINTEL.companyDocument())));
  const { deals } = must(await (await sentAnd(folder)).tables(company));
  expect([-1, 0, 1].map((row) => deals.placeOf(row, 0).line)).toEqual([1, 2, 5]);
});

test('what cannot be read is sent as what is wrong with it, and the rest is there', async () => {
  const broken = parseYaml('plan: [', 'plans/x.yaml');
  const folder: CompanyFolder = {
    ...REVINTEL,
    planDocuments: async () => ({ ...outcomeOf<never>(undefined, broken.diagnostics) }),
  };
  const received = await sentAnd(folder);
  const opened = await openCompany(received);
  expect(opened.ok).toBe(false);
  expect(opened.diagnostics.map(({ code, place }) => [code, place.file])).toEqual(
    broken.diagnostics.map(({ code, place }) => [code, place.file]),
  );
  expect((await received.companyDocument()).ok).toBe(true);
});
