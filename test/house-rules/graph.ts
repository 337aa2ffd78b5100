// The web of imports: files that nothing reaches, and files that load each other in a circle.
// In: the imports of all files. Out: findings. Imports of types alone never make a circle.

import { posix } from 'node:path';
import { BUNDLE_ENTRIES, isEntry } from './boundaries.ts';
import type { Finding, Rule } from './rule.ts';
import type { SourceFile } from './source-file.ts';

type Links = ReadonlyMap<string, readonly string[]>;

export const deadFile: Rule = ({ files }) => {
  const links = linksAmong(files, () => true);
  const roots = ['src/core/index.ts', ...BUNDLE_ENTRIES];
  const entries = [...links.keys()].filter((path) => isEntry(path) || roots.includes(path));
  const reached = new Set(entries);
  for (const path of reached) for (const next of links.get(path) ?? []) reached.add(next);
  const remedy = 'import it from where it is used, or delete it';
  const what = 'no file in src/cli, no page’s script and no export of src/core/index.ts reaches it';
  return [...links.keys()]
    .filter((path) => !reached.has(path) && !path.endsWith('.d.ts'))
    .map((file) => ({ file, line: 1, what, remedy }));
};

/** Each circle once, told from its alphabetically first file. */
export const importCircle: Rule = ({ files }) => {
  const links = linksAmong(files, (when) => when === 'load');
  const told = new Set<string>();
  return [...links.keys()].sort().flatMap((file): Finding[] => {
    const circle = told.has(file) ? undefined : wayBack(file, links);
    if (circle === undefined) return [];
    for (const each of circle) told.add(each);
    const remedy = 'move what both need into a third file, or import the type alone';
    return [{ file, line: 1, what: `loads itself: ${circle.join(' -> ')}`, remedy }];
  });
};

function linksAmong(
  files: readonly SourceFile[],
  counts: (when: SourceFile['imports'][number]['when']) => boolean,
): Links {
  return new Map(
    files.map(({ path, imports }) => [
      path,
      imports
        .filter(({ specifier, when }) => specifier.startsWith('.') && counts(when))
        .map(({ specifier }) => posix.join(posix.dirname(path), specifier)),
    ]),
  );
}

/** The shortest way from a file's imports back to the file, both ends named. */
function wayBack(start: string, links: Links): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const path of queue) {
    for (const next of links.get(path) ?? []) {
      if (next === start) return [...trail(path, cameFrom), start];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, path);
      queue.push(next);
    }
  }
  return undefined;
}

function trail(end: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const before = cameFrom.get(end);
  return before === undefined ? [end] : [...trail(before, cameFrom), end];
}
