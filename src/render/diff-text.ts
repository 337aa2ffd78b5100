// A diff of two plans in words: each change with what it does to pay, then pay at 0 to 200 % before
// and after. In: the diff, and the letter of the newer plan, whose words say the fields.
// Out: text for a terminal.

import type { ChangeEffect, Letter, PlanDiff, PricedChange } from '../core/index.ts';
import { formatter } from './format.ts';
import { changesView } from './letter/changes-view.ts';
import { letterDesk } from './letter/letter-desk.ts';

export function diffText(diff: PlanDiff, letter: Letter): string {
  const format = formatter(letter.locale, diff.after.currency);
  const { before, after, changes, pay } = diff;
  if (changes.length === 0) return `${before.file} and ${after.file} say the same.\n`;
  const said = changes.flatMap((each) => changeLines(each, letter));
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

/** The fields of a change, and its effect once below them. */
function changeLines({ change, effect }: PricedChange, letter: Letter): readonly string[] {
  const rows = changeRows(change, letter);
  const said = isWhole(change)
    ? [wholeLine(change, rows[0]?.[0] ?? change.path.join(' › '))]
    : rows.map(([field, before, after]) => `- ${field}: ${after} instead of ${before}`);
  return [...said, ...(effect && effect !== 'none' ? [`    ${effectText(effect, letter)}`] : [])];
}

/** Whether an entry came or went with all its fields. */
function isWhole({ before, after }: PricedChange['change']): boolean {
  const node = after ?? before;
  return (before === undefined || after === undefined) && typeof node !== 'string';
}

function wholeLine({ before }: PricedChange['change'], field: string): string {
  const names = field.split(' › ');
  const entry = names.length > 1 ? names.slice(0, -1).join(' › ') : field;
  return before === undefined ? `- new: ${entry}` : `- gone: ${entry}`;
}

function changeRows(
  change: PricedChange['change'],
  letter: Letter,
): readonly (readonly string[])[] {
  if (!letter.changes) return [];
  const one = { ...letter, changes: { ...letter.changes, changes: [change] } };
  const table = changesView(one, letterDesk(letter, letter.locale))?.table;
  return (table?.rows ?? []).map((row) => [row.header, ...row.cells].map(({ text }) => text));
}

function effectText(effect: ChangeEffect, letter: Letter): string {
  const format = formatter(letter.locale, letter.plan.currency);
  const more = effect.adds.gt('0') ? 'more' : 'less';
  const gates = effect.areGatesMet ? '' : ', gates not met,';
  const at = format.percent(effect.attainment);
  return `at ${at}${gates} the plan pays ${format.money(effect.adds.abs())} ${more}`;
}
