// The built-in company in memory, for what-ifs, seeking and the hero test. In: nothing.
// Out: its documents, plans and data.

import { join } from 'node:path';
import { type OpenCompany, openCompany } from '../../../src/app/open-company.ts';
import { prepareWhatIf, readPeriod, type WhatIf } from '../../../src/core/index.ts';
import { companyFolder } from '../../../src/documents/company-folder.ts';
import { must } from '../../in-memory-company.ts';

export const revintelFolder = join(import.meta.dirname, '../../../fixtures/companies/revintel');

export async function openRevintel(): Promise<OpenCompany> {
  return must(await openCompany(companyFolder(revintelFolder)));
}

export function whatIfOf(opened: OpenCompany, payee: string, period = '2026-Q3'): WhatIf {
  const found = readPeriod(period, opened.company.calendar);
  if (!found) throw new Error(`no period ${period}`);
  return must(prepareWhatIf({ ...opened, period: found, payee }));
}
