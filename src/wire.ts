// The only file that knows every part: joins use cases with files, renderers and configuration.
// In: what a command was asked for. Out: ports ready to use.

import { readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type {
  CompanyFolder,
  Drawings,
  LetterPrinter,
  OpenRenderers,
  OutputFolder,
  StartFolder,
  StatementFormat,
} from './app/ports.ts';
import type { CaseLibrary } from './app/run-case-file.ts';
import { assignmentNames } from './app/studio/assigned-figures.ts';
import { keptCompany } from './app/studio/kept-company.ts';
import type { CompanyFiles, PlanDesk } from './app/studio-ports.ts';
import { readConfig } from './config.ts';
import {
  diagnose,
  type Outcome,
  outcomeOf,
  type PlanPicture,
  type SourceDocument,
} from './core/index.ts';
import { companyFolder, readDocument } from './documents/company-folder.ts';
import { editedFiles } from './documents/edited-files.ts';
import { outputFolder } from './documents/output-folder.ts';
import { startFolder } from './documents/start-folder.ts';
import { renderPicture } from './render/html.ts';
import { costPicture, curvePictures } from './render/picture/picture-view.ts';
import type { Printer } from './render/printer.ts';
import type { RunningStudio } from './web/start-studio.ts';
import type { Studio } from './web/studio.ts';

export { readDocument } from './documents/company-folder.ts';
export { readPreviousRun } from './documents/previous-run.ts';
export { statementReader } from './documents/read-statement.ts';
export { schemaFiles } from './documents/start-folder.ts';
export { diffJson } from './render/diff-json.ts';
export { diffText } from './render/diff-text.ts';
export { formatter } from './render/format.ts';
export { heroJson } from './render/hero-json.ts';
export { heroText } from './render/hero-text.ts';
export { conversionSentences } from './render/line-words.ts';
export { payoutsJson } from './render/payouts-json.ts';
export { pictureJson } from './render/picture/picture-json.ts';
export { pictureTables } from './render/picture/picture-tables.ts';
export { seekJson } from './render/seek-json.ts';
export { seekText } from './render/seek-text.ts';
export { gateSentence, jointCostSentence, linkSentence } from './render/sentences.ts';

const TEMPLATES = join(import.meta.dirname, '../templates/new');
export const templateNames = ['vp-sales', 'cro', 'account-executive', 'cmo', 'customer-success'];

export function openFolder(folder: string, dataFolder?: string): CompanyFolder {
  return companyFolder(folder, dataFolder === undefined ? {} : { dataFolder });
}

/** The plans and scenarios of a company's folder, as texts. */
export function openFiles(folder: string): CompanyFiles {
  return editedFiles(folder, { tables: () => assignmentNames(openFolder(folder)) });
}

export function openOutput(folder: string): OutputFolder {
  return outputFolder(folder);
}

export function openStart(folder: string, template: string): StartFolder {
  return startFolder({ templates: TEMPLATES, template, folder });
}

/** The names in a case lead on from the folder that it lies in. */
export function caseLibrary(caseFile: string): CaseLibrary {
  const home = dirname(caseFile);
  return {
    plan: (name) => readDocument(join(home, name), name),
    company: (name) => openFolder(join(home, name)),
  };
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

/** A plan and the company it stands in, which knows what the plan alone does not say. */
export async function wirePlan(
  path: string,
  dataFolder?: string,
): Promise<Outcome<{ folder: CompanyFolder; plan?: () => Promise<Outcome<SourceDocument>> }>> {
  const wired = await wireCheck(path, dataFolder);
  if ('folder' in wired) return outcomeOf({ folder: wired.folder }, []);
  if (wired.company) return outcomeOf({ folder: wired.company, plan: wired.plan }, []);
  const read = await wired.plan();
  if (!read.ok) return read;
  const place = { file: path, line: 1, column: 1 };
  const what = 'the plan stands in no company folder';
  const remedy = 'put it into `plans/` of a folder with a `company.yaml`';
  return outcomeOf<never>(undefined, [diagnose('file/no-company', place, what, remedy)]);
}

/** A plan's drawings, for files. */
export function drawPicture(picture: PlanPicture, locale: string | undefined): Drawings {
  const curves = curvePictures(picture, locale);
  const cost = costPicture(picture, locale);
  return {
    curves: new Map([...curves].map(([id, view]) => [id, renderPicture(view)])),
    cost: cost && renderPicture(cost),
  };
}

function planDesk(): PlanDesk {
  return {
    templates: templateNames,
    template: (role) => readFile(join(TEMPLATES, role, 'plan.yaml'), 'utf8'),
  };
}

export interface StudioRequest extends Pick<Studio, 'folder' | 'isExample' | 'host' | 'log'> {
  readonly port: number;
}

/** The web server and the bundler are loaded for the studio alone. */
export async function openStudio(request: StudioRequest): Promise<Outcome<RunningStudio>> {
  const { startStudio } = await import('./web/start-studio.ts');
  const { studioPages } = await import('./render/pages/studio-pages.ts');
  const { folder, port } = request;
  const files = openFiles(folder);
  const company = openFolder(folder);
  const open = keptCompany(company, files);
  const parts = { ...request, company, desk: planDesk(), files, open };
  const written = { openRenderers, comparisonWorkbook };
  return startStudio((script) => ({ ...parts, ...written, pages: studioPages(script) }), port);
}

const comparisonWorkbook: Studio['comparisonWorkbook'] = async (comparison, frame) => {
  const { renderComparisonWorkbook } = await import('./render/excel/comparison-workbook.ts');
  return renderComparisonWorkbook(comparison, frame);
};

/** Prints letters with a browser of its own. */
export async function openLetterPrinter(
  log: (line: string) => void,
): Promise<Outcome<LetterPrinter>> {
  const opened = await openBrowser(log);
  if (!opened.ok) return opened;
  const printer = opened.product;
  const { printLetter } = await import('./render/pdf.ts');
  return outcomeOf(
    { print: (letter, look) => printLetter(printer, letter, look), close: () => printer.close() },
    [],
  );
}

/**
 * Opens what the formats need and loads nothing else: a browser and a workbook library take longer
 * to load than a small company takes to calculate.
 */
export async function openRenderers(
  formats: readonly StatementFormat[],
  log: (line: string) => void,
): Promise<Outcome<OpenRenderers>> {
  const printer = formats.includes('pdf') ? await openBrowser(log) : undefined;
  if (printer && !printer.ok) return printer;
  return outcomeOf(renderersWith(printer?.product), []);
}

function renderersWith(printer: Printer | undefined): OpenRenderers {
  const encoder = new TextEncoder();
  return {
    async pdf(statement) {
      if (!printer) throw new Error('no browser was opened for PDFs');
      const { printStatement } = await import('./render/pdf.ts');
      return printStatement(printer, statement);
    },
    async xlsx(statement) {
      const { renderStatementWorkbook } = await import('./render/excel.ts');
      return renderStatementWorkbook(statement);
    },
    async runWorkbook(statements, previous) {
      const { renderRunWorkbook } = await import('./render/excel/run-workbook.ts');
      return renderRunWorkbook(statements, previous);
    },
    async json(statement) {
      const { statementJson } = await import('./render/json.ts');
      return encoder.encode(`${JSON.stringify(statementJson(statement), null, 2)}\n`);
    },
    async csv(statements) {
      const { renderPayoutsCsv } = await import('./render/csv.ts');
      return encoder.encode(renderPayoutsCsv(statements));
    },
    close: async () => printer?.close(),
  };
}

async function openBrowser(log: (line: string) => void): Promise<Outcome<Printer>> {
  const { findBrowser } = await import('./render/browser.ts');
  const { openPrinter } = await import('./render/printer.ts');
  const { browserPath, cacheFolder } = readConfig();
  const found = await findBrowser({
    cacheFolder,
    ...(browserPath !== undefined && { configuredPath: browserPath }),
  });
  const refused = (what: string, remedy: string): Outcome<Printer> => {
    const place = { file: browserPath ?? cacheFolder, line: 1, column: 1 };
    return outcomeOf<Printer>(undefined, [diagnose('calculation/no-browser', place, what, remedy)]);
  };
  if (!found.isFound) {
    return refused(
      `no browser could be started; ${found.lookedAt.join('; ')}`,
      found.remedy.replace(/\.$/, ''),
    );
  }
  // Some systems refuse the browser's own sandbox to ordinary users; what it prints is our own
  // HTML, without scripts, network or files. It is said in the log.
  return openPrinter(found, { sandbox: 'preferred', log }).then(
    (printer) => outcomeOf(printer, []),
    (problem: Error) =>
      refused(
        `${found.label} did not start: ${problem.message}`,
        'name another browser with ONTARGET_BROWSER, or leave out the format `pdf`',
      ),
  );
}
