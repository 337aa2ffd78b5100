// Runs a worked case: each example is read, calculated and compared, figure by figure, with exact
// equality. In: a case's document. Out: every figure expected beside the one found.

import { type Calculation, calculate, type PayeeCalculation } from '../calculate/calculate.ts';
import { readPeriod } from '../calendar.ts';
import { readCompany } from '../company/read-company.ts';
import { type Diagnostic, diagnose, type Outcome, outcomeOf } from '../diagnostic.ts';
import { Findings } from '../document/findings.ts';
import { readPercentage } from '../document/leaves.ts';
import { isMap, nodeAt } from '../document/nodes.ts';
import { type Exact, exact, exactText, isDecimalText } from '../exact-number.ts';
import { readPeriodData } from '../period-data/read-period-data.ts';
import { plansOf } from '../plan/plans.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { DocumentMap, DocumentPath, SourceDocument } from '../source.ts';
import { type CaseLine, type CaseResult, caseShape, type ExampleResult } from './case.ts';
import { caseCompany, casePlans, caseTables, ONLY_PAYEE } from './case-documents.ts';
import { dealsShape, type NamedDocuments } from './named-documents.ts';

/** `named` holds what the case names and does not write itself. */
export function runCase(document: SourceDocument, named: NamedDocuments = {}): Outcome<CaseResult> {
  const findings = new Findings(document);
  const fields = findings.read([], caseShape, ['plan', 'plans', 'company', 'given', 'examples']);
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
  const results = examples.map((_, index) =>
    runExample(document, named, index, fields.period ?? ''),
  );
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

function runExample(
  document: SourceDocument,
  named: NamedDocuments,
  index: number,
  period: string,
): ExampleResult {
  const path = ['examples', index];
  const name = nodeAt(document.root, [...path, 'name']);
  const outcome = calculateExample(document, named, path, period);
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
  named: NamedDocuments,
  path: DocumentPath,
  text: string,
): Outcome<Calculation> {
  const found: Diagnostic[] = [];
  const company = readCompany(caseCompany(document, named));
  if (!company.ok) return company;
  const { calendar } = company.product;
  const own = nodeText(document, [...path, 'period']);
  const period = readPeriod(own ?? text, calendar);
  if (!period) return noPeriod(document, own === undefined ? ['period'] : [...path, 'period']);
  const read = casePlans(document, named).map((each) => readPlan(each, company.product));
  found.push(...read.flatMap(({ diagnostics }) => diagnostics));
  const all = read.flatMap((outcome) => (outcome.ok ? [outcome.product] : []));
  const [plan] = all;
  if (!plan || all.length < read.length) return outcomeOf<Calculation>(undefined, found);
  const versions = plansOf(all);
  if (!versions.ok) return versions;
  const plans = versions.product;
  const deals = dealsShape(document, named);
  const tables = caseTables(document, path, { plan: plan.id, period, calendar, deals });
  const data = readPeriodData(tables, company.product, plans);
  found.push(...data.diagnostics);
  if (!data.ok) return outcomeOf<Calculation>(undefined, found);
  const calculated = calculate({ company: company.product, plans, data: data.product, period });
  found.push(...calculated.diagnostics);
  return outcomeOf(calculated.ok ? calculated.product : undefined, found);
}

function noPeriod(document: SourceDocument, path: DocumentPath): Outcome<Calculation> {
  const what = `\`${nodeText(document, path)}\` is not a period`;
  const remedy = 'write a period such as `2026-Q3`, `2026-M07`, `2026-H1` or `2026`';
  return outcomeOf<Calculation>(undefined, [
    diagnose('data/period', document.placeOf(path), what, remedy),
  ]);
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
  const wanted = numberIn(expected);
  const holds = (wanted ? exactText(wanted) : expected) === found;
  const isNumber = wanted && typeof datum === 'object' && !holds;
  const difference = isNumber ? exactText(datum.minus(wanted)) : undefined;
  return { payee, cell, expected, found, holds, ...(difference !== undefined && { difference }) };
}

/** `27.5%` and `0.275`, `400` and `400.00`: the same number. */
function numberIn(text: string): Exact | undefined {
  return readPercentage(text) ?? (isDecimalText(text) ? exact(text) : undefined);
}

function nodeText(document: SourceDocument, path: DocumentPath): string | undefined {
  const node = nodeAt(document.root, path);
  return typeof node === 'string' ? node : undefined;
}
