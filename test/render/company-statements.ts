// Statements of whole companies and of worked cases, for tests that render them: the built-in one,
// and the real-shaped CRM export where the shared data is present; and the cells that pay.
// In: a company folder or a case, a period. Out: statements, and the names of paying cells.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openCompany } from '../../src/app/open-company.ts';
import { buildStatement, calculate, readPeriod, type Statement } from '../../src/core/index.ts';
import { companyFolder } from '../../src/documents/company-folder.ts';
import { moneyText } from '../../src/render/decimal-text.ts';
import { runCaseNamed } from '../case-files.ts';

const HOME = join(import.meta.dirname, '../..');
const CRM_DATA = join(HOME, '../shared/data/crm');

export function builtInStatements(period: string): Promise<readonly Statement[]> {
  return companyStatements('revintel', period);
}

/** Of the CRM export; none where its data is not present, which is said. */
export async function crmStatements(period: string): Promise<readonly Statement[]> {
  if (existsSync(CRM_DATA)) return companyStatements('crm-export', period, CRM_DATA);
  process.stderr.write(`SKIPPED: ${CRM_DATA} is not present\n`);
  return [];
}

export async function caseStatements(file: string): Promise<readonly Statement[]> {
  const { examples } = await runCaseNamed(file);
  return examples.flatMap(({ calculation }) =>
    calculation
      ? calculation.payees.map((payee) => buildStatement(payee, calculation.company))
      : [],
  );
}

/** Names of the cells that pay, with what they pay: every line, component and the payment. */
export function paidCells(statement: Statement): readonly (readonly [string, string])[] {
  const { payment, lines, components, cells, currency, worksheet } = statement;
  const paid = [
    [cells.payment, payment] as const,
    ...lines.map(({ cell, payout }) => [cell, payout] as const),
    ...components.map((each) => [each.cells.payout, each.payout] as const),
  ];
  return paid.flatMap(([id, { exact }]) =>
    id !== undefined && worksheet.values.cells.has(id)
      ? [[id.replaceAll(/[^a-z0-9_]/gi, '_'), moneyText(exact, currency)] as const]
      : [],
  );
}

async function companyStatements(
  name: string,
  periodId: string,
  dataFolder?: string,
): Promise<readonly Statement[]> {
  const folder = join(HOME, 'fixtures/companies', name);
  const options = dataFolder === undefined ? {} : { dataFolder };
  const opened = await openCompany(companyFolder(folder, options));
  if (!opened.ok) throw new Error(JSON.stringify(opened.diagnostics));
  const { company } = opened.product;
  const period = readPeriod(periodId, company.calendar);
  if (!period) throw new Error(`no period ${periodId}`);
  const calculated = calculate({ ...opened.product, period });
  if (!calculated.ok) throw new Error(JSON.stringify(calculated.diagnostics));
  return calculated.product.payees.map((payee) => buildStatement(payee, company));
}
