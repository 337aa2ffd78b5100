// Checks a fixture as the command line would: over a copy of the base company, in that folder, or
// calculates if the fixture asks for it. In: a fixture. Out: every finding, with the line it is at.

import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calculatePeriod } from '../../src/app/calculate-payouts.ts';
import { checkCompany } from '../../src/app/check-documents.ts';
import { openCompany } from '../../src/app/open-company.ts';
import { type Diagnostic, readScenario } from '../../src/core/index.ts';
import { companyFolder, readDocument } from '../../src/documents/company-folder.ts';
import { type Fixture, fixturesFolder } from './fixtures.ts';

/** A finding with the text of its line; none where the file is no text. */
export interface Found extends Diagnostic {
  readonly line: string | undefined;
}

export async function openFixture(fixture: Fixture): Promise<readonly Found[]> {
  const folder = await mkdtemp(join(tmpdir(), 'ontarget-bad-'));
  const startedIn = process.cwd();
  try {
    await cp(join(fixturesFolder, 'base-company'), folder, { recursive: true });
    await fixture.lay(folder);
    // From inside the folder, so that messages name files as in `plans/sales.yaml`.
    process.chdir(folder);
    const findings = await findingsHere(fixture);
    return await Promise.all(findings.map(async (each) => ({ ...each, line: await lineOf(each) })));
  } finally {
    process.chdir(startedIn);
    await rm(folder, { recursive: true });
  }
}

async function findingsHere({
  find,
  period,
  payee,
  scenario,
}: Fixture): Promise<readonly Diagnostic[]> {
  if (find) return await find();
  if (scenario !== undefined) return await scenarioFindings(scenario);
  if (period === undefined) return (await checkCompany(companyFolder('.'))).diagnostics;
  const opened = await openCompany(companyFolder('.'));
  if (!opened.ok) return opened.diagnostics;
  const request = { period, ...(payee !== undefined && { payee }) };
  return calculatePeriod(opened.product, request).diagnostics;
}

async function scenarioFindings(path: string): Promise<readonly Diagnostic[]> {
  const [opened, document] = [
    await openCompany(companyFolder('.')),
    await readDocument(path, path),
  ];
  if (!opened.ok || !document.ok) return [...opened.diagnostics, ...document.diagnostics];
  return readScenario(document.product, opened.product).diagnostics;
}

async function lineOf({ place }: Diagnostic): Promise<string | undefined> {
  const text = await readFile(place.file, 'utf8').catch(() => undefined);
  const isText = text !== undefined && !/[\0\uFFFD]/.test(text);
  return isText ? text.split(/\r?\n/)[place.line - 1] || undefined : undefined;
}
