// `npm start`: the studio on the built-in company, as a copy that may be changed. An earlier copy
// is kept with whatever was changed in it. In: nothing. Out: the studio, until it is stopped.

import { cp, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { runStudio } from './studio.ts';
import { processTerminal } from './terminal.ts';

Reflect.deleteProperty(Object.prototype, '__proto__');
const home = join(import.meta.dirname, '../..');
const example = join(home, 'fixtures/companies/revintel');
const copy = join(home, 'out/studio/revintel');
const terminal = processTerminal();

if (!(await stat(copy).catch(() => undefined))) await cp(example, copy, { recursive: true });
const shown = relative(process.cwd(), copy);
terminal.print(`RevIntel, the built-in example, as a copy in ${shown}: change what you like.\n`);
process.exitCode = await runStudio(shown, terminal, true);
