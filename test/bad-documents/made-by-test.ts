// Bad documents that no editor shows as they are: special bytes, folders, workbooks, and faults of
// the request rather than of a document. In: nothing. Out: fixtures for these codes.

import { mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explainNumber } from '../../src/app/explain-number.ts';
import { namedDocuments } from '../../src/app/run-case-file.ts';
import { seekGoal } from '../../src/app/seek-goal.ts';
import { startCompany } from '../../src/app/start-company.ts';
import { testHero } from '../../src/app/test-hero.ts';
import type { DiagnosticCode } from '../../src/core/index.ts';
import { companyFolder } from '../../src/documents/company-folder.ts';
import { editedFiles } from '../../src/documents/edited-files.ts';
import { outputFolder } from '../../src/documents/output-folder.ts';
import { parseYaml } from '../../src/documents/read-yaml.ts';
import {
  caseLibrary,
  openRenderers,
  openStudio,
  readPreviousRun,
  statementReader,
} from '../../src/wire.ts';
import { textRow, workbook, workbookParts, zip } from '../documents/build-workbook.ts';
import type { Fixture } from './fixtures.ts';

type Made = Pick<Fixture, 'about' | 'lay' | 'find'> & { readonly place: string };

const DEALS_COLUMNS = ['deal', 'payee', 'customer', 'closed', 'amount', 'stage', 'partner'];
const HEADER = textRow(1, DEALS_COLUMNS);

/** The base company with a workbook in place of deals.csv. */
function deals(bytes: Buffer, sheet?: string): Fixture['lay'] {
  return async (folder) => {
    const path = join(folder, 'company.yaml');
    const named = sheet === undefined ? 'deals.xlsx' : `deals.xlsx\n    sheet: ${sheet}`;
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('file: deals.csv', `file: ${named}`));
    await writeFile(join(folder, 'data/deals.xlsx'), bytes);
  };
}

/** A sheet of deals with this cell in place C2. */
function withCell(xml: string): Buffer {
  const rows = `${HEADER}<row r="2"><c r="A2"><v>1</v></c>${xml}</row>`;
  return workbook([{ name: 'Deals', rows }]);
}

const nothing = async (): Promise<void> => undefined;

