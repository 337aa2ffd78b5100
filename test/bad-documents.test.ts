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
  calculate,
  compile,
  type Diagnostic,
  type DiagnosticCode,
  diagnosticCodes,
  type Outcome,
  type Period,
  type Plan,
  provePlan,
  readCompany,
  readPeriodData,
  readPlan,
  type SourceDocument,
} from '../src/core/index.ts';
import { parseYaml } from '../src/documents/read-yaml.ts';
import { openExample, sourceTables } from './bad-documents/examples.ts';
import { type Fixture, fixturesFolder, readFixtures } from './bad-documents/fixtures.ts';
import { madeByTest } from './bad-documents/made-by-test.ts';
import { messagesTable, messagesText, type OpenedFixture } from './bad-documents/messages.ts';
import { openFixture } from './bad-documents/open-fixture.ts';
import { damaged } from './bad-documents/random-edits.ts';
import { damagedTables } from './bad-documents/random-rows.ts';

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
  const runs = { numRuns: 300 };
  const crmExport = openExample('companies/crm-export');
  const base = openExample('bad-documents/base-company');

  test('of a plan, with and without its company', () => {
    const { company, planDocument } = crmExport;
    fc.assert(
      fc.property(damaged(planDocument.root), fc.boolean(), (text, isAlone) => {
        checkReading(text, (document) => {
          const outcome = readPlan(document, isAlone ? undefined : company);
          if (!outcome.ok) return outcome;
          compilePeriods(outcome.product, company);
          const doubts = provePlan(outcome.product, isAlone ? {} : { company });
          return { ...outcome, diagnostics: doubts.diagnostics };
        });
      }),
      runs,
    );
  });

  test('of a company', () => {
    const { companyDocument } = crmExport;
    fc.assert(
      fc.property(damaged(companyDocument.root), (text) => checkReading(text, readCompany)),
      runs,
    );
  });

  test('of tables, nor a calculation from what could be read', () => {
    const { company, plans } = base;
    const period = periodsOfYear(2026, 'quarter', company.calendar)[0] as Period;
    fc.assert(
      fc.property(damagedTables(base.tables), (texts) => {
        const source = sourceTables(texts);
        if (!source.ok) return;
        const data = readPeriodData(source.product, company, plans);
        checkFindings(data, (file) => texts[file] ?? '');
        if (data.ok) calculate({ company, plans, data: data.product, period });
      }),
      runs,
    );
  });
});

/** Reads damaged text and looks at what is said about it. */
function checkReading(text: string, read: (document: SourceDocument) => Outcome<unknown>): void {
  const parsed = parseYaml(text, 'damaged.yaml');
  checkFindings(parsed.ok ? read(parsed.product) : parsed, () => text);
}

/** Findings lie within their document, have all their words, and none is said twice. */
function checkFindings(outcome: Outcome<unknown>, textOf: (file: string) => string): void {
  for (const { place, what, remedy } of outcome.diagnostics) {
    const line = textOf(place.file).split('\n')[place.line - 1];
    expect(place.column).toBeLessThanOrEqual((line?.length ?? -1) + 1);
    expect(`${what} ${remedy}`).not.toMatch(/undefined|\[object|NaN/);
  }
  const said = outcome.diagnostics.map((each) => JSON.stringify(each));
  expect(new Set(said).size).toBe(said.length);
  if (!outcome.ok) expect(said).not.toHaveLength(0);
}

/** A plan without findings compiles for each of its periods. */
function compilePeriods(plan: Plan, { calendar }: Company): void {
  const periods = periodsOfYear(2017, plan.payoutPeriod, calendar);
  const all = { since: 0, until: periods.length - 1 };
  for (const index of periods.keys()) {
    compile([{ plan, timeframe: { periods, index, ...all, parts: [all] } }]);
  }
}

afterAll(() => {
  process.stdout.write(`\n${messagesTable([...opened.values()])}\n`);
});
