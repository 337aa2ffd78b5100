// Holds ARCHITECTURE.md's rules over the whole repository, all violations in one report.
// Each line names file, line, rule, what is wrong and the remedy. test/house-rules has the rules.

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Repository } from './house-rules/rule.ts';
import { violationLine, violationsOf } from './house-rules/rules.ts';
import { readSource } from './house-rules/source-file.ts';

const top = join(import.meta.dirname, '..');

test('the repository keeps the house rules', () => {
  const repository = readRepository();
  expect(repository.files.length).toBeGreaterThan(0);
  expect(violationsOf(repository).map(violationLine)).toEqual([]);
});

function readRepository(): Repository {
  const files = pathsUnder('src')
    .filter((path) => /\.[cm]?[tj]s$/.test(path))
    .map((path) => readSource(path, readFileSync(join(top, path), 'utf8')));
  return { files, paths: repositoryPaths() };
}

/** What git tracks or would track; in an unpacked archive without git, all that is not ignored. */
function repositoryPaths(): string[] {
  try {
    const command = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const listed = execFileSync('git', command, { cwd: top, encoding: 'utf8', stdio: 'pipe' });
    return listed.split('\0').filter((path) => path !== '' && existsSync(join(top, path)));
  } catch {
    const ignored = readFileSync(join(top, '.gitignore'), 'utf8').split('\n');
    const names = readdirSync(top).filter((name) => !ignored.includes(`${name}/`));
    return names.flatMap((name) => [name, ...pathsUnder(name)]);
  }
}

/** Everything below a folder, as paths from the top; nothing for a file. */
function pathsUnder(folder: string): string[] {
  if (!statSync(join(top, folder)).isDirectory()) return [];
  return readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
    join(folder, path).replaceAll('\\', '/'),
  );
}
