// Checks the balances that an assignment states from before the year: the plan carries them on, and
// they can be paid as they stand. In: an assignment and its plan. Out: findings at the cells.

import { type FiscalCalendar, periodAround } from '../calendar.ts';
import type { Place } from '../diagnostic.ts';
import type { Plan } from '../plan/plan.ts';
import { balanceNames, keepsBalance } from '../settlement/kept-balances.ts';
import { checkMinorUnits } from './check-minor-units.ts';
import type { Assignment } from './period-data.ts';
import type { TableFindings } from './table-findings.ts';

export function checkBalances(
  { balances, from, placeOf }: Assignment,
  plan: Plan,
  calendar: FiscalCalendar,
  findings: TableFindings,
): void {
  for (const [name, balance] of balances) {
    const place = (): Place => placeOf(`balance.${name}`);
    checkMinorUnits(balance, plan.currency, place, findings);
    if (keepsBalance(plan, name, calendar)) continue;
    const example = periodAround(from - 1, plan.payoutPeriod, calendar).id;
    const columns = balanceNames(plan, example).map((each) => `balance.${each}`);
    const remedy =
      columns.length === 0
        ? 'remove the column, or correct the plan'
        : `name the column ${columns.join(' or ')}`;
    const what = `plan \`${plan.id}\` carries no balance \`${name}\``;
    findings.reportAt('assignment/unknown-balance', place(), what, remedy);
  }
}

/** Balances come into a year with its first row; those of a later one would not be read. */
export function checkFirstOfYear(
  { payee, balances, from, placeOf }: Assignment,
  earlier: readonly Assignment[],
  calendar: FiscalCalendar,
  findings: TableFindings,
): void {
  const year = periodAround(from, 'year', calendar);
  const before = earlier.find((each) => each.from < from && each.to >= year.from);
  if (!before) return;
  for (const [name, balance] of balances) {
    if (balance.isZero) continue;
    const what =
      `\`${payee}\` has a balance in a later row of the fiscal year (its first: line ` +
      `${before.place.line}), where it is not read`;
    const remedy = 'write what it stood at before the year in the first row, and nothing here';
    findings.reportAt('assignment/unknown-balance', placeOf(`balance.${name}`), what, remedy);
  }
}
