// What is different from the last saved and the last published version: each change in words with
// what it alone does to pay, and a year before and after at several attainments.
// In: diffs, and which version each is against. Out: the view.

import type { ComparedVersion } from '../../app/studio-ports.ts';
import { exact, type PlanDiff } from '../../core/index.ts';
import { type ChangeWords, changeWords } from '../change-words.ts';
import { type LetterDesk, letterDesk } from '../letter/letter-desk.ts';
import { figureColumn, type TableView, tableView, textColumn } from '../table-view.ts';
import { planPageWords } from './plan-page-words.ts';

export interface AgainstVersion {
  readonly version: ComparedVersion;
  readonly diff: PlanDiff;
}

export interface ChangesPreview {
  readonly against: readonly {
    readonly title: string;
    readonly note: string;
    readonly none: string | undefined;
    readonly changes: readonly ChangeWords[];
    readonly pay: TableView | undefined;
  }[];
  readonly note: string | undefined;
}

/** `payee` is the name of whose year the amounts are of; none for round figures. */
export function changesPreview(
  against: readonly AgainstVersion[],
  { locale, payee }: { readonly locale: string; readonly payee: string | undefined },
): ChangesPreview {
  const isAlone = against.every(({ version }) => version.is === 'saved');
  return {
    against: against.map(({ version, diff }) => {
      const desk = letterDesk({ plan: diff.after }, locale);
      return {
        title: planPageWords.title(version),
        note: planPageWords.note(version, desk.format),
        none: diff.changes.length === 0 ? desk.letter.noChange : undefined,
        changes: diff.changes.map((each) => changeWords(each, desk)),
        pay: payTable(diff, desk, payee),
      };
    }),
    note: isAlone ? planPageWords.noOther : undefined,
  };
}

const SHOWN = ['0.5', '0.8', '1', '1.1', '1.3', '1.5', '2'].map((each) => exact(each));

/** None where a year pays the same throughout. */
function payTable(
  { pay, targetIncentive }: PlanDiff,
  desk: LetterDesk,
  payee: string | undefined,
): TableView | undefined {
  if (pay.every(({ before, after }) => before.eq(after))) return undefined;
  const { format } = desk;
  const shown = pay.filter(({ attainment }) => SHOWN.some((each) => each.eq(attainment)));
  const row = (label: string, figure: (at: (typeof pay)[number]) => string) => [
    label,
    ...shown.map(figure),
  ];
  const { labels } = planPageWords;
  return tableView({
    caption: planPageWords.together(payee, format.money(targetIncentive)),
    columns: [
      textColumn(labels.everythingAt),
      ...shown.map(({ attainment }) => figureColumn(format.percent(attainment))),
    ],
    rows: [
      row(labels.before, ({ before }) => format.money(before)),
      row(labels.after, ({ after }) => format.money(after)),
    ],
    total: row(labels.difference, ({ before, after }) => format.money(after.minus(before))),
  });
}
