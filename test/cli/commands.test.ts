// The command as its users call it: exit codes, contracts of the JSON, files all or none.
// In: the built-in company, and broken copies of it. Out: what a terminal shows.

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HOME, ontarget, REVINTEL, run } from './run.ts';

let scratch = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'ontarget-cli-'));
});
afterAll(() => rm(scratch, { recursive: true }));

interface Run {
  readonly company: string;
  readonly period: string;
  readonly currency: string;
  readonly payees: readonly {
    readonly payee: string;
    readonly components: readonly { readonly id: string; readonly attainment: string | null }[];
    readonly gates: readonly {
      readonly id: string;
      readonly met: boolean | null;
      readonly cost: string;
    }[];
    readonly total: string;
  }[];
}

async function calculated(...more: readonly string[]): Promise<Run> {
  const { out } = await ontarget('calculate', REVINTEL, '--period', '2026-Q3', '--json', ...more);
  return JSON.parse(out) as Run;
}

/** A copy of RevIntel with one file changed. */
async function broken(file: string, change: (text: string) => string): Promise<string> {
  const folder = await mkdtemp(join(scratch, 'revintel-'));
  await cp(join(HOME, REVINTEL), folder, { recursive: true });
  const path = join(folder, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
  return folder;
}

describe('calculate', () => {
  test('prints the contract: keys in order, money and ratios as decimal strings', async () => {
    const found = await calculated();
    expect([found.company, found.period, found.currency]).toEqual(['revintel', '2026-Q3', 'USD']);
    expect(Object.keys(found)).toEqual(['company', 'period', 'currency', 'payees']);
    for (const payee of found.payees) {
      expect(Object.keys(payee)).toEqual(['payee', 'name', 'plan', 'components', 'gates', 'total']);
      expect(payee.total).toMatch(/^-?\d+\.\d{2}$/);
      for (const component of payee.components) {
        expect(Object.keys(component)).toEqual([
          'id',
          'kind',
          'weight',
          'result',
          'quota',
          'attainment',
          'payoutFactor',
          'payout',
        ]);
        for (const figure of Object.values(component))
          expect(typeof figure === 'string' || figure === null).toBe(true);
      }
      for (const gate of payee.gates) {
        expect(Object.keys(gate)).toEqual(['id', 'met', 'result', 'required', 'cost']);
      }
    }
  });

  test('the pair: 100 % with three perfect customers is paid more than 150 % with a dozen bad ones', async () => {
    const { payees } = await calculated();
    const [volume, quality] = ['marcus-bell', 'priya-raman'].map((id) =>
      payees.find(({ payee }) => payee === id),
    );
    expect(volume?.components[0]?.attainment).toBe('1.5');
    expect(quality?.components[0]?.attainment).toBe('1');
    expect([volume?.total, quality?.total]).toEqual(['19978.13', '31950.00']);
    const costly = volume?.gates
      .filter(({ met }) => met === false)
      .map(({ id, cost }) => [id, cost]);
    expect(costly).toEqual([
      ['icp-fit', '20718.75'],
      ['deal-size', '2193.75'],
    ]);
    const { out } = await ontarget(
      'calculate',
      REVINTEL,
      '--period',
      '2026-Q3',
      '--payee',
      'marcus-bell',
    );
    expect(out).toContain('ICP fit was 0%, the plan asks for at least 70%: not met.');
    expect(out).toContain('This cost you 20,718.75.');
  });

  test('--payee calculates one; the figures are the same as in the whole run', async () => {
    const [one, all] = await Promise.all([calculated('--payee', 'dana-whitfield'), calculated()]);
    expect(one.payees).toEqual(all.payees.filter(({ payee }) => payee === 'dana-whitfield'));
  });

  test('writes the files asked for, and the JSON stays alone on standard output', async () => {
    const out = join(scratch, 'files');
    const finished = await ontarget(
      'calculate',
      REVINTEL,
      '--period',
      '2026-Q3',
      '--payee',
      'priya-raman',
      '--out',
      out,
      '--format',
      'json,csv,xlsx',
      '--json',
    );
    expect(finished.code).toBe(0);
    expect(() => JSON.parse(finished.out) as unknown).not.toThrow();
    expect((await readdir(out)).sort()).toEqual([
      'payouts_2026-Q3.csv',
      'priya-raman_2026-Q3.json',
      'priya-raman_2026-Q3.xlsx',
    ]);
    expect((await readdir(scratch)).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('problems: all of them, exit code 1, nothing written', async () => {
    const folder = await broken('data/deals.csv', (text) =>
      text.replace(/(\d{4}-\d{2})-\d{2}/, '2026-02-30'),
    );
    const out = join(scratch, 'nothing');
    const finished = await ontarget('calculate', folder, '--period', '2026-Q3', '--out', out);
    expect([finished.code, finished.out]).toEqual([1, '']);
    expect(finished.err).toContain('there is no day `2026-02-30`');
    await expect(readdir(out)).rejects.toThrow();
  });
});

describe('wrong usage has exit code 2', () => {
  test.each([
    [['calculate', REVINTEL]],
    [['calculate', REVINTEL, '--period', '2026-Q9']],
    [['calculate', REVINTEL, '--period', '2026-Q3', '--format', 'docx']],
    [['explain', REVINTEL, '--period', '2026-Q3']],
    [['new', 'x', '--template', 'ceo']],
    [['frobnicate']],
    [['check']],
    [[]],
  ])('%j', async (words) => {
    expect((await ontarget(...words)).code).toBe(2);
  });
});

describe('check', () => {
  test('the built-in company is fine', async () => {
    const { code, out, err } = await ontarget('check', REVINTEL);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('4 plans');
  });

  test.each([
    [
      'data/deals.csv',
      (text: string) => text.replace(/^([^,\n]*),/, 'no_id,'),
      'table/missing-column',
    ],
    ['data/scores.csv', () => '', 'file/empty'],
    ['plans/cmo.yaml', () => 'plan: [unclosed', 'yaml/syntax'],
    ['plans/cmo.yaml', () => '%PDF-1.7 binary', 'file/not-text'],
    [
      'company.yaml',
      (text: string) => text.replace('currency: USD', 'currency: DOLLARS'),
      'document/currency',
    ],
  ])('%s broken: %#', async (file, change, code) => {
    const folder = await broken(file, change as (text: string) => string);
    const finished = await ontarget('check', folder, '--json');
    expect(finished.code).toBe(1);
    const { diagnostics } = JSON.parse(finished.out) as {
      diagnostics: readonly { code: string; file: string; line: number; remedy: string }[];
    };
    expect(
      diagnostics.some(
        (each) =>
          each.code.startsWith(code) &&
          each.file.endsWith(file) &&
          each.line > 0 &&
          each.remedy !== '',
      ),
    ).toBe(true);
  });

  test('doubts about a plan are warnings: said with amounts, exit code 0, not said by calculate', async () => {
    const folder = await broken('plans/vp-sales.yaml', (text) =>
      text.replace(/\naccepts:\n[\s\S]*$/, '\n').replace('pays: 200% }', 'pays: 90% }'),
    );
    const { code, out, err } = await ontarget('check', folder);
    expect([code, out]).toEqual([0, expect.stringContaining(`${folder}: can be paid by (4 plans`)]);
    expect(err).toContain('warning payout/falls');
    expect(err).toContain('at a result of 10,499,999 USD, 1 USD more pays 41,250.00 USD more');
    expect(err.trimEnd().split('\n').at(-1)).toMatch(/^\d warnings$/);
    const { diagnostics } = JSON.parse((await ontarget('check', folder, '--json')).out);
    expect(Object.keys(diagnostics[0])).toEqual([
      'code',
      'severity',
      'file',
      'line',
      'column',
      'what',
      'why',
      'remedy',
    ]);
    const run = await ontarget('calculate', folder, '--period', '2026-Q3');
    expect([run.code, run.err]).toEqual([0, '']);
  });

  test('an amount with a separator and a stage that nobody mapped', async () => {
    const folder = await broken('data/deals.csv', (text) => {
      const [head = '', first = '', ...rest] = text.split('\n');
      const columns = head.split(',');
      const cells = first.split(',');
      cells[columns.indexOf('list_price')] = '"1,054"';
      cells[columns.indexOf('stage')] = 'Wonn';
      return [head, cells.join(','), ...rest].join('\n');
    });
    const { code, err } = await ontarget('check', folder);
    expect(code).toBe(1);
    expect(err).toContain('`1,054` is not a number');
    expect(err).toContain('write `1054`');
    expect(err).toContain('the stage `Wonn` is not known');
  });

  test('a folder that is no company, a file that is not there', async () => {
    expect((await ontarget('check', 'fixtures')).err).toContain('there is no company.yaml in it');
    expect((await ontarget('check', 'nowhere.yaml')).err).toContain(
      'there is no file `nowhere.yaml`',
    );
  });
});

describe('explain', () => {
  const asked = ['explain', REVINTEL, '--period', '2026-Q3', '--payee', 'marcus-bell'] as const;

  test('opens a number down to the deals, with clause and reasons', async () => {
    const { code, out } = await ontarget(...asked, 'new-arr');
    expect(code).toBe(0);
    expect(out).toContain('Payout of New ARR: 12,431.25');
    expect(out).toMatch(
      /clause: fixtures\/companies\/revintel\/plans\/account-executive\.yaml:\d+/,
    );
    expect(out).toContain('deals that count: 12');
  });

  test('an unknown number names its nearest', async () => {
    const { code, err } = await ontarget(...asked, 'new-ar.payout');
    expect(code).toBe(1);
    expect(err).toContain('write `new-arr.payout`');
  });
});

describe('new', () => {
  test.each(['vp-sales', 'cro', 'account-executive', 'cmo', 'customer-success'])(
    '--template %s checks clean and calculates',
    async (template) => {
      const folder = join(scratch, `new-${template}`);
      const made = await ontarget('new', folder, '--template', template);
      expect([made.code, made.err]).toEqual([0, '']);
      const checked = await ontarget('check', folder);
      expect([checked.code, checked.err]).toEqual([0, '']);
      const calculation = await ontarget('calculate', folder, '--period', '2026-Q1', '--json');
      expect(calculation.code).toBe(0);
      expect((JSON.parse(calculation.out) as Run).payees.length).toBeGreaterThan(0);
    },
  );

  test('never writes into a folder that holds something', async () => {
    const folder = join(scratch, 'new-vp-sales');
    const { code, err } = await ontarget('new', folder);
    expect(code).toBe(1);
    expect(err).toContain('holds something already');
  });
});

test('an older Node is told in one line', async () => {
  const shim = `Object.defineProperty(process.versions, 'node', { value: '20.11.0' }); await import('${join(HOME, 'src/cli/ontarget.js')}');`;
  const { code, err } = await run(process.execPath, ['--input-type=module', '-e', shim]);
  expect(code).toBe(2);
  expect(err).toBe(
    'ontarget needs Node 24 or later and was started with 20.11.0: run `npx ontarget` in the project folder, which brings its own Node.\n',
  );
});

test('the editor’s schemas are what the sources would write', async () => {
  const { schemaFiles } = await import('../../src/documents/start-folder.ts');
  for (const [name, text] of schemaFiles()) {
    expect(await readFile(join(HOME, 'templates/schemas', name), 'utf8')).toBe(text);
  }
});
