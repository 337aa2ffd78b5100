// Runs a worked case: each example is read, calculated and compared, figure by figure, with exact
// equality. In: a case's document. Out: every figure expected beside the one found.

import { type Calculation, calculate, type PayeeCalculation } from '../calculate/calculate.ts';
import { readPeriod } from '../calendar.ts';
import { readCompany } from '../company/read-company.ts';
import { type Diagnostic, type Outcome, outcomeOf } from '../diagnostic.ts';
import { Findings } from '../document/findings.ts';
import { readPercentage } from '../document/leaves.ts';
import { isMap, nodeAt } from '../document/nodes.ts';
import { exact, exactText, isDecimalText } from '../exact-number.ts';
import { readPeriodData } from '../period-data/read-period-data.ts';
import { plansOf } from '../plan/plans.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { DocumentMap, DocumentPath, SourceDocument } from '../source.ts';
import { type CaseLine, type CaseResult, caseShape, type ExampleResult } from './case.ts';
import { caseCompany, caseTables, ONLY_PAYEE, partOf } from './case-documents.ts';

export function runCase(document: SourceDocument): Outcome<CaseResult> {
  const findings = new Findings(document);
  const fields = findings.read([], caseShape, ['plan', 'plans', 'given', 'examples']);
  const list = nodeAt(document.root, ['examples']);
  const examples = Array.isArray(list) ? list : [];
  if (examples.length === 0) {
    findings.report(
      'document/no-entries',
      ['examples'],
      '`examples` has no entries',
      'add at least one, with `given` and `expect`',
    );
  }
  if (findings.all.length > 0) return outcomeOf<CaseResult>(undefined, findings.all);
  const results = examples.map((_, index) => runExample(document, index, fields.period ?? ''));
  const { case: id, title, source, mechanisms } = fields as Required<typeof fields>;
  const holds = results.every(
    ({ lines, diagnostics }) =>
      diagnostics.every(({ severity }) => severity !== 'error') &&
      lines.length > 0 &&
      lines.every((line) => line.holds),
  );
  return outcomeOf(
    { id, title, ...(source && { source }), mechanisms, examples: results, holds },
    [],
  );
}

function runExample(document: SourceDocument, index: number, period: string): ExampleResult {
  const path = ['examples', index];
  const name = nodeAt(document.root, [...path, 'name']);
  const outcome = calculateExample(document, path, period);
  const lines = outcome.ok ? expectedLines(document, path, outcome.product.payees) : [];
  return {
    name: typeof name === 'string' ? name : `example ${index + 1}`,
    lines,
    diagnostics: outcome.diagnostics,
    ...(outcome.ok && { calculation: outcome.product }),
  };
}

function calculateExample(
  document: SourceDocument,
  path: DocumentPath,
  text: string,
): Outcome<Calculation> {
  const found: Diagnostic[] = [];
  const company = readCompany(caseCompany(document));
  if (!company.ok) return company;
  const period = readPeriod(
    nodeText(document, [...path, 'period']) ?? text,
    company.product.calendar,
  );
  const read = planPaths(document).map((at) => readPlan(partOf(document, at), company.product));
  found.push(...read.flatMap(({ diagnostics }) => diagnostics));
  const all = read.flatMap((outcome) => (outcome.ok ? [outcome.product] : []));
  const [plan] = all;
  if (!plan || all.length < read.length) return outcomeOf<Calculation>(undefined, found);
  if (!period) throw new Error(`case ${document.file}: no period ${text}`);
  const versions = plansOf(all);
  if (!versions.ok) return versions;
  const plans = versions.product;
  const tables = caseTables(document, path, plan.id, period, company.product.calendar);
  const data = readPeriodData(tables, company.product, plans);
  found.push(...data.diagnostics);
  if (!data.ok) return outcomeOf<Calculation>(undefined, found);
  const calculated = calculate({ company: company.product, plans, data: data.product, period });
  found.push(...calculated.diagnostics);
  return outcomeOf(calculated.ok ? calculated.product : undefined, found);
}

/** A case has one plan, or a list of them; assignments that name none are to the first. */
function planPaths(document: SourceDocument): readonly DocumentPath[] {
  const list = nodeAt(document.root, ['plans']);
  return Array.isArray(list) ? list.map((_, index) => ['plans', index]) : [['plan']];
}

/** `expect: { cell: figure }`, or the same per payee. `total` stands for the payment. */
function expectedLines(
  document: SourceDocument,
  path: DocumentPath,
  payees: readonly PayeeCalculation[],
): readonly CaseLine[] {
  const expected = nodeAt(document.root, [...path, 'expect']);
  const entries = Object.entries(isMap(expected) ? expected : {});
  const isPerPayee = entries.every(([, node]) => isMap(node));
  const perPayee = isPerPayee ? entries : [[ONLY_PAYEE, expected] as const];
  return perPayee.flatMap(([payee, cells]) => {
    const calculation = payees.find((each) => each.payee.id === payee);
    return Object.entries(cells as DocumentMap).map(([cell, node]) =>
      lineOf(payee, cell, typeof node === 'string' ? node : '', calculation),
    );
  });
}

function lineOf(
  payee: string,
  cell: string,
  expected: string,
  calculation: PayeeCalculation | undefined,
): CaseLine {
  const id = cell === 'total' ? calculation?.compiled.total : cell;
  const datum = id === undefined ? undefined : calculation?.values.cells.get(id);
  const found = typeof datum === 'object' ? exactText(datum) : String(datum ?? 'no such cell');
  return { payee, cell, expected, found, holds: canonical(expected) === found };
}

/** `27.5%` and `0.275`, `400` and `400.00`: the same number is the same text. */
function canonical(text: string): string {
  const ratio = readPercentage(text);
  if (ratio) return exactText(ratio);
  return isDecimalText(text) ? exactText(exact(text)) : text;
}

function nodeText(document: SourceDocument, path: DocumentPath): string | undefined {
  const node = nodeAt(document.root, path);
  return typeof node === 'string' ? node : undefined;
}
