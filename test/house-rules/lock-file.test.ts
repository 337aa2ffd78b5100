// The lock file names the packages of every system, so that `npm ci` works on each of them.
// An install from a registry that mirrors one system only would drop the others unseen.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type LockFile, missingEntries } from '../../.ci/complete-lock.ts';

test('package-lock.json is complete; else `npm run complete-lock` adds what is missing', () => {
  const path = join(import.meta.dirname, '..', '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8')) as LockFile;
  expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
  expect(Object.keys(missingEntries(lock))).toEqual([]);
});

test('an optional package that is not locked is added beside its holder, for its system', () => {
  const packages = {
    'node_modules/a': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: { '@a/win32-x64': '1.0.0' },
    },
    'node_modules/b/node_modules/c': { optionalDependencies: { 'c-linux-arm64-musl': '^2.1.0' } },
    'node_modules/d': { optionalDependencies: { e: '3.0.0' } },
    'node_modules/e': { version: '3.0.0' },
  };
  expect(missingEntries({ packages })).toEqual({
    'node_modules/@a/win32-x64': {
      version: '1.0.0',
      cpu: ['x64'],
      dev: true,
      optional: true,
      os: ['win32'],
    },
    'node_modules/b/node_modules/c-linux-arm64-musl': {
      version: '2.1.0',
      cpu: ['arm64'],
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
  });
});
