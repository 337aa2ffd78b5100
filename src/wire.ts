// The only file that knows every part: joins use cases with files, renderers and configuration.
// In: what a command was asked for. Out: ports ready to use.

import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type {
  CompanyFolder,
  OpenRenderers,
  OutputFolder,
  StartFolder,
  StatementFormat,
} from './app/ports.ts';
import { readConfig } from './config.ts';
import { diagnose, type Outcome, outcomeOf, type SourceDocument } from './core/index.ts';
import { companyFolder, readDocument } from './documents/company-folder.ts';
import { outputFolder } from './documents/output-folder.ts';
import { startFolder } from './documents/start-folder.ts';
import { findBrowser } from './render/browser.ts';
import { renderPayoutsCsv } from './render/csv.ts';
import { renderStatementWorkbook } from './render/excel.ts';
import { statementJson } from './render/json.ts';
import { printStatement } from './render/pdf.ts';
import { openPrinter, type Printer } from './render/printer.ts';

export { schemaFiles } from './documents/start-folder.ts';
export { payoutsJson } from './render/payouts-json.ts';
export { formatter, gateSentence } from './render/statement-view.ts';

export const templateNames = ['vp-sales', 'cro', 'account-executive', 'cmo', 'customer-success'];

export function openFolder(folder: string, dataFolder?: string): CompanyFolder {
  return companyFolder(folder, dataFolder === undefined ? {} : { dataFolder });
}

export function openOutput(folder: string): OutputFolder {
  return outputFolder(folder);
}

export function openStart(folder: string, template: string): StartFolder {
  const templates = join(import.meta.dirname, '../templates/new');
  return startFolder({ templates, template, folder });
}

/** What `check` was pointed at: a company folder, or one plan and the company it stands in. */
export type CheckTarget =
  | { readonly folder: CompanyFolder }
  | {
      readonly plan: () => Promise<Outcome<SourceDocument>>;
      readonly company: CompanyFolder | undefined;
    };

export async function wireCheck(path: string, dataFolder?: string): Promise<CheckTarget> {
  if ((await stat(path).catch(() => undefined))?.isDirectory()) {
    return { folder: openFolder(path, dataFolder) };
  }
  const home = dirname(dirname(resolve(path)));
  const isInCompany = await stat(join(home, 'company.yaml')).then(
    () => true,
    () => false,
  );
  return {
    plan: () => readDocument(path, path),
    company: isInCompany ? openFolder(home, dataFolder) : undefined,
  };
}

/** Opens the renderers; the browser only when a PDF is asked for. */
export async function openRenderers(
  formats: readonly StatementFormat[],
): Promise<Outcome<OpenRenderers>> {
  const printer = formats.includes('pdf') ? await openBrowser() : undefined;
  if (printer && !printer.ok) return printer;
  return outcomeOf(renderersWith(printer?.product), []);
}

function renderersWith(printer: Printer | undefined): OpenRenderers {
  const encoder = new TextEncoder();
  return {
    pdf: (statement) => {
      if (!printer) throw new Error('no browser was opened for PDFs');
      return printStatement(printer, statement);
    },
    xlsx: renderStatementWorkbook,
    json: async (statement) =>
      encoder.encode(`${JSON.stringify(statementJson(statement), null, 2)}\n`),
    csv: (statements) => encoder.encode(renderPayoutsCsv(statements)),
    close: async () => printer?.close(),
  };
}

async function openBrowser(): Promise<Outcome<Printer>> {
  const { browserPath, cacheFolder } = readConfig();
  const found = await findBrowser({
    cacheFolder,
    ...(browserPath !== undefined && { configuredPath: browserPath }),
  });
  if (found.isFound) return outcomeOf(await openPrinter(found), []);
  const place = { file: browserPath ?? cacheFolder, line: 1, column: 1 };
  const what = `no browser could be started; ${found.lookedAt.join('; ')}`;
  return outcomeOf<Printer>(undefined, [
    diagnose('calculation/no-browser', place, what, found.remedy),
  ]);
}
