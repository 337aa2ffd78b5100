// One bad document for each diagnostic code: what is found, where, and every word of the message.
// Then documents with many faults at once, and documents damaged at random, which must never make
// a reader throw. New messages: UPDATE_MESSAGES=1 npm test -- test/bad-documents.test.ts

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Company,
  type Diagnostic,
  type DiagnosticCode,
  diagnosticCodes,
  type Outcome,
  readCompany,
  readPlan,
  type SourceDocument,
} from '../src/core/index.ts';
import { parseYaml } from '../src/documents/read-yaml.ts';
import { type Fixture, fixturesFolder, readFixtures } from './bad-documents/fixtures.ts';
import { madeByTest } from './bad-documents/made-by-test.ts';
import { messagesTable, messagesText, type OpenedFixture } from './bad-documents/messages.ts';
import { openFixture } from './bad-documents/open-fixture.ts';
import { damaged } from './bad-documents/random-edits.ts';

const codes = Object.keys(diagnosticCodes) as DiagnosticCode[];
const inFiles = await readFixtures();
const several = [
  ...inFiles.filter(({ name }) => !name.includes('--')),
  ...(await readFixtures('several')),
];
const byName = new Map([...inFiles, ...madeByTest].map((fixture) => [fixture.name, fixture]));
const byCode = codes.flatMap((code) => byName.get(code.replace('/', '--')) ?? []);
const opened = new Map<Fixture, OpenedFixture>();

async function open(fixture: Fixture): Promise<OpenedFixture> {
  const found = opened.get(fixture) ?? { fixture, findings: await openFixture(fixture) };
  opened.set(fixture, found);
  return found;
}

function places(findings: readonly Diagnostic[]): readonly string[] {
  return findings.map(({ code, place }) => `${code} ${place.file}:${place.line}:${place.column}`);
}

describe('every code has a bad document', () => {
  test('and no document provokes a code that does not exist', () => {
    const wanted = codes.map((code) => code.replace('/', '--'));
    const found = [...byName.keys()].filter((name) => name.includes('--'));
    expect(found.toSorted()).toEqual(wanted.toSorted());
  });

  test.each(byCode.map((fixture) => ({ name: fixture.name.replace('--', '/'), fixture })))(
    '$name',
    async ({ name, fixture }) => {
      const { findings } = await open(fixture);
      expect(places(findings)).toEqual(fixture.expected);
      expect([...new Set(findings.map(({ code }) => code))]).toEqual([name]);
    },
  );
});

describe('many faults at once are all found, each once', () => {
  test.each(several.map((fixture) => ({ name: fixture.name, fixture })))(
    '$name',
    async ({ fixture }) => {
      expect(places((await open(fixture)).findings)).toEqual(fixture.expected);
    },
  );

  test('ten-faults has ten faults of ten kinds', () => {
    const expected = byName.get('ten-faults')?.expected ?? [];
    expect(expected).toHaveLength(10);
    expect(new Set(expected.map((each) => each.split(' ')[0])).size).toBe(10);
  });
});

test('the messages are those that were reviewed', async () => {
  const path = join(fixturesFolder, 'MESSAGES.md');
  const text = messagesText(
    await Promise.all(byCode.map(open)),
    await Promise.all(several.map(open)),
  );
  if (process.env['UPDATE_MESSAGES']) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
});
