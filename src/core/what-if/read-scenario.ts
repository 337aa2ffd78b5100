// Reads a scenario: whose pay, of which period, and what is to be different. In: the document, and
// the company with its plans and data. Out: the scenario, or every problem at its line.

import { readPeriod } from '../calendar.ts';
import { byPlace, type Outcome, outcomeOf } from '../diagnostic.ts';
import { Findings } from '../document/findings.ts';
import { figureText } from '../document/leaves.ts';
import { measureCell } from '../measures/measure-cells.ts';
import { checkReported } from '../period-data/check-fit.ts';
import { checkScores } from '../period-data/check-scores.ts';
import { figureIssue } from '../period-data/datum.ts';
import type { PlacedRow } from '../period-data/period-data.ts';
import { plansByPayee } from '../period-data/plans-by-payee.ts';
import { TableFindings } from '../period-data/table-findings.ts';
import type { Window } from '../plan/document.ts';
import type { Plan } from '../plan/plan.ts';
import type { DocumentPath, SourceDocument } from '../source.ts';
import { readDealChanges } from './read-deal-changes.ts';
import { rejectTwice } from './reject-twice.ts';
import {
  changesShape,
  type ReportedChange,
  type ResultChange,
  type Scenario,
  type ScenarioScene,
  type ScoreChange,
  scenarioShape,
} from './scenario.ts';

export function readScenario(document: SourceDocument, scene: ScenarioScene): Outcome<Scenario> {
  const findings = new Findings(document);
  const {
    scenario: id,
    title,
    note,
    payee,
    period: named,
  } = findings.read([], scenarioShape, ['changes']);
  const written = findings.read(['changes'], changesShape);
  const period = named === undefined ? undefined : readPeriod(named, scene.company.calendar);
  if (named !== undefined && !period) reportPeriod(findings, named);
  const plans = payee === undefined ? undefined : plansOfPayee(findings, payee, scene);
  if (!id || payee === undefined || !period || !plans) return failed(findings);
  const changes = {
    results: readResults(findings, written.results ?? [], plans),
    scores: readScores(findings, written.scores ?? [], { payee, period: period.id }, scene),
    reported: readReported(findings, written.reported ?? [], { payee, period: period.id }, scene),
    ...readDealChanges(findings, written, scene),
  };
  const said = { title: title ?? id, ...(note !== undefined && { note }) };
  return outcomeOf({ id, ...said, payee, period, changes }, findings.all.toSorted(byPlace));
}

function failed(findings: Findings): Outcome<Scenario> {
  return outcomeOf<Scenario>(undefined, findings.all);
}

function reportPeriod(findings: Findings, named: string): void {
  const remedy = 'write a period such as `2026-Q3`, `2026-M07`, `2026-H1` or `2026`';
  findings.report('data/period', ['period'], `\`${named}\` is not a period`, remedy);
}

function plansOfPayee(
  findings: Findings,
  payee: string,
  { data, plans }: ScenarioScene,
): readonly Plan[] | undefined {
  const paid = [...new Set(data.assignments.map((each) => each.payee))];
  const own = plansByPayee(data, plans).get(payee);
  if (own && paid.includes(payee)) return own;
  findings.unknownName('calculation/unknown-payee', ['payee'], 'payee', payee, paid);
  return undefined;
}

function readResults(
  findings: Findings,
  results: readonly {
    readonly measure: string;
    readonly window?: Window | undefined;
    readonly figure: Parameters<typeof figureText>[0];
  }[],
  plans: readonly Plan[],
): readonly ResultChange[] {
  const found = results.map(({ measure, window = 'period', figure }, index) => {
    const path = ['changes', 'results', index];
    const known = plans.flatMap((plan) => plan.measures.get(measure) ?? []);
    const unit = known[0]?.unit;
    if (unit === undefined) {
      const names = plans.flatMap((plan) => [...plan.measures.keys()]);
      findings.unknownName(
        'scenario/unknown-name',
        [...path, 'measure'],
        'measure',
        measure,
        names,
      );
    } else {
      const issue = figureIssue(figureText(figure), unit, measure);
      if (issue) findings.report(issue.code, [...path, 'figure'], issue.what, issue.remedy);
    }
    return { measure, window, figure: figure.number };
  });
  rejectTwice(findings, ['changes', 'results'], found, (each) =>
    measureCell(each.measure, each.window),
  );
  return found;
}

/** Whose scores and figures they are. */
interface Whose {
  readonly payee: string;
  readonly period: string;
}

function readScores(
  findings: Findings,
  scores: readonly ScoreChange[],
  whose: Whose,
  { data, plans }: ScenarioScene,
): readonly ScoreChange[] {
  const rows = scores.map((each, index) => {
    return { ...whose, ...each, ...rowAt(findings, ['changes', 'scores', index]) };
  });
  const found = new TableFindings();
  checkScores(rows, plans, plansByPayee(data, plans), found);
  findings.add(...found.all);
  rejectTwice(findings, ['changes', 'scores'], scores, (each) => `${each.component}/${each.goal}`);
  return scores;
}

function readReported(
  findings: Findings,
  reported: readonly { measure: string; figure: Parameters<typeof figureText>[0] }[],
  whose: Whose,
  { plans }: ScenarioScene,
): readonly ReportedChange[] {
  const rows = reported.map(({ measure, figure }, index) => {
    const row = rowAt(findings, ['changes', 'reported', index]);
    const written = (): string => figureText(figure);
    return { ...whose, measure, figure: figure.number, ...row, written };
  });
  const found = new TableFindings();
  checkReported(rows, plans, found);
  findings.add(...found.all);
  rejectTwice(findings, ['changes', 'reported'], rows, (each) => each.measure);
  return rows.map(({ measure, figure }) => ({ measure, figure }));
}

/** An entry of the document as if it were a row of a table. */
function rowAt({ document }: Findings, path: DocumentPath): PlacedRow {
  return {
    place: document.placeOf(path),
    placeOf: (field) => document.placeOf([...path, field]),
    written: () => '',
  };
}
