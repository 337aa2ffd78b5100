// Checks that every score is for a goal of a plan of those it is for, and on that goal's scale; and
// that a goal has one score for each payee: their own, or one that several have in common.
// In: the scores, the plans, the plans of each payee. Out: findings at the rows.

import type { ScoreScale } from '../components/component-kind.ts';
import { type Component, scoredItemsOf } from '../components/kinds.ts';
import { percentText } from '../document/leaves.ts';
import { nearestWord } from '../document/nearest-word.ts';
import { compareExact, ZERO } from '../exact-number.ts';
import type { Plans } from '../plan/plans.ts';
import type { Score } from './period-data.ts';
import type { PayeePlans } from './plans-by-payee.ts';
import { plansOfScore } from './score-scope.ts';
import type { TableFindings } from './table-findings.ts';

export function checkScores(
  scores: readonly Score[],
  plans: Plans,
  payeePlans: PayeePlans,
  findings: TableFindings,
): void {
  for (const score of scores) {
    if (score.plan !== undefined) checkPlan(score, score.plan, plans, findings);
    const asked = plansOfScore(score, plans, payeePlans);
    if (!asked) continue;
    const components = asked.flatMap((plan) => plan.components);
    checkScore(score, components, findings);
  }
  checkCommon(scores, payeePlans, findings);
}

/** A plan is named where a score is for all of its payees. */
function checkPlan(score: Score, plan: string, plans: Plans, findings: TableFindings): void {
  const place = score.placeOf('plan');
  if (score.payee !== undefined) {
    const what = `the score names the payee \`${score.payee}\` and the plan \`${plan}\``;
    const remedy = 'leave the payee blank for all payees of the plan, or the plan for the payee';
    findings.reportAt('scores/own-and-common', place, what, remedy);
    return;
  }
  if (plans.has(plan)) return;
  reportUnknown(score, 'plan', `there is no plan \`${plan}\``, [...plans.keys()], findings);
}

function checkScore(score: Score, components: readonly Component[], findings: TableFindings): void {
  const scored = components.filter((each) => scoredItemsOf(each).length > 0);
  const asking = scored.filter(({ id }) => id === score.component);
  if (asking.length === 0) {
    const ids = scored.map(({ id }) => id);
    const what = `${unscored(score)} in a component \`${score.component}\``;
    reportUnknown(score, 'component', what, ids, findings);
    return;
  }
  const items = asking.flatMap(scoredItemsOf);
  const asked = items.filter(({ goal }) => goal === score.goal);
  if (asked.length === 0) {
    const goals = items.map(({ goal }) => goal);
    const what = `\`${score.component}\` has no goal \`${score.goal}\``;
    reportUnknown(score, 'goal', what, goals, findings);
    return;
  }
  const [remedy] = asked.flatMap(({ scale }) => offScale(score, scale) ?? []);
  if (remedy === undefined) return;
  const what = `the score ${percentText(score.score)} is not on the scale of \`${score.goal}\``;
  findings.reportAt('scores/off-scale', score.placeOf('score'), what, remedy);
}

function unscored({ payee, plan }: Score): string {
  if (payee !== undefined) return `\`${payee}\` is not scored`;
  return plan === undefined ? 'nobody is scored' : `nobody on plan \`${plan}\` is scored`;
}

function reportUnknown(
  score: Score,
  field: 'plan' | 'component' | 'goal',
  what: string,
  known: readonly string[],
  findings: TableFindings,
): void {
  const names = [...new Set(known)];
  const near = nearestWord(score[field] ?? '', names);
  const listed = names.length > 0 ? `write one of: ${names.join(', ')}` : 'remove the row';
  const remedy = near ? `write \`${near}\`` : listed;
  findings.reportAt('scores/unknown-goal', score.placeOf(field), what, remedy);
}

/** What to give instead of a score that the scale does not know. */
function offScale(score: Score, scale: ScoreScale): string | undefined {
  if ('levels' in scale) {
    const found = scale.levels.some((level) => compareExact(level, score.score) === 0);
    return found ? undefined : `give one of: ${scale.levels.map(percentText).join(', ')}`;
  }
  const within = score.score.gte(ZERO) && compareExact(score.score, scale.upTo) <= 0;
  return within ? undefined : `give a score from 0% to ${percentText(scale.upTo)}`;
}

/** Reported at the narrower of two scores that are for the same payee. */
function checkCommon(
  scores: readonly Score[],
  payeePlans: PayeePlans,
  findings: TableFindings,
): void {
  const key = ({ period, component, goal }: Score): string =>
    JSON.stringify([period, component, goal]);
  for (const alike of Map.groupBy(scores, key).values()) {
    const common = alike.filter(({ payee }) => payee === undefined);
    for (const score of alike) {
      const wider = common.find((each) => isWithin(score, each, payeePlans));
      if (wider) reportTwice(score, wider, findings);
    }
  }
}

/** Whether a common score holds for those whom another one, narrower, is for. */
function isWithin({ payee, plan }: Score, { plan: all }: Score, payeePlans: PayeePlans): boolean {
  if (payee === undefined) return plan !== undefined && all === undefined;
  return all === undefined || (payeePlans.get(payee) ?? []).some(({ id }) => id === all);
}

function reportTwice(score: Score, wider: Score, findings: TableFindings): void {
  const { payee, plan, component, goal, placeOf } = score;
  const whose = payee === undefined ? `the payees of \`${plan}\` have` : `\`${payee}\` has`;
  const common = wider.plan === undefined ? 'everybody' : `plan \`${wider.plan}\``;
  const what =
    `${whose} a score for \`${component}/${goal}\`, ` +
    `and one for ${common} stands on line ${wider.place.line}`;
  const field = payee === undefined ? 'plan' : 'payee';
  const remedy = 'keep one of the two rows';
  findings.reportAt('scores/own-and-common', placeOf(field), what, remedy);
}