const made = {
  'file/is-directory': {
    about: 'A folder stands where a plan should be.',
    place: 'plans/old.yaml:1:1',
    lay: async (folder) => void (await mkdir(join(folder, 'plans/old.yaml'))),
  },
  'file/not-readable': {
    about: 'The plan is a device.',
    place: 'plans/sales.yaml:1:1',
    lay: async (folder) => {
      await rm(join(folder, 'plans/sales.yaml'));
      await symlink('/dev/null', join(folder, 'plans/sales.yaml'));
    },
  },
  'file/not-writable': {
    about: 'Statements are to be written into a folder below a file.',
    place: 'company.yaml/out:1:1',
    lay: nothing,
    find: () => outputFolder('company.yaml/out').open([]),
  },
  'file/too-large': {
    about: 'The plan has a byte more than a million.',
    place: 'plans/sales.yaml:1:1',
    lay: (folder) => writeFile(join(folder, 'plans/sales.yaml'), '#'.repeat(1_000_001)),
  },
  'file/not-text': {
    about: 'The table of people was saved as Latin-1, as older programs do.',
    place: 'data/people.csv:3:10',
    lay: (folder) => {
      const text = 'id,name,manager\neve,Eve Fox,\nann,Ann Müller,eve\n';
      return writeFile(join(folder, 'data/people.csv'), text, 'latin1');
    },
  },
  'file/no-company': {
    about: 'The folder has plans and data, and no company.yaml.',
    place: '.:1:1',
    lay: (folder) => rm(join(folder, 'company.yaml')),
  },
  'file/no-data-folder': {
    about: 'The folder of the tables is not there.',
    place: 'company.yaml:15:11',
    lay: (folder) => rename(join(folder, 'data'), join(folder, 'tables')),
  },
  'file/changed': {
    about: 'A plan is saved in the studio, and an editor wrote it meanwhile.',
    place: 'plans/sales.yaml:1:1',
    lay: nothing,
    find: async () => {
      const files = editedFiles('.');
      const name = 'plans/sales.yaml';
      return (await files.save({ name, text: 'plan: sales' }, 'an older version')).diagnostics;
    },
  },
  'studio/not-listening': {
    about: 'The studio is to listen where this machine has no address.',
    place: '192.0.2.1:4600:1:1',
    lay: nothing,
    find: async () => {
      const request = { folder: 'acme', isExample: false, host: '192.0.2.1', port: 4600 };
      return (await openStudio({ ...request, log: () => undefined })).diagnostics;
    },
  },
  'file/folder-not-empty': {
    about: 'A new company is to be started in a folder that holds something.',
    place: 'acme:1:1',
    lay: nothing,
    find: async () => {
      const taken = { folder: 'acme', plan: 'acme/plans/vp-sales.yaml', isFree: async () => false };
      const write = async () => ({ ok: true, product: [], diagnostics: [] }) as const;
      return (await startCompany({ ...taken, write })).diagnostics;
    },
  },
  'workbook/not-readable': {
    about: 'A CSV file was renamed to .xlsx.',
    place: 'data/deals.xlsx:1:1',
    lay: deals(Buffer.from('deal,payee\nD-1,ann\n')),
  },
  'workbook/too-large': {
    about: 'The workbook claims to unpack to 200 MB.',
    place: 'data/deals.xlsx:1:1',
    lay: deals(
      zip(
        workbookParts([{ rows: HEADER }]).map((part) =>
          part.name === 'xl/styles.xml' ? { ...part, claimedSize: 200_000_000 } : part,
        ),
      ),
    ),
  },
  'workbook/no-sheet': {
    about: 'company.yaml names a sheet that is not in the workbook.',
    place: 'data/deals.xlsx:1:1',
    lay: deals(workbook([{ name: 'Deals', rows: HEADER }]), 'Closed'),
  },
  'workbook/which-sheet': {
    about: 'Two sheets have content, and company.yaml names none.',
    place: 'data/deals.xlsx:1:1',
    lay: deals(
      workbook([
        { name: 'Deals', rows: HEADER },
        { name: 'Notes', rows: textRow(1, ['To do']) },
      ]),
    ),
  },
  'workbook/formula-without-result': {
    about: 'A program wrote a formula and never calculated it.',
    place: 'data/deals.xlsx:2:3',
    lay: deals(withCell('<c r="C2"><f>A2*2</f></c>')),
  },
  'workbook/error-value': {
    about: 'A formula in the sheet ends in an error.',
    place: 'data/deals.xlsx:2:3',
    lay: deals(withCell('<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c>')),
  },
  'workbook/merged-cell': {
    about: 'One payee’s name is merged over two rows.',
    place: 'data/deals.xlsx:3:2',
    lay: deals(
      workbook([
        {
          name: 'Deals',
          rows: HEADER + textRow(2, ['D-1', 'ann']) + textRow(3, ['D-2', '']),
          after: '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>',
        },
      ]),
    ),
  },
  'workbook/cell-not-readable': {
    about: 'A duration stands where a date should be.',
    place: 'data/deals.xlsx:2:3',
    lay: deals(withCell('<c r="C2" s="3"><v>1.5</v></c>')),
  },
  'calculation/unknown-cell': {
    about: 'An explanation is asked for a number that no worksheet has.',
    place: 'plans/sales.yaml:14:3',
    lay: nothing,
    find: async () => {
      const request = { period: '2026-Q1', payee: 'ann', cell: 'booking' };
      const writeFor = () => () => '';
      const outcome = await explainNumber(companyFolder('.'), { ...request, writeFor });
      return outcome.diagnostics;
    },
  },
  'hero/unknown-plan': {
    about: 'The hero test is asked for a plan that the company does not have.',
    place: 'company.yaml:2:10',
    lay: nothing,
    find: async () => (await testHero(companyFolder('.'), { plan: 'salse', seed: 1 })).diagnostics,
  },
  'hero/nothing-wanted': {
    about: 'The company does not say what it wants of its deals.',
    place: 'company.yaml:2:10',
    lay: nothing,
    find: async () => (await testHero(companyFolder('.'), { plan: 'sales', seed: 1 })).diagnostics,
  },
  'hero/no-deals': {
    about: 'The company wants deals such as it never had.',
    place: 'plans/sales.yaml:2:7',
    lay: async (folder) => {
      const path = join(folder, 'company.yaml');
      const wants = 'wants: { title: Large deals, of: amount, where: amount > 1000000 }';
      await writeFile(path, `${await readFile(path, 'utf8')}${wants}\n`);
    },
    find: async () => (await testHero(companyFolder('.'), { plan: 'sales', seed: 1 })).diagnostics,
  },
  'seek/unknown-lever': {
    about: 'A payment is sought by a lever that the plan does not have.',
    place: 'plans/sales.yaml:10:3',
    lay: nothing,
    find: async () => {
      const request = { period: '2026-Q1', payee: 'ann', goal: '12000', by: 'booking' };
      const opened = { folder: companyFolder('.'), files: editedFiles('.') };
      return (await seekGoal(opened, request)).diagnostics;
    },
  },
  'case/unknown-plan': {
    about: 'A worked case misspells the plan of the company that it names.',
    place: 'case.yaml:1:7',
    lay: nothing,
    find: async () => {
      const document = parseYaml('plan: sale\ncompany: .\n', 'case.yaml');
      if (!document.ok) return document.diagnostics;
      return (await namedDocuments(document.product, caseLibrary('case.yaml'))).diagnostics;
    },
  },
  'run/not-compared': {
    about: 'Something else stands where the run before left a statement.',
    place: 'ann_2026-Q1.json:1:1',
    lay: (folder) => writeFile(join(folder, 'ann_2026-Q1.json'), '{}'),
    find: async () => (await readPreviousRun('.', '2026-Q1')).diagnostics,
  },
  'verify/not-a-statement': {
    about: 'A plan is given to be verified.',
    place: 'plans/sales.yaml:1:1',
    lay: nothing,
    find: async () => (await statementReader.read('plans/sales.yaml')).diagnostics,
  },
  'calculation/no-browser': {
    about: 'PDFs are asked for, and the configured browser is not there.',
    place: 'chromium:1:1',
    lay: nothing,
    find: async () => {
      const configured = process.env['ONTARGET_BROWSER'];
      process.env['ONTARGET_BROWSER'] = 'chromium';
      try {
        return (await openRenderers(['pdf'], () => undefined)).diagnostics;
      } finally {
        if (configured === undefined) delete process.env['ONTARGET_BROWSER'];
        else process.env['ONTARGET_BROWSER'] = configured;
      }
    },
  },
} as const satisfies Partial<Record<DiagnosticCode, Made>>;

export const madeByTest: readonly Fixture[] = Object.entries<Made>(made).map(
  ([code, { place, ...rest }]) => ({
    ...rest,
    name: code.replace('/', '--'),
    shownAs: 'made by the test',
    expected: [`${code} ${place}`],
  }),
);
