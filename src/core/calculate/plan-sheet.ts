// The sheet that a plan is compiled onto: the worksheet builder with the plan, its time and its
// measures at hand. In: a plan and a timeframe. Out: cells that know their clause.

import type { QuotaField } from '../components/component-kind.ts';
import type { Component } from '../components/kinds.ts';
import type { Figure } from '../document/leaves.ts';
import type { Exact } from '../exact-number.ts';
import { addsUp } from '../measures/measure.ts';
import { type IsSupposed, MeasureCells, windowWords } from '../measures/measure-cells.ts';
import type { Window } from '../plan/document.ts';
import type { Plan } from '../plan/plan.ts';
import { moneyRounding } from '../rounding.ts';
import type { DocumentPath } from '../source.ts';
import {
  add,
  constant,
  type Formula,
  multiply,
  round,
  type Unit,
} from '../worksheet/operations.ts';
import type { InputSource, WorksheetBuilder } from '../worksheet/worksheet.ts';
import { isRamped, type Ramped } from './ramp.ts';
import { partsIn, type Timeframe } from './timeframe.ts';

export interface NamedCell {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly path: DocumentPath;
}

/** A quota as a plan states it, for a measure over a window. */
interface AskedQuota {
  readonly field: QuotaField;
  readonly measureId: string;
  readonly window: Window;
}

const PARTS = {
  quota: { label: 'Part of the annual quota', unit: 'ratio', path: ['periodWeights', 'quota'] },
  targetIncentive: {
    label: 'Part of the annual target incentive',
    unit: 'ratio',
    path: ['periodWeights', 'targetIncentive'],
  },
  periods: { label: 'Payout periods', unit: 'number', path: ['payoutPeriod'] },
  targetOfYear: {
    label: 'Part of the annual target incentive on the plan',
    unit: 'ratio',
    path: ['effective'],
  },
  year: { label: 'Part of the year on the plan', unit: 'ratio', path: ['effective'] },
} as const;

/** Which side of a ramp a figure is on: quotas for a period as well as those of the year. */
const RAMPED = {
  quota: 'quota',
  periods: 'quota',
  targetIncentive: 'targetIncentive',
  targetOfYear: 'targetIncentive',
} as const;

export interface SheetOptions {
  /** Whether some deals are paid by other parts than they are credited: they need cells. */
  readonly isPaidApart?: boolean;
  readonly isSupposed?: IsSupposed;
}

export class PlanSheet {
  readonly plan: Plan;
  readonly timeframe: Timeframe;
  readonly builder: WorksheetBuilder;
  readonly measures: MeasureCells;
  /** Whether some deals are paid by other parts than they are credited. */
  readonly isPaidApart: boolean;

  constructor(
    plan: Plan,
    timeframe: Timeframe,
    builder: WorksheetBuilder,
    { isPaidApart = false, isSupposed }: SheetOptions = {},
  ) {
    this.isPaidApart = isPaidApart;
    this.plan = plan;
    this.timeframe = timeframe;
    this.builder = builder;
    this.measures = new MeasureCells(builder, plan, timeframe, isSupposed);
  }

  cell({ path, ...named }: NamedCell, formula: Formula): Formula {
    return this.builder.cell({ ...named, clause: this.plan.placeOf(path), formula });
  }

  input({ path, ...named }: NamedCell, source: InputSource): Formula {
    return this.builder.input({ ...named, clause: this.plan.placeOf(path) }, source);
  }

  /** Money in whole minor units, as the plan rounds it. */
  rounded(of: Formula, currency = this.plan.currency): Formula {
    return round(of, moneyRounding({ ...this.plan, currency }));
  }

  /** The target incentive of a window: the annual figure times the window's part of the year. */
  targetIncentive(window: Window): Formula {
    const id = `plan.targetIncentive.${window}`;
    const found = this.builder.found(id);
    if (found) return found;
    const path = ['periodWeights', 'targetIncentive'];
    const whole = this.#annualTarget('targetIncentive', window);
    const label = `Target incentive, ${windowWords[window]}`;
    return this.cell({ id, label, unit: 'money', path }, whole);
  }

  /** The target incentive of the whole year on the plan, the time to come included. */
  targetOfYear(): Formula {
    const id = 'plan.targetIncentive.ofYear';
    const found = this.builder.found(id);
    if (found) return found;
    const path = ['periodWeights', 'targetIncentive'];
    const label = 'Target incentive of the year on the plan';
    const whole = this.#annualTarget('targetOfYear', 'year');
    return this.cell({ id, label, unit: 'money', path }, whole);
  }

