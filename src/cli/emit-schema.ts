// `npm run schema`: writes the editor's JSON Schemas to templates/schemas. A test fails when they
// are not what the sources would write, so that they cannot go stale.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { schemaFiles } from '../wire.ts';

const folder = join(import.meta.dirname, '../../templates/schemas');
await mkdir(folder, { recursive: true });
for (const [name, text] of schemaFiles()) await writeFile(join(folder, name), text);
