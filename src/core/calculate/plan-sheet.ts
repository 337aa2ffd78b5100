// The sheet that a plan is compiled onto: the worksheet builder with the plan, its time and its
// measures at hand. In: a plan and a timeframe. Out: cells that know their clause.

import type { ComponentSheet, QuotaField, Step } from '../components/component-kind.ts';
import type { Component } from '../components/kinds.ts';
import type { Figure } from '../document/leaves.ts';
import { addsUp } from '../measures/measure.ts';
import { MeasureCells, windowWords } from '../measures/measure-cells.ts';
import type { Window } from '../plan/document.ts';
import { type Plan, rulesKey } from '../plan/plan.ts';
import { ruleColumns, ruledColumn } from '../rules/rule-columns.ts';
import type { DocumentPath } from '../source.ts';
import { constant, type Formula, multiply, type Unit } from '../worksheet/operations.ts';
import { type InputSource, WorksheetBuilder } from '../worksheet/worksheet.ts';
import type { Timeframe } from './timeframe.ts';

/** The column of each deal's part of a cell that sums deals. */
export function perDealColumn(cell: string): string {
  return `${cell}.perDeal`;
}

interface NamedCell {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  readonly path: DocumentPath;
}

const PARTS = {
  quota: { label: 'Part of the annual quota', unit: 'ratio', path: ['periodWeights', 'quota'] },
  targetIncentive: {
    label: 'Part of the annual target incentive',
    unit: 'ratio',
    path: ['periodWeights', 'targetIncentive'],
  },
  periods: { label: 'Payout periods', unit: 'number', path: ['payoutPeriod'] },
} as const;

export class PlanSheet {
  readonly plan: Plan;
  readonly timeframe: Timeframe;
  readonly builder = new WorksheetBuilder();
  readonly measures: MeasureCells;

  constructor(plan: Plan, timeframe: Timeframe) {
    this.plan = plan;
    this.timeframe = timeframe;
    this.measures = new MeasureCells(this.builder, plan, timeframe);
  }

  cell({ path, ...named }: NamedCell, formula: Formula): Formula {
    return this.builder.cell({ ...named, clause: this.plan.placeOf(path), formula });
  }

  input({ path, ...named }: NamedCell, source: InputSource): Formula {
    return this.builder.input({ ...named, clause: this.plan.placeOf(path) }, source);
  }

  /** The target incentive of a window: the annual figure times the window's part of the year. */
  targetIncentive(window: Window): Formula {
    const id = `plan.targetIncentive.${window}`;
    if (this.builder.hasCell(id)) return { op: 'cell', id };
    const annual = 'plan.targetIncentive.annual';
    const path = ['periodWeights', 'targetIncentive'];
    const whole: Formula = this.builder.hasCell(annual)
      ? { op: 'cell', id: annual }
      : this.input(
          { id: annual, label: 'Target incentive of the year', unit: 'money', path },
          { from: 'targetIncentive' },
        );
    const label = `Target incentive, ${windowWords[window]}`;
    return this.cell(
      { id, label, unit: 'money', path },
      multiply(whole, this.part('targetIncentive', window)),
    );
  }

  /** What a balance of the settlement stood at when the last period closed. */
  balanceBefore(balance: string, label: string, path: DocumentPath): Formula {
    const id = `${balance}.balanceBefore`;
    return this.input({ id, label, unit: 'money', path }, { from: 'balance', balance });
  }

  /** All that earlier periods of the year paid. */
  paidThisYear(): Formula {
    const id = 'plan.paidEarlier';
    if (this.builder.hasCell(id)) return { op: 'cell', id };
    const label = 'Paid in earlier periods of the year';
    return this.input({ id, label, unit: 'money', path: ['components'] }, { from: 'paidThisYear' });
  }

  /** What a component kind may use while it adds its cells. */
  forComponent(component: Component, index: number): ComponentSheet {
    const named = ({ step, path, ...rest }: Step): NamedCell => ({
      ...rest,
      id: `${component.id}.${step}`,
      path: ['components', index, ...path],
    });
    return {
      cell: (step, formula) => this.cell(named(step), formula),
      input: (step, source) => this.input(named(step), source),
      measure: (id) => this.measures.read(id, component.window),
      sumPerDeal: (step, measureId, perDeal) => {
        const { path, ...cell } = named(step);
        const id = perDealColumn(cell.id);
        const figure = this.measures.figureColumn(measureId, component.window);
        const label = `${cell.label}, per deal`;
        const clause = this.plan.placeOf(path);
        this.builder.column({ ...cell, id, label, clause, formula: perDeal(figure.formula) });
        return this.cell(named(step), { op: 'sum', column: id, where: figure.where });
      },
      ruled: (field, label) => this.#ruled(component, index, field, label),
      quota: (field, measureId) => {
        const step = { step: 'quota', label: `Quota of ${component.title}`, path: ['quota'] };
        return this.#quota(component, field, measureId, (unit) => named({ ...step, unit }));
      },
    };
  }

  #ruled({ id, title }: Component, index: number, field: string, label: string): Formula {
    const key = rulesKey(id, field);
    const columns = {
      rule: ruledColumn.rule(key),
      ruleLabel: `Rule of ${title}`,
      figure: ruledColumn.figure(key),
      figureLabel: label,
      clause: this.plan.placeOf(['components', index, field]),
    };
    return ruleColumns(this.builder, columns, this.plan.rules.get(key) ?? []);
  }

  /** What of the year, or how many periods, the payee's assignment covers in a window. */
  part(of: keyof typeof PARTS, window: Window): Formula {
    const id = `plan.part.${of}.${window}`;
    if (this.builder.hasCell(id)) return { op: 'cell', id };
    const { label, unit, path } = PARTS[of];
    return this.input(
      { id, label: `${label}, ${windowWords[window]}`, unit, path },
      { from: 'part', of, window },
    );
  }

  /** A quota for the component's window: annual figures are split, levels hold as they are. */
  #quota(
    component: Component,
    field: QuotaField,
    measureId: string,
    named: (unit: Unit) => NamedCell,
  ): Formula {
    const measure = this.plan.measures.get(measureId);
    if (!measure) throw new Error(`no measure ${measureId}`);
    const cell = named(measure.unit);
    const stated = ({ number }: Figure): Formula => constant(number, measure.unit);
    const assigned = (): Formula =>
      this.input(
        {
          ...cell,
          id: `${component.id}.quota.assigned`,
          label: `Assigned quota of ${component.title}`,
        },
        { from: 'quota', component: component.id },
      );
    if (field !== 'assigned' && 'level' in field) return this.cell(cell, stated(field.level));
    if (field !== 'assigned' && 'perPeriod' in field) {
      const periods = this.part('periods', component.window);
      return this.cell(cell, multiply(stated(field.perPeriod), periods));
    }
    const annual = field === 'assigned' ? assigned() : stated(field.annual);
    if (!addsUp(measure)) return this.cell(cell, annual);
    return this.cell(cell, multiply(annual, this.part('quota', component.window)));
  }
}
