// Names in package-lock.json every optional package, also those of other systems.
// A registry that mirrors only some systems' packages leaves them out of the lock file, and then
// `npm ci` refuses it. In: the lock file's content. Out: the entries to add, by path.
// `npm run complete-lock` writes them; test/house-rules.test.ts fails while any is missing.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const SYSTEMS = 'aix android darwin freebsd linux netbsd openbsd openharmony sunos win32'.split(
  ' ',
);
const PROCESSORS = 'arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64'.split(' ');
const VERSION = /^[\^~]?(?<exact>\d+\.\d+\.\d+[^\s|]*)$/;

/** Entries for the optional packages that the lock file wants but does not have. */
export function missingEntries({ packages }: LockFile): Readonly<Record<string, LockedPackage>> {
  const missing = Object.entries(packages).flatMap(([path, holder]) =>
    Object.entries(holder.optionalDependencies ?? {})
      .filter(([name, version]) => VERSION.test(version) && !isLocked(packages, path, name))
      .map(([name, version]) => [besides(path, name), entryOf(name, version, holder)] as const),
  );
  return Object.fromEntries(missing);
}

/** Whether a package finds another one in its own folder or in one further up. */
function isLocked(packages: LockFile['packages'], path: string, name: string): boolean {
  const folders = path.split('/node_modules/').map((_, index, all) => all.slice(0, index + 1));
  const holders = ['', ...folders.map((each) => `${each.join('/node_modules/')}/`)];
  return holders.some((each) => Object.hasOwn(packages, `${each}node_modules/${name}`));
}

function besides(path: string, name: string): string {
  return `${path.slice(0, path.lastIndexOf('node_modules/'))}node_modules/${name}`;
}

/** System, processor and C library are read off the name, so that npm skips it elsewhere. */
function entryOf(name: string, version: string, holder: LockedPackage): LockedPackage {
  const words = name.split(/[-/@.]/);
  const os = SYSTEMS.filter((each) => words.includes(each));
  const cpu = PROCESSORS.filter((each) => words.includes(each));
  const libc = [
    ...(words.some((each) => each.startsWith('musl')) ? ['musl'] : []),
    ...(words.some((each) => each.startsWith('gnu')) ? ['glibc'] : []),
  ];
  return {
    version: VERSION.exec(version)?.groups?.['exact'] ?? version,
    ...(cpu.length > 0 && { cpu }),
    ...(holder.dev && { dev: true }),
    ...(holder.devOptional && { devOptional: true }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(os.length > 0 && { os }),
  };
}

if (import.meta.main) {
  const path = join(import.meta.dirname, '..', 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8')) as LockFile;
  const missing = missingEntries(lock);
  const packages = Object.entries({ ...lock.packages, ...missing });
  const sorted = Object.fromEntries(
    packages.sort(([left], [right]) => left.localeCompare(right, 'en')),
  );
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
  console.log(`${Object.keys(missing).length} optional packages added to package-lock.json`);
}
