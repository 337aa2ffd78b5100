// A diff of two plans in words: each change with what it does to pay, then pay at 0 to 200 % before
// and after. In: the diff, and the reader's locale. Out: text for a terminal.

import type { PlanDiff } from '../core/index.ts';
import { type ChangeWords, changeWords } from './change-words.ts';
import { letterDesk } from './letter/letter-desk.ts';

export function diffText(diff: PlanDiff, locale: string): string {
  const { before, after, changes, pay } = diff;
  const desk = letterDesk({ plan: after }, locale);
  const { format } = desk;
  if (changes.length === 0) return `${before.file} and ${after.file} say the same.\n`;
  const said = changes.flatMap((each) => changeLines(changeWords(each, desk)));
  const figures = `${format.money(diff.targetIncentive)} of target incentive`;
  const rows = pay.map((each) =>
    [
      format.percent(each.attainment),
      format.money(each.before),
      format.money(each.after),
      format.money(each.after.minus(each.before)),
    ].map((text) => text.padStart(14)),
  );
  const head = ['every result', 'before', 'after', 'difference'].map((text) => text.padStart(14));
  return [
    `${before.title} (${before.version}) to ${after.title} (${after.version})`,
    '',
    ...said,
    '',
    `A year with ${figures}, gates met:`,
    ...[head, ...rows].map((row) => row.join('')),
    '',
  ].join('\n');
}

function changeLines({ said, effect }: ChangeWords): readonly string[] {
  return [...said.map((each) => `- ${each}`), ...(effect ? [`    ${effect}`] : [])];
}
