// What a plan does, beside its text: curves, pay and cost by attainment, the hero pair, changes
// since other versions. In: pictures and letters of the plan as typed. Out: the view.

import type { Letter, PlanPicture } from '../../core/index.ts';
import type { ChartView } from '../chart-view.ts';
import { type ChangesView, changesView } from '../letter/changes-view.ts';
import { heroView } from '../letter/examples-view.ts';
import { type LetterDesk, letterDesk } from '../letter/letter-desk.ts';
import { type PictureTables, pictureTables } from '../picture/picture-tables.ts';
import { costPicture, curvePictures, type PictureView } from '../picture/picture-view.ts';
import type { TableView } from '../table-view.ts';
import { studioWords } from './studio-words.ts';

export interface PreviewSources {
  /** Of everybody on the plan. */
  readonly all: PlanPicture;
  /** Of one of them, where there are several. */
  readonly one: PlanPicture | undefined;
  readonly letter: Letter;
  /** Letters against other versions, by what those are, and the letters of those. */
  readonly against: readonly {
    readonly title: string;
    readonly letter: Letter;
    readonly before: Letter;
  }[];
}

export interface PlanPreview {
  readonly curves: readonly CurvePreview[];
  readonly costs: readonly PictureTables[];
  readonly drawing: PictureView['cost'];
  readonly drawingSize: Pick<PictureView, 'width' | 'height' | 'title' | 'description'>;
  readonly hero: TableView | undefined;
  readonly heroNote: string;
  readonly changes: readonly ChangePreview[];
}

interface ChangePreview extends ChangesView {
  readonly title: string;
  /** What years pay more or less for it. */
  readonly effects: readonly string[];
}

interface CurvePreview {
  readonly title: string;
  readonly chart: ChartView | undefined;
  readonly table: TableView;
  readonly notes: readonly string[];
}

export function planPreview({ all, one, letter, against }: PreviewSources): PlanPreview {
  const { locale } = all;
  const desk = letterDesk(letter, locale);
  const charts = curvePictures(all, locale);
  const drawn = costPicture(all, locale);
  const tables = [one, all].flatMap((each) => (each ? [pictureTables(each, locale)] : []));
  return {
    curves: (tables.at(-1)?.curves ?? []).map(({ id, title, table, notes }) => ({
      ...{ title, table, notes },
      chart: charts.get(id)?.chart,
    })),
    costs: tables,
    drawing: drawn?.cost,
    drawingSize: drawn ?? { width: 0, height: 0, title: '', description: '' },
    ...heroView(letter, desk),
    changes: against.flatMap((each) => {
      const view = changesView(each.letter, letterDesk(each.letter, locale));
      const effects = effectsOf(each.letter, each.before, desk);
      return view ? [{ ...view, title: each.title, effects }] : [];
    }),
  };
}

/** At each attainment of the letters' worked years: a change that nobody is paid by says so. */
function effectsOf(after: Letter, before: Letter, { format }: LetterDesk): readonly string[] {
  const differences = after.years.flatMap(({ attainment, paid }) => {
    const then = before.years.find((each) => each.attainment.eq(attainment));
    return then && !then.paid.eq(paid) ? [{ attainment, more: paid.minus(then.paid) }] : [];
  });
  return differences.map(({ attainment, more }) =>
    studioWords.paysOtherwise(format.percent(attainment), format.money(more.abs()), more.gt('0')),
  );
}
