// The worked cases of fixtures/cases, for every test that goes through all of them.
// In: nothing. Out: their files, and what is in one: its document and the documents that it names.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { namedDocuments } from '../src/app/run-case-file.ts';
import {
  type CaseResult,
  type NamedDocuments,
  runCase,
  type SourceDocument,
} from '../src/core/index.ts';
import { caseLibrary, readDocument } from '../src/wire.ts';
import { must } from './in-memory-company.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/cases');

export const caseFiles = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort();

export interface OpenCase {
  readonly document: SourceDocument;
  readonly named: NamedDocuments;
}

export async function openCase(file: string): Promise<OpenCase> {
  const path = join(FOLDER, file);
  const document = must(await readDocument(path, file));
  return { document, named: must(await namedDocuments(document, caseLibrary(path))) };
}

export async function runCaseNamed(file: string): Promise<CaseResult> {
  const { document, named } = await openCase(file);
  return must(runCase(document, named));
}
