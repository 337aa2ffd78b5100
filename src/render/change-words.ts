// A change between two plans in words: what stands there now instead of what, and what this change
// alone does to pay. In: the change, priced, and how the plan's fields are said. Out: phrases.

import type { ChangeEffect, PricedChange } from '../core/index.ts';
import { changeRows } from './letter/changes-view.ts';
import type { LetterDesk } from './letter/letter-desk.ts';

export interface ChangeWords {
  /** A phrase for each field; one for an entry that came or went with all its fields. */
  readonly said: readonly string[];
  /** `at 130% the plan pays 4,500.00 less` */
  readonly effect: string | undefined;
}

export function changeWords({ change, effect }: PricedChange, desk: LetterDesk): ChangeWords {
  const rows = changeRows(change, desk);
  const said = isWhole(change)
    ? [wholeWords(change, rows[0]?.[0] ?? change.path.join(' › '))]
    : rows.map(([field, before, after]) => `${field}: ${after} instead of ${before}`);
  return { said, effect: effectWords(effect, desk) };
}

/** Whether an entry came or went with all its fields. */
function isWhole({ before, after }: PricedChange['change']): boolean {
  const node = after ?? before;
  return (before === undefined || after === undefined) && typeof node !== 'string';
}

function wholeWords({ before }: PricedChange['change'], field: string): string {
  const names = field.split(' › ');
  const entry = names.length > 1 ? names.slice(0, -1).join(' › ') : field;
  return before === undefined ? `new: ${entry}` : `gone: ${entry}`;
}

function effectWords(
  effect: ChangeEffect | 'none' | undefined,
  { format }: LetterDesk,
): string | undefined {
  if (effect === undefined) return 'it cannot stand without the other changes';
  if (effect === 'none') return undefined;
  const more = effect.adds.gt('0') ? 'more' : 'less';
  const gates = effect.areGatesMet ? '' : ', gates not met,';
  const at = format.percent(effect.attainment);
  return `at ${at}${gates} the plan pays ${format.money(effect.adds.abs())} ${more}`;
}
