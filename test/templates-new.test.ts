// The templates of `ontarget new`: each opens without a finding and calculates its sample quarter,
// pays the target incentive to the cent at target, and its comments say no figure that is not so.
// In: templates/new, laid out as the command does. Out: findings and statements to look at.

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkCompany } from '../src/app/check-documents.ts';
import { openCompany } from '../src/app/open-company.ts';
import { testHero } from '../src/app/test-hero.ts';
import {
  buildStatement,
  calculate,
  type Exact,
  exactText,
  readPeriod,
  type Statement,
} from '../src/core/index.ts';
import { companyFolder } from '../src/documents/company-folder.ts';

const templatesFolder = join(import.meta.dirname, '../templates/new');
const templates = ['vp-sales', 'cro', 'account-executive', 'cmo', 'customer-success'] as const;
type Template = (typeof templates)[number];
const leaders = templates.filter((each) => each !== 'account-executive');

/** Everything that the sample quarter pays, calculated by hand from the plans and their rows. */
const samplePayments: Readonly<Record<Template, Readonly<Record<string, string>>>> = {
  // 20625 x 75 % (85.9 % of what was sold fits) + 8446.43 + 4950 + 4017.86
  'vp-sales': { 'Lena Fischer': '32883.04' },
  // 17500 x 75 % + 8181.82 + 5194.44 + 6750 + 6018.91
  cro: { 'Omar Haddad': '39270.17' },
  // Twelve bad deals, 188,000 credited: (8000 + 10560) x 50 % x 80 %; three good ones: 20000 + 2800
  'account-executive': { 'Jack Doyle': '7424', 'Nina Kowalski': '22800' },
  // 7000 + 2923.47 + 2013.67 + 2700 + 2300
  cmo: { 'Sofia Marino': '16937.14' },
  // 7090.91 + 2250 + 3000 + 1980 + 1333.33
  'customer-success': { 'Priya Nair': '15654.24' },
};

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ontarget-new-'));
});
afterAll(async () => {
  await rm(root, { recursive: true });
});

/** The folder that `ontarget new --template` makes; `data` replaces tables by name. */
async function layOut(template: Template, data: Readonly<Record<string, string>> = {}) {
  const folder = await mkdtemp(join(root, `${template}-`));
  await cp(join(templatesFolder, 'company'), folder, { recursive: true });
  await cp(join(templatesFolder, template, 'data'), join(folder, 'data'), { recursive: true });
  await mkdir(join(folder, 'plans'));
  await writeFile(join(folder, 'plans', `${template}.yaml`), await planText(template));
  for (const [name, text] of Object.entries(data)) {
    await writeFile(join(folder, 'data', `${name}.csv`), text);
  }
  return folder;
}

function planText(template: Template): Promise<string> {
  return readFile(join(templatesFolder, template, 'plan.yaml'), 'utf8');
}

async function statementsOf(folder: string): Promise<readonly Statement[]> {
  const opened = await openCompany(companyFolder(folder));
  expect(opened.diagnostics).toEqual([]);
  if (!opened.ok) throw new Error('not opened');
  const { company, data } = opened.product;
  const period = readPeriod('2026-Q1', company.calendar);
  if (!period) throw new Error('no such period');
  const outcome = calculate({ ...opened.product, period });
  expect(outcome.diagnostics).toEqual([]);
  if (!outcome.ok) throw new Error('not calculated');
  const { payees } = outcome.product;
  expect(payees.map(({ payee }) => payee.id)).toEqual(data.assignments.map(({ payee }) => payee));
  return payees.map((each) => buildStatement(each, company));
}

function paymentsOf(statements: readonly Statement[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    statements.map(({ payee, payment }) => [payee.id, exactText(payment.exact)]),
  );
}

