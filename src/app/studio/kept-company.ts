// Opens a company folder once and keeps it until a file of it changes, so that a page need not read
// everything again. In: the folder. Out: the opened company, or every finding.

import type { Outcome } from '../../core/index.ts';
import { type OpenCompany, openCompany } from '../open-company.ts';
import type { CompanyFolder } from '../ports.ts';
import type { CompanyFiles } from '../studio-ports.ts';

export type OpenKept = () => Promise<Outcome<OpenCompany>>;

export function keptCompany(folder: CompanyFolder, files: Pick<CompanyFiles, 'stamp'>): OpenKept {
  let kept: { readonly stamp: string; readonly opened: Promise<Outcome<OpenCompany>> } | undefined;
  return async () => {
    const stamp = await files.stamp();
    if (kept?.stamp !== stamp) kept = { stamp, opened: openCompany(folder) };
    return kept.opened;
  };
}
