// Every worked case under fixtures/cases, figure by figure, with exact equality. A case names its
// source; published ones carry the id they were published under.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCase } from '../src/core/index.ts';
import { parseYaml } from '../src/documents/read-yaml.ts';
import { must } from './in-memory-company.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/cases');
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort();

test('there are cases, each under an id of its own', () => {
  expect(files.length).toBeGreaterThan(0);
  expect(new Set(files.map((file) => file.split('/').at(-1))).size).toBe(files.length);
});

describe.each(files)('%s', (file) => {
  const result = must(runCase(must(parseYaml(readFileSync(join(FOLDER, file), 'utf8'), file))));

  test('is named by its id', () => {
    expect(file.endsWith(`${result.id}.yaml`)).toBe(true);
  });

  test.each(result.examples.map((example) => [example.name, example] as const))(
    '%s',
    (_, { lines, diagnostics }) => {
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(lines.length).toBeGreaterThan(0);
      const wanted = lines.map(({ payee, cell, expected }) => ({ payee, cell, expected }));
      // A line that holds shows its expectation, so that a difference reads side by side.
      const found = lines.map(({ payee, cell, expected, found: figure, holds }) => ({
        payee,
        cell,
        expected: holds ? expected : figure,
      }));
      expect(found).toEqual(wanted);
    },
  );
});
