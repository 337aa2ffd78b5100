// Worked examples as tables: a year at four attainments, and the hero pair. In: the letter. Out:
// tables; a letter without any component that can be worked has none.

import type { Exact, Letter, WorkedComponent, WorkedYear } from '../../core/index.ts';
import { figureColumn, type TableView, tableView, textColumn } from '../table-view.ts';
import type { LetterDesk } from './letter-desk.ts';

export function examplesTable(letter: Letter, desk: LetterDesk): TableView | undefined {
  const { years, earnings } = letter;
  const { format, letter: words } = desk;
  const { labels } = words;
  const [first] = years;
  if (!first || first.components.length === 0) return undefined;
  const { baseSalary, targetIncentive } = earnings;
  const isCut = years.some(({ due, paid }) => !due.eq(paid));
  const row = (label: string, cell: (year: WorkedYear) => string) => [label, ...years.map(cell)];
  return tableView({
    caption: labels.examples,
    columns: [
      textColumn(labels.component),
      ...years.map(({ attainment }) => figureColumn(format.percent(attainment))),
    ],
    rows: [
      ...componentRows(letter, years, desk),
      ...(isCut ? [row(labels.planCap, ({ due, paid }) => format.money(paid.minus(due)))] : []),
      row(labels.variablePay, ({ paid }) => format.money(paid)),
      ...(targetIncentive.gt('0')
        ? [row(labels.ofTarget, ({ paid }) => format.percent(paid.div(targetIncentive)))]
        : []),
    ],
    ...(baseSalary && {
      total: row(labels.withBase, ({ paid }) => format.money(paid.plus(baseSalary))),
    }),
  });
}

export function heroView(
  letter: Letter,
  desk: LetterDesk,
): { readonly hero: TableView | undefined; readonly heroNote: string } {
  const { hero } = letter;
  if (!hero) return { hero: undefined, heroNote: '' };
  const { format, letter: words } = desk;
  const { met, missed } = hero;
  const cost = format.money(met.paid.minus(missed.paid));
  return {
    hero: heroTable(letter, desk),
    heroNote: words.heroNote(format.percent(met.attainment), cost),
  };
}

function heroTable(letter: Letter, desk: LetterDesk): TableView | undefined {
  const { hero } = letter;
  if (!hero) return undefined;
  const { format, letter: words } = desk;
  const { labels } = words;
  const { met, missed } = hero;
  const components = met.components.filter(
    (each) => !payoutOf(missed, each.id)?.payout.eq(each.payout),
  );
  const titles = titlesOf(letter);
  return tableView({
    caption: labels.hero,
    columns: [
      textColumn(labels.component),
      ...[labels.gatesMet, labels.gatesNotMet, labels.difference].map(figureColumn),
    ],
    rows: components.map(({ id, payout }) => {
      const without = payoutOf(missed, id)?.payout ?? payout;
      const figures = [payout, without, without.minus(payout)].map((each) => format.money(each));
      return [titles.get(id) ?? id, ...figures];
    }),
    total: [
      labels.variablePay,
      ...[met.paid, missed.paid, missed.paid.minus(met.paid)].map((each) => format.money(each)),
    ],
  });
}

function componentRows(
  letter: Letter,
  years: readonly WorkedYear[],
  desk: LetterDesk,
): readonly (readonly string[])[] {
  const titles = titlesOf(letter);
  const ids = years[0]?.components.map(({ id }) => id) ?? [];
  return ids.flatMap((id) => {
    const title = titles.get(id) ?? id;
    const worked = years.map((year) => payoutOf(year, id));
    const paid = worked.map((each) => (each ? desk.format.money(each.payout) : ''));
    const stood = worked.map((each) =>
      each ? desk.format.quantity(each.at, { digits: 'short' }) : '',
    );
    const isColumns = years.every(({ attainment }, index) => isAt(worked[index], attainment));
    return [[title, ...paid], ...(isColumns ? [] : [[desk.letter.standsAt(title), ...stood]])];
  });
}

/** What it stands at is said where it is not the attainment of the column. */
function isAt(worked: WorkedComponent | undefined, attainment: Exact): boolean {
  return worked === undefined || (worked.at.unit === 'ratio' && worked.at.number.eq(attainment));
}

function payoutOf({ components }: WorkedYear, id: string): WorkedComponent | undefined {
  return components.find((each) => each.id === id);
}

function titlesOf({ plan }: Letter): ReadonlyMap<string, string> {
  return new Map(plan.components.map(({ id, title }) => [id, title]));
}