  #annualTarget(of: 'targetIncentive' | 'targetOfYear', window: Window): Formula {
    const path = ['periodWeights', 'targetIncentive'];
    const annual = { id: 'plan.targetIncentive.annual', label: 'Target incentive of the year' };
    return this.#spread(of, window, (part) =>
      this.#partInput({ ...annual, unit: 'money', path }, { from: 'targetIncentive' }, part),
    );
  }

  /** What a balance of the settlement stood at when the last period closed. */
  balanceBefore(balance: string, label: string, path: DocumentPath): Formula {
    const id = `${balance}.balanceBefore`;
    return this.input({ id, label, unit: 'money', path }, { from: 'balance', balance });
  }

  /** Whether the payee leaves the plan with this period, and nothing follows. */
  leaves(): Formula {
    const id = 'plan.leaves';
    const label = 'Leaves with this period';
    return (
      this.builder.found(id) ??
      this.input({ id, label, unit: 'flag', path: ['effective'] }, { from: 'leaves' })
    );
  }

  /** Whether the period is the payee's last of the year on the plan. */
  ends(): Formula {
    const id = 'plan.ends';
    const label = 'Last period of the year on the plan';
    return (
      this.builder.found(id) ??
      this.input({ id, label, unit: 'flag', path: ['effective'] }, { from: 'ends' })
    );
  }

  /** All that earlier periods of the year paid. */
  paidThisYear(): Formula {
    const id = 'plan.paidEarlier';
    const label = 'Paid in earlier periods of the year';
    return (
      this.builder.found(id) ??
      this.input({ id, label, unit: 'money', path: ['components'] }, { from: 'paidThisYear' })
    );
  }

  /** What of the year, or how many periods, the payee's assignment covers in a window. */
  part(of: keyof typeof PARTS, window: Window, part?: number): Formula {
    const { label, unit, path } = PARTS[of];
    const cell = { id: `plan.part.${of}.${window}`, label: `${label}, ${windowWords[window]}` };
    return this.#partInput({ ...cell, unit, path }, { from: 'part', of, window }, part);
  }

  /** Money stated for a whole period, or a whole year to date: of a part of it, its part. */
  limit(limit: Exact, window: Window): Formula {
    const whole = constant(limit, 'money');
    if (window !== 'period') return multiply(whole, this.part('year', window));
    return this.plan.proration ? multiply(whole, this.part('periods', window)) : whole;
  }

  /** A figure of the whole year, or of one period, times what each part covers of a window. */
  #spread(of: keyof typeof RAMPED, window: Window, whole: (part?: number) => Formula): Formula {
    const parts = of === 'targetOfYear' ? this.#allParts() : this.#partsIn(window);
    const [first, ...others] = parts.map((part) =>
      multiply(whole(part), this.part(of, window, part), ...this.#ramp(RAMPED[of], part)),
    );
    if (!first) throw new Error(`no part of the segment lies in the ${window}`);
    return others.length === 0 ? first : add(first, ...others);
  }

  /** What a ramp leaves of a figure; nothing to multiply by where the plan has none. */
  #ramp(of: keyof Ramped, part: number | undefined): readonly Formula[] {
    if (!isRamped(this.plan, of)) return [];
    const label = of === 'quota' ? 'Ramp of the quota' : 'Ramp of the target incentive';
    const cell = { id: `plan.ramp.${of}`, label, unit: 'ratio', path: ['ramp'] } as const;
    return [this.#partInput(cell, { from: 'ramp', of }, part)];
  }

  /** A payee's number, of one part where there are several; each is added once. */
  #partInput(
    named: NamedCell,
    source: Extract<InputSource, { readonly part?: number }>,
    part: number | undefined,
  ): Formula {
    if (part === undefined) return this.builder.found(named.id) ?? this.input(named, source);
    const id = `${named.id}.part-${part + 1}`;
    const label = `${named.label}, part ${part + 1}`;
    return this.builder.found(id) ?? this.input({ ...named, id, label }, { ...source, part });
  }

  /** A quota for the component's window: annual figures are split, levels hold as they are. */
  quota(
    component: Component,
    { field, measureId, window }: AskedQuota,
    named: (unit: Unit) => NamedCell,
  ): Formula {
    const measure = this.plan.measures.get(measureId);
    if (!measure) throw new Error(`no measure ${measureId}`);
    const cell = named(measure.unit);
    const stated =
      ({ number }: Figure) =>
      (): Formula =>
        constant(number, measure.unit);
    const id = `${component.id}.quota.assigned`;
    const label = `Assigned quota of ${component.title}`;
    const assigned = (part?: number): Formula =>
      this.#partInput({ ...cell, id, label }, { from: 'quota', component: component.id }, part);
    if (field !== 'assigned' && 'level' in field) return this.cell(cell, stated(field.level)());
    if (field !== 'assigned' && 'perPeriod' in field) {
      return this.cell(cell, this.#spread('periods', window, stated(field.perPeriod)));
    }
    const annual = field === 'assigned' ? assigned : stated(field.annual);
    // A level does not change within a segment: levels cannot be added up.
    if (!addsUp(measure)) return this.cell(cell, annual(this.#partsIn(window).at(-1)));
    return this.cell(cell, this.#spread('quota', window, annual));
  }

  /** All parts of the year, those to come included. */
  #allParts(): readonly (number | undefined)[] {
    const { parts } = this.timeframe;
    return parts.length > 1 ? [...parts.keys()] : [undefined];
  }

  /** Parts that a window reaches into; no part has a number where there is only one. */
  #partsIn(window: Window): readonly (number | undefined)[] {
    const { timeframe } = this;
    return timeframe.parts.length > 1 ? partsIn(timeframe, window) : [undefined];
  }
}
