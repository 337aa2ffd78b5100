// Letters of the built-in companies. In: a plan file, perhaps a payee, perhaps how the version
// before differs from it. Out: the letter.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findLetter } from '../../src/app/write-letter.ts';
import type { Letter } from '../../src/core/index.ts';
import { companyFolder, readDocument } from '../../src/documents/company-folder.ts';

const HOME = join(import.meta.dirname, '../..');

export async function letterOf(
  plan: string,
  payee?: string,
  earlier?: (text: string) => string,
): Promise<Letter> {
  const path = join(HOME, plan);
  const folder = await mkdtemp(join(tmpdir(), 'ontarget-letter-'));
  const before = join(folder, 'before.yaml');
  try {
    if (earlier) await writeFile(before, earlier(await readFile(path, 'utf8')));
    const found = await findLetter({
      folder: companyFolder(dirname(dirname(path))),
      plan: () => readDocument(path, path),
      ...(payee !== undefined && { payee }),
      ...(earlier && { against: () => readDocument(before, before) }),
    });
    if (!found.ok) throw new Error(found.diagnostics.map(({ what }) => what).join('; '));
    if (!('letter' in found.product)) throw new Error('one plan was named');
    return found.product.letter;
  } finally {
    await rm(folder, { recursive: true });
  }
}
