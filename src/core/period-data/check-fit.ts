// Checks that the tables fit each other and the plans: everybody named exists, every assignment
// has a plan and its quotas, no two assignments overlap, every score is on its scale.
// In: the data as read. Out: findings at the rows. Nothing is dropped silently.

import { readPeriod } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import type { ScoreScale } from '../components/component-kind.ts';
import { type Component, scoredItemsOf } from '../components/kinds.ts';
import { percentText } from '../document/leaves.ts';
import { nearestWord } from '../document/nearest-word.ts';
import { compareExact, ZERO } from '../exact-number.ts';
import type { Plan } from '../plan/plan.ts';
import type { Assignment, PeriodData, Score } from './period-data.ts';
import type { TableFindings } from './table-findings.ts';

type Plans = ReadonlyMap<string, Plan>;

export function checkFit(
  data: PeriodData,
  company: Company,
  plans: Plans,
  findings: TableFindings,
): void {
  checkPeople(data, findings);
  data.assignments.forEach((assignment, index) => {
    checkAssignment(assignment, plans, findings);
    checkOverlap(assignment, data.assignments[index - 1], findings);
  });
  for (const score of data.scores) checkScore(score, data, plans, findings);
  for (const { measure, place } of data.reported) {
    const known = [...plans.values()].some(({ measures }) => measures.has(measure));
    if (!known) {
      findings.reportAt(
        'reported/unknown-measure',
        place,
        `no plan has a measure \`${measure}\``,
        'correct the name, or remove the row',
      );
    }
  }
  for (const { period, place } of [...data.scores, ...data.reported]) {
    if (readPeriod(period, company.calendar)) continue;
    findings.reportAt(
      'data/period',
      place,
      `\`${period}\` is not a period`,
      'write a period such as `2026-Q3`, `2026-M07`, `2026-H1` or `2026`',
    );
  }
  rejectTwice(
    data.scores,
    (each) => [each.payee, each.period, each.component, each.goal],
    findings,
  );
  rejectTwice(data.reported, (each) => [each.payee ?? '', each.period, each.measure], findings);
}

function checkPeople(data: PeriodData, findings: TableFindings): void {
  const known = [...data.people.keys()];
  const check = (id: string, place: Assignment['place'], does: string): void => {
    if (data.people.has(id)) return;
    const near = nearestWord(id, known);
    findings.reportAt(
      'people/unknown',
      place,
      `\`${id}\` ${does} and is not in the list of people`,
      near
        ? `did you mean \`${near}\`? Correct the name, or add the person`
        : 'add the person to the people',
    );
  };
  for (const { payee, place } of data.assignments) check(payee, place, 'has an assignment');
  for (const { payee, place } of data.scores) check(payee, place, 'has a score');
  for (const { payee, place } of data.reported) {
    if (payee !== undefined) check(payee, place, 'has a reported figure');
  }
  for (const { id, credits, place } of data.deals) {
    for (const { payee } of credits) check(payee, place, 'is credited with deals');
    if (credits.length === 0) {
      findings.reportAt(
        'deals/no-payee',
        place,
        `nobody is credited with deal \`${id}\``,
        'name the person in the row, or list shares of the deal',
      );
    }
  }
}

function checkAssignment(assignment: Assignment, plans: Plans, findings: TableFindings): void {
  const { plan: id, place, payee } = assignment;
  const plan = plans.get(id);
  if (!plan) {
    const near = nearestWord(id, [...plans.keys()]);
    findings.reportAt(
      'assignment/unknown-plan',
      place,
      `there is no plan \`${id}\``,
      near ? `write \`${near}\`` : `write one of: ${[...plans.keys()].join(', ')}`,
    );
    return;
  }
  if (assignment.from > assignment.to) {
    findings.reportAt(
      'assignment/dates',
      place,
      `the assignment of \`${payee}\` ends before it starts`,
      'write `from` as its first and `to` as its last day',
    );
  }
  if (assignment.targetIncentive.lt(ZERO)) {
    findings.reportAt(
      'assignment/negative',
      place,
      `the target incentive of \`${payee}\` is negative`,
      'write the annual target incentive as a positive number',
    );
  }
  for (const component of plan.components) checkQuota(assignment, component, findings);
  for (const name of assignment.quotas.keys()) {
    if (plan.components.some((component) => component.id === name)) continue;
    findings.reportAt(
      'assignment/unknown-quota',
      place,
      `plan \`${id}\` has no component \`${name}\``,
      `name the column quota.${plan.components[0]?.id ?? 'component'}, or leave the cell blank`,
    );
  }
}

