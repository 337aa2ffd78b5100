#!/usr/bin/env node
// The entry of the command: plain JavaScript, so that an older Node can say in one line what is
// wrong instead of failing on the first TypeScript file. Then it hands over to main.ts.

import { join } from 'node:path';

const NEEDED = 24;
const running = Number(process.versions.node.split('.')[0]);

if (running < NEEDED) {
  process.stderr.write(
    `ontarget needs Node ${NEEDED} or later and was started with ${process.versions.node}: ` +
      'run `npx ontarget` in the project folder, which brings its own Node.\n',
  );
  process.exitCode = 2;
} else {
  const { enableCompileCache } = await import('node:module');
  // A second start takes half the time; where the folder cannot be written, each starts afresh.
  enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/ontarget'));
  // Documents from outside are read into plain objects: take the way to their prototype away.
  Reflect.deleteProperty(Object.prototype, '__proto__');
  const { main } = await import('./main.ts');
  process.exitCode = await main(process.argv.slice(2));
}
