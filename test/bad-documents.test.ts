// One bad document for each diagnostic code: what is found, where, and every word of the message.
// Then documents with many faults at once, and documents damaged at random, which must never make
// a reader throw. New messages: UPDATE_MESSAGES=1 npm test -- test/bad-documents.test.ts

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { periodsOfYear } from '../src/core/calendar.ts';
import {
  type Company,
  compile,
  type Diagnostic,
  type DiagnosticCode,
  diagnosticCodes,
  type Outcome,
  type Plan,
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

describe('no damage makes a reader throw', () => {
  const folder = join(fixturesFolder, '../companies/crm-export');
  const companyDocument = documentIn(join(folder, 'company.yaml'));
  const planDocument = documentIn(join(folder, 'plans/regional-sales-manager.yaml'));
  const company = productOf(readCompany(companyDocument));
  const runs = { numRuns: 300 };

  test('of a plan, with and without its company', () => {
    fc.assert(
      fc.property(damaged(planDocument.root), fc.boolean(), (text, isAlone) => {
        checkFindings(text, (document) => {
          const outcome = readPlan(document, isAlone ? undefined : company);
          if (outcome.ok) compilePeriods(outcome.product, company);
          return outcome;
        });
      }),
      runs,
    );
  });

  test('of a company', () => {
    fc.assert(
      fc.property(damaged(companyDocument.root), (text) => checkFindings(text, readCompany)),
      runs,
    );
  });
});

function documentIn(path: string): SourceDocument {
  return productOf(parseYaml(readFileSync(path, 'utf8'), path));
}

function productOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics, undefined, 1));
  return outcome.product;
}

/** A plan without findings compiles for each of its periods. */
function compilePeriods(plan: Plan, { calendar }: Company): void {
  const periods = periodsOfYear(2017, plan.payoutPeriod, calendar);
  for (const index of periods.keys()) compile(plan, { periods, index, since: 0 });
}

/** Findings lie within the document, have all their words, and none is said twice. */
function checkFindings(text: string, read: (document: SourceDocument) => Outcome<unknown>): void {
  const parsed = parseYaml(text, 'damaged.yaml');
  const outcome = parsed.ok ? read(parsed.product) : parsed;
  const lines = text.split('\n');
  for (const { place, what, remedy } of outcome.diagnostics) {
    expect(place.column).toBeLessThanOrEqual((lines[place.line - 1]?.length ?? -1) + 1);
    expect(`${what} ${remedy}`).not.toMatch(/undefined|\[object|NaN/);
  }
  const said = outcome.diagnostics.map((each) => JSON.stringify(each));
  expect(new Set(said).size).toBe(said.length);
  if (!outcome.ok) expect(said).not.toHaveLength(0);
}

afterAll(() => {
  process.stdout.write(`\n${messagesTable([...opened.values()])}\n`);
});