function checkQuota(assignment: Assignment, component: Component, findings: TableFindings): void {
  if (!('quota' in component) || component.quota !== 'assigned') return;
  const quota = assignment.quotas.get(component.id);
  const { payee, place } = assignment;
  if (quota === undefined) {
    findings.reportAt(
      'assignment/no-quota',
      place,
      `\`${payee}\` has no quota for \`${component.id}\``,
      `fill in the column quota.${component.id}, or state the quota in the plan`,
    );
  } else if (quota.lte(ZERO)) {
    findings.reportAt(
      'quota/not-positive',
      place,
      `the quota of \`${payee}\` for \`${component.id}\` is zero or negative`,
      'write a quota above zero; attainment is not defined otherwise',
    );
  }
}

function checkOverlap(
  assignment: Assignment,
  before: Assignment | undefined,
  findings: TableFindings,
): void {
  if (before?.payee !== assignment.payee || assignment.from > before.to) return;
  findings.reportAt(
    'assignment/overlap',
    assignment.place,
    `\`${assignment.payee}\` has two assignments at the same time`,
    'end the first one before the second one starts',
  );
}

function checkScore(score: Score, data: PeriodData, plans: Plans, findings: TableFindings): void {
  const assigned = data.assignments.filter(({ payee }) => payee === score.payee);
  const items = assigned
    .flatMap(({ plan }) => plans.get(plan)?.components ?? [])
    .filter(({ id }) => id === score.component)
    .flatMap(scoredItemsOf);
  const item = items.find(({ goal }) => goal === score.goal);
  if (!item) {
    if (!data.people.has(score.payee)) return;
    findings.reportAt(
      'scores/unknown-goal',
      score.place,
      `\`${score.payee}\` has no goal \`${score.goal}\` in a component \`${score.component}\``,
      items.length > 0
        ? `write one of: ${items.map(({ goal }) => goal).join(', ')}`
        : 'correct the component or the goal, or remove the row',
    );
    return;
  }
  const problem = offScale(score, item.scale);
  if (problem) {
    findings.reportAt(
      'scores/off-scale',
      score.place,
      `the score ${percentText(score.score)} is not on the scale of \`${score.goal}\``,
      problem,
    );
  }
}

function offScale(score: Score, scale: ScoreScale): string | undefined {
  if ('levels' in scale) {
    const found = scale.levels.some((level) => compareExact(level, score.score) === 0);
    return found ? undefined : `give one of: ${scale.levels.map(percentText).join(', ')}`;
  }
  const within = score.score.gte(ZERO) && compareExact(score.score, scale.upTo) <= 0;
  return within ? undefined : `give a score from 0% to ${percentText(scale.upTo)}`;
}

function rejectTwice<Row extends { readonly place: Assignment['place'] }>(
  rows: readonly Row[],
  keyOf: (row: Row) => readonly string[],
  findings: TableFindings,
): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const parts = keyOf(row);
    const key = JSON.stringify(parts);
    if (seen.has(key)) {
      findings.reportAt(
        'data/duplicate-row',
        row.place,
        `there are two rows for ${parts.filter((part) => part !== '').join(', ')}`,
        'keep the row that holds',
      );
    }
    seen.add(key);
  }
}
