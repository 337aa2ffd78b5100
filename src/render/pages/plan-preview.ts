// What a plan does, beside its text: curves and a year's pay at 0 to 200 % of whoever was chosen,
// what the whole team costs, the hero pair. In: pictures and a letter of the plan as typed.
// Out: the view.

import type { Letter, PlanPicture } from '../../core/index.ts';
import type { ChartView } from '../chart-view.ts';
import { formatter } from '../format.ts';
import { heroView } from '../letter/examples-view.ts';
import { letterDesk } from '../letter/letter-desk.ts';
import { pictureTables } from '../picture/picture-tables.ts';
import { costPicture, curvePictures, type PictureView } from '../picture/picture-view.ts';
import type { TableView } from '../table-view.ts';
import { planPageWords } from './plan-page-words.ts';
import { teamCost } from './team-cost.ts';

export interface PreviewSources {
  /** Of whoever was chosen, or of round figures. */
  readonly one: PlanPicture;
  /** Of everybody on the plan; absent where nobody is. */
  readonly all: PlanPicture | undefined;
  readonly letter: Letter;
  /** Nobody is assigned to this version yet. */
  readonly areCarriedOn: boolean;
}

export interface PlanPreview {
  readonly note: string | undefined;
  readonly curves: readonly CurvePreview[];
  readonly pay: CostPreview;
  readonly team: CostPreview | undefined;
  readonly hero: TableView | undefined;
  readonly heroNote: string;
}

interface CurvePreview {
  readonly title: string;
  readonly chart: ChartView | undefined;
  readonly table: TableView;
  readonly notes: readonly string[];
}

interface CostPreview {
  readonly title: string;
  readonly table: TableView | undefined;
  readonly notes: readonly string[];
  readonly drawing: PictureView['cost'];
  readonly drawingSize: Pick<PictureView, 'width' | 'height' | 'title' | 'description'>;
}

export function planPreview({ one, all, letter, areCarriedOn }: PreviewSources): PlanPreview {
  const { locale } = one;
  const charts = curvePictures(one, locale);
  const { curves, cost, notes } = pictureTables(one, locale);
  return {
    note: areCarriedOn ? planPageWords.carriedOn : undefined,
    curves: curves.map(({ id, ...each }) => ({ ...each, chart: charts.get(id)?.chart })),
    pay: { title: planPageWords.pay(one.payees[0]?.name), table: cost, notes, ...drawn(one) },
    team: all && teamView(all, notes),
    ...heroView(letter, letterDesk(letter, locale)),
  };
}

function teamView(all: PlanPicture, notes: readonly string[]): CostPreview {
  const { locale, payees, plan } = all;
  const count = formatter(locale, plan.currency).count(payees.length);
  const title = planPageWords.team(payees.length, count);
  return { title, table: teamCost(all, locale), notes, ...drawn(all) };
}

function drawn(picture: PlanPicture): Pick<CostPreview, 'drawing' | 'drawingSize'> {
  const view = costPicture(picture, picture.locale);
  if (!view) {
    return { drawing: undefined, drawingSize: { width: 0, height: 0, title: '', description: '' } };
  }
  // A picture of its own has its heading above the drawing; a page has it outside.
  return { drawing: view.cost, drawingSize: { ...view, height: view.height - view.drawingTop } };
}
