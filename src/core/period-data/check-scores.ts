// Checks that every score is for a goal of the payee's plan, and on that goal's scale.
// In: the scores, and the plans of each payee. Out: findings at the rows.

import type { ScoreScale } from '../components/component-kind.ts';
import { type Component, scoredItemsOf } from '../components/kinds.ts';
import { percentText } from '../document/leaves.ts';
import { nearestWord } from '../document/nearest-word.ts';
import { compareExact, ZERO } from '../exact-number.ts';
import type { Score } from './period-data.ts';
import type { PayeePlans } from './plans-by-payee.ts';
import type { TableFindings } from './table-findings.ts';

export function checkScores(
  scores: readonly Score[],
  payeePlans: PayeePlans,
  findings: TableFindings,
): void {
  for (const score of scores) {
    const plans = payeePlans.get(score.payee);
    if (!plans) continue;
    const components = plans.flatMap((plan) => plan.components);
    checkScore(score, components, findings);
  }
}

function checkScore(score: Score, components: readonly Component[], findings: TableFindings): void {
  const scored = components.filter((each) => scoredItemsOf(each).length > 0);
  const asking = scored.filter(({ id }) => id === score.component);
  if (asking.length === 0) {
    const ids = scored.map(({ id }) => id);
    const what = `\`${score.payee}\` is not scored in a component \`${score.component}\``;
    reportUnknown(score, 'component', what, ids, findings);
    return;
  }
  const items = asking.flatMap(scoredItemsOf);
  const item = items.find(({ goal }) => goal === score.goal);
  if (!item) {
    const goals = items.map(({ goal }) => goal);
    const what = `\`${score.component}\` has no goal \`${score.goal}\``;
    reportUnknown(score, 'goal', what, goals, findings);
    return;
  }
  const remedy = offScale(score, item.scale);
  if (remedy === undefined) return;
  const what = `the score ${percentText(score.score)} is not on the scale of \`${score.goal}\``;
  findings.reportAt('scores/off-scale', score.placeOf('score'), what, remedy);
}

function reportUnknown(
  score: Score,
  field: 'component' | 'goal',
  what: string,
  known: readonly string[],
  findings: TableFindings,
): void {
  const names = [...new Set(known)];
  const near = nearestWord(score[field], names);
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
