// startCompany: copies a template into a new company folder, with the editor's schemas beside it.
// In: the template's files and an empty folder. Out: what was written, or why not; a folder that
// holds something is never written into.

import { diagnose, type Outcome, outcomeOf } from '../core/index.ts';
import type { StartFolder } from './ports.ts';

export interface StartedCompany {
  readonly files: readonly string[];
  readonly plan: string;
}

export async function startCompany(start: StartFolder): Promise<Outcome<StartedCompany>> {
  const { folder, plan } = start;
  if (!(await start.isFree())) {
    const place = { file: folder, line: 1, column: 1 };
    const taken = diagnose(
      'file/folder-not-empty',
      place,
      `\`${folder}\` holds something already`,
      'name a folder that does not exist yet, or an empty one',
    );
    return outcomeOf<StartedCompany>(undefined, [taken]);
  }
  const written = await start.write();
  return written.ok ? outcomeOf({ files: written.product, plan }, []) : written;
}