describe.each(templates)('the template %s', (template) => {
  test('opens and calculates its sample quarter without a finding', async () => {
    const folder = await layOut(template);
    expect((await checkCompany(companyFolder(folder))).diagnostics).toEqual([]);
    const statements = await statementsOf(folder);
    expect(paymentsOf(statements)).toEqual(samplePayments[template]);
  });

  test('has a schema for editors, marks what to change, and stays short', async () => {
    const lines = (await planText(template)).split('\n');
    expect(lines[0]).toBe('# yaml-language-server: $schema=../schemas/plan.schema.json');
    expect(lines.length).toBeLessThanOrEqual(175);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(lines.filter((line) => / # CHANGE:/.test(line)).length).toBeGreaterThanOrEqual(8);
    expect(lines.filter((line) => /CHANGE(?!:)/.test(line))).toEqual([]);
  });

  test('has few components, each on the golden thread, and gates with a cost', async () => {
    const [statement] = await statementsOf(await layOut(template));
    const { components = [], gates = [] } = statement ?? {};
    expect(components.length).toBeGreaterThanOrEqual(2);
    expect(components.length).toBeLessThanOrEqual(5);
    expect(components.filter(({ supports }) => supports === undefined)).toEqual([]);
    expect(gates.length).toBeGreaterThanOrEqual(1);
    expect(gates.every(({ judged }) => judged !== undefined)).toBe(true);
  });
});

describe.each(leaders)('the plan of a leader in %s', (template) => {
  test('weighs KPIs 55 %, OKRs 20 % and MBOs 15 %, and leaves 10 % to the founder', async () => {
    const [statement] = await statementsOf(await layOut(template));
    const components = statement?.components ?? [];
    const weights = components.map(({ kind, weight }) => [kind, weight && exactText(weight)]);
    const own = weights.at(-1);
    expect(own?.[1]).toBe('0.1');
    const of = (kind: string) =>
      weights.slice(0, -1).reduce((sum, each) => sum + (each[0] === kind ? Number(each[1]) : 0), 0);
    expect([of('kpi'), of('okr'), of('mbo')].map((each) => each.toFixed(2))).toEqual([
      '0.55',
      '0.20',
      '0.15',
    ]);
  });

  test('says in section 3 what it can cost at most', async () => {
    const [statement] = await statementsOf(await layOut(template));
    if (!statement) throw new Error('no statement');
    const most = statement.components.reduce((sum, { weight, curve }) => {
      const last = curve?.rows.at(-1)?.pays;
      if (!weight || !last) throw new Error('no curve');
      return sum + Number(exactText(weight.times(last)));
    }, 0);
    const annual = 4 * Number(exactText(statement.targetIncentive.exact));
    const section = (await planText(template)).split('# 3.')[1]?.split('# 4.')[0] ?? '';
    const words = section.replace(/\s+#?\s*/g, ' ');
    expect(words).toContain(`= ${Number((most * 100).toFixed(1))} % of the target incentive`);
    expect(words).toContain(`here ${Math.round(annual * most).toLocaleString('en-US')} a year`);
  });
});

describe('at target, a plan pays the target incentive to the cent', () => {
  test.each(templates)('%s', async (template) => {
    const [statement] = await statementsOf(await layOut(template, await atTarget(template)));
    if (!statement) throw new Error('no statement');
    const { payment, targetIncentive, components } = statement;
    expect(exactText(payment.exact)).toBe(exactText(targetIncentive.exact));
    for (const { kind, attainment, payoutFactor } of components) {
      if (kind === 'commission' || !attainment || !payoutFactor) continue;
      expect([kind, exactText(attainment)]).toEqual([kind, kind === 'okr' ? '0.7' : '1']);
      expect([kind, exactText(payoutFactor)]).toEqual([kind, '1']);
    }
  });
});

// The CMO is paid for pipeline, and what the company wants is won: there is nothing to compare.
test.each(templates.filter((each) => each !== 'cmo'))('%s cannot be gamed', async (template) => {
  const folder = companyFolder(await layOut(template));
  const tested = await testHero(folder, { plan: template, seed: 1 });
  expect(tested.ok && tested.product.test.exploits).toEqual([]);
  expect(tested.ok && tested.product.test.passes).toBe(true);
});

test('three good customers out-earn a dozen bad ones', async () => {
  const [jack, nina] = await statementsOf(await layOut('account-executive'));
  expect([bookingsOf(jack), bookingsOf(nina)]).toEqual([300_000, 200_000]);
  expect([paid(jack) < paid(nina), paid(jack)]).toEqual([true, 7424]);
});

test('a gate that is not met in the sample quarter costs the accelerator, and a quarter more', async () => {
  const [vpSales] = await statementsOf(await layOut('vp-sales'));
  const [cro] = await statementsOf(await layOut('cro'));
  const costs = [vpSales, cro].map((statement) =>
    statement?.gates.map(({ judged }) => judged && [judged.met, exactText(judged.cost.exact)]),
  );
  // 55 % of 37,500 x 46.2 %, and 35 % of 50,000 x (25 % + (1148 / 1100 - 1) x 5)
  expect(costs).toEqual([
    [
      [false, '9528.75'],
      [true, '0'],
    ],
    [
      [true, '0'],
      [false, '8193.18'],
    ],
  ]);
});

function paid(statement: Statement | undefined): number {
  return statement ? Number(exactText(statement.payment.exact)) : Number.NaN;
}

/** What was signed, whatever of it is credited. */
function bookingsOf(statement: Statement | undefined): number {
  const { columns, rows } = statement?.deals ?? { columns: [], rows: [] };
  const arr = columns.findIndex(({ name }) => name === 'arr');
  return rows
    .filter(({ credits }) => credits[0]?.counts)
    .reduce((sum, { shown }) => sum + Number(exactText(shown[arr] as Exact)), 0);
}

/** Data of a quarter in which every KPI and MBO stands at 100 % and every OKR at 70 %. */
async function atTarget(template: Template): Promise<Readonly<Record<string, string>>> {
  const rows = await readFile(join(templatesFolder, template, 'data/scores.csv'), 'utf8').catch(
    () => 'payee,period,component,goal,score\n',
  );
  const { deals, reported = {}, milestones = {} } = targets[template];
  const scores = rows.replace(/^([^,]+,2026-Q1,[^,]+,([^,]+)),\d+%/gm, (_, row, goal) => {
    return `${row},${milestones[goal] ?? '100%'}`;
  });
  const figures = Object.entries(reported).map(([name, figure]) => `${name},2026-Q1,${figure}`);
  return {
    deals: dealTable(deals),
    scores,
    reported: ['measure,period,figure', ...figures].join('\n'),
  };
}

/** A number of equal deals of 100,000 at list price, all with customers who fit. */
interface EqualDeals {
  readonly count: number;
  readonly owner: string;
  readonly kind: 'new' | 'renewal';
  readonly source: string;
  readonly stage: 'Won' | 'Lost' | 'Open';
  readonly opened: string;
  readonly closed: string;
}

const dealColumns =
  'deal,owner,customer,employees,industry,kind,source,stage,opened,closed,arr,list_arr,months';

function dealTable(groups: readonly EqualDeals[]): string {
  const rows = groups.flatMap(({ count, owner, kind, source, stage, opened, closed }, group) =>
    Array.from({ length: count }, (_, index) => {
      const name = `${group}-${index}`;
      const dates = `${opened},${closed}`;
      return `D-${name},${owner},C-${name},500,Software,${kind},${source},${stage},${dates},100000,100000,12`;
    }),
  );
  return [dealColumns, ...rows].join('\n');
}

const won: EqualDeals = {
  count: 10,
  owner: 'Nina Kowalski',
  kind: 'new',
  source: 'inbound',
  stage: 'Won',
  opened: '2025-11-15',
  closed: '2026-02-15', // 92 days later
};
const open = { ...won, count: 12, stage: 'Open', opened: '2026-02-01', closed: '' } as const;
const renewal = { ...won, count: 9, owner: 'Eva Lind', kind: 'renewal' } as const;

interface Target {
  readonly deals: readonly EqualDeals[];
  readonly reported?: Readonly<Record<string, string>>;
  /** Scores of milestones, which belong to an OKR. */
  readonly milestones?: Readonly<Record<string, string>>;
}

const targets: Readonly<Record<Template, Target>> = {
  'vp-sales': {
    deals: [won], // deal size 40 % + ICP 30 % + cycle 0 % = 70 %
    reported: { intros: '2', meetings: '7', sales: '4' }, // 3 x 20 %
    milestones: { pricing: '50%', flagship: '0%' }, // 10 %
  },
  cro: {
    deals: [{ ...won, count: 11, opened: '2025-11-22' }], // 85 days
    reported: { nrr: '110%', 'gross-retention': '85%', cac: '36000', modules: '25%' }, // 40 + 30 %
    milestones: { packaging: '0%' },
  },
  'account-executive': { deals: [{ ...won, count: 2, owner: 'Jack Doyle' }] },
  cmo: {
    // 1.2M of 3M inbound x 30 % + all leads x (30 % + 20 %) + 1.2M of 3M outbound x 20 % = 70 %
    deals: [open, { ...open, source: 'outbound' }],
    reported: { spend: '180000', conversion: '60%', 'outbound-leads': '300', downloads: '450' },
  },
  'customer-success': {
    deals: [renewal, { ...renewal, count: 1, stage: 'Lost' }],
    reported: {
      nrr: '110%',
      'gross-retention': '85%',
      'first-value': '30', // 30 %, and no expansion
      reviews: '80%', // 20 %
      answered: '95%', // 20 %
      satisfaction: '4.5',
    },
  },
};
