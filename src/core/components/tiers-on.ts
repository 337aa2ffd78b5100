// Tiers that look at another measure than the money they pay on: the rate by the attainment of the
// year to date, the money of this period; the rate by average deal size, the money all that was
// sold. The whole is paid at the rate reached: slices of one measure are no slices of another.
// In: the measure and its window, a curve of rates, a quota where the tiers start at percentages of
// one. Out: checks, and the cells of the rate. Source: ENGINE.md section 6.

import { z } from 'zod';
import { applyCurve, type Curve, curveYields } from '../curves/kinds.ts';
import { identifier } from '../document/leaves.ts';
import type { Measure } from '../measures/measure.ts';
import { type Window, windowField } from '../plan/document.ts';
import { divide, type Formula, type Unit } from '../worksheet/operations.ts';
import type { CheckContext, ComponentSheet, Earning, QuotaField } from './component-kind.ts';

export const tiersOnField = z.strictObject({ measure: identifier, window: windowField });
type TiersOn = z.output<typeof tiersOnField>;

interface Fields {
  readonly tiersOn?: TiersOn | undefined;
  readonly curve?: Curve | undefined;
  readonly per?: 'total' | 'deal' | undefined;
  readonly window?: Window | undefined;
}

/** The measure that the tiers look at: another one where the plan says so. */
export function lookedAt(
  { tiersOn }: Fields,
  own: Measure,
  context: CheckContext,
): Measure | undefined {
  return tiersOn ? context.measure(['tiersOn', 'measure'], tiersOn.measure) : own;
}

export function checkTiersOn(fields: Fields, context: CheckContext): void {
  const { tiersOn, curve, per, window } = fields;
  if (!tiersOn) return;
  if (curve && curveYields(curve) !== 'factor') {
    context.report(
      'commission/needs-rates',
      ['curve', 'shape'],
      `the tiers look at \`${tiersOn.measure}\`, and a \`${curve.shape}\` curve pays on what it ` +
        'looks at',
      'write `shape: stepped` with steps such as `{ from: 100%, pays: 8% }`, or remove `tiersOn`',
    );
  }
  if (per === 'deal') {
    context.report(
      'commission/per-deal',
      ['per'],
      'the tiers look at another measure, and every deal is paid at the one rate it gives',
      'remove `per: deal`, or `tiersOn`',
    );
  }
  if (tiersOn.window !== 'year' || window === undefined || window === 'year') return;
  context.report(
    'commission/tiers-window',
    ['tiersOn', 'window'],
    'the tiers look at the whole year, which is not known when the component is paid',
    'write `year-to-date`, or give the component `window: year`',
  );
}

interface Rated {
  readonly rate: Formula;
  readonly figures: Pick<Earning, 'attainment' | 'curveOn'>;
}

/** The rate that the other measure reaches. */
export function reachedRate(
  { title, tiersOn, curve, quota }: RatedComponent,
  sheet: ComponentSheet,
  runsOnQuota: (unit: Unit) => boolean,
): Rated {
  const { measure, window } = tiersOn;
  const { formula, unit } = sheet.measure(measure, window);
  const path = ['tiersOn'];
  const label = `What the tiers of ${title} look at`;
  const figure = sheet.cell({ step: 'tiersOn', label, unit, path }, formula);
  const isAttained = quota !== undefined && runsOnQuota(unit);
  const attainment = isAttained
    ? sheet.cell(
        { step: 'attainment', label: `Attainment of ${title}`, unit: 'ratio', path: ['quota'] },
        divide(figure, sheet.quota(quota, measure, window)),
      )
    : undefined;
  const on = attainment ?? figure;
  const onUnit = attainment ? 'ratio' : unit;
  const rate = sheet.cell(
    { step: 'rate', label: `Rate of ${title}`, unit: 'ratio', path: ['curve'] },
    applyCurve(curve, { on, unit: onUnit, read: sheet.measure }),
  );
  const curveOn = { formula: on, unit: onUnit };
  return { rate, figures: { curveOn, ...(attainment && { attainment }) } };
}

interface RatedComponent {
  readonly title: string;
  readonly tiersOn: TiersOn;
  readonly curve: Curve;
  readonly quota?: QuotaField | undefined;
}
