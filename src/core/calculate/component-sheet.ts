// What a component kind may use while it adds its cells: its own clauses and window, measures and
// what each of their deals earns, the plan's rules and pools. In: the plan's sheet and a component.
// Out: the sheet bound to it. A deal's money is the payee's part of it where payouts are split.

import type { ComponentSheet, Step } from '../components/component-kind.ts';
import type { Component } from '../components/kinds.ts';
import { ONE } from '../exact-number.ts';
import { paidPart } from '../measures/deal-shares.ts';
import { rulesKey } from '../plan/plan.ts';
import type { Pool } from '../plan/pool-terms.ts';
import { ruleColumns, ruledColumn } from '../rules/rule-columns.ts';
import { constant, type Formula } from '../worksheet/operations.ts';
import type { NamedCell, PlanSheet } from './plan-sheet.ts';

/** The column of each deal's part of a cell that sums deals. */
export function perDealColumn(cell: string): string {
  return `${cell}.perDeal`;
}

export function componentSheet(
  sheet: PlanSheet,
  component: Component,
  index: number,
): ComponentSheet {
  const { measures } = sheet;
  const { window, title } = component;
  const rounded = (money: Formula): Formula => sheet.rounded(money);
  const named = ({ step, path, ...rest }: Step): NamedCell => ({
    ...rest,
    id: `${component.id}.${step}`,
    path: ['components', index, ...path],
  });
  return {
    cell: (step, formula) => sheet.cell(named(step), formula),
    input: (step, source) => sheet.input(named(step), source),
    measure: (id, over = window) => measures.read(id, over),
    paidApart: (measureId) => paidApart(sheet, measureId),
    sumPerDeal: (step, measureId, perDeal, of) => {
      const figure = measures.figureColumn(measureId, window);
      const whole = perDeal(figure.formula);
      const isApart = paidApart(sheet, measureId) !== undefined;
      if (!isApart) return sumOfDeals(sheet, named(step), whole, figure.where);
      const shared = wholeOfDeals(sheet, named(step), whole);
      const parts = measures.dealParts(measureId);
      const paid = paidPart(shared, parts, of === 'money' ? rounded : undefined);
      return sumOfDeals(sheet, named(step), paid, figure.where);
    },
    shareOfDeal: (measureId) => measures.dealParts(measureId).share,
    ofDeal: (step) => summedColumn(sheet, `${component.id}.${step}`),
    countPerDeal: (step, measureId, each) => {
      const one = constant(ONE, 'ratio');
      const parts = { ...measures.dealParts(measureId), share: one, part: one };
      const where = measures.countsColumn(measureId, window);
      return sumOfDeals(sheet, named(step), paidPart(each, parts, rounded), where);
    },
    ruled: (field, label) => ruled(sheet, component, index, field, label),
    pool: () => poolOf(sheet, component),
    targetIncentive: () => sheet.targetIncentive(window),
    periodsOnPlan: () => sheet.part('periods', window),
    quota: (field, measureId, over = window) => {
      const quota = { step: 'quota', label: `Quota of ${title}`, path: ['quota'] };
      const asked = { field, measureId, window: over };
      return sheet.quota(component, asked, (unit) => named({ ...quota, unit }));
    },
  };
}

/** The column that a step summed per deal is summed from: of the whole deal where it is shared. */
function summedColumn({ builder }: PlanSheet, id: string): Formula {
  const found = builder.foundColumn(wholeColumn(id)) ?? builder.foundColumn(perDealColumn(id));
  if (!found) throw new Error(`no deals are summed in ${id}`);
  return found;
}

/** A column of each deal's part, and a cell with the sum of those that count. */
function sumOfDeals(sheet: PlanSheet, named: NamedCell, formula: Formula, where: string): Formula {
  const { path, ...cell } = named;
  const id = perDealColumn(cell.id);
  const label = `${cell.label}, per deal`;
  const clause = sheet.plan.placeOf(path);
  const column = sheet.builder.column({ ...cell, id, label, clause, formula });
  return sheet.cell(named, { op: 'sum', column: column.id, where });
}

/** A column of what each deal makes before it is shared. */
function wholeOfDeals(sheet: PlanSheet, { path, ...cell }: NamedCell, formula: Formula): Formula {
  const id = wholeColumn(cell.id);
  const label = `${cell.label}, per deal before it is shared`;
  return sheet.builder.column({ ...cell, id, label, clause: sheet.plan.placeOf(path), formula });
}

function wholeColumn(cell: string): string {
  return `${cell}.whole`;
}

/** Only what is summed or counted from deals is paid by deals. */
function paidApart(
  { plan, isPaidApart }: PlanSheet,
  measureId: string,
): 'sum' | 'count' | undefined {
  const calculate = plan.measures.get(measureId)?.calculate;
  const isByDeal = calculate === 'sum' || calculate === 'count';
  return isPaidApart && isByDeal ? calculate : undefined;
}

function poolOf({ plan }: PlanSheet, { id }: Component): Pool {
  const pool = plan.pools.get(id);
  if (!pool) throw new Error(`component ${id} has no pool`);
  return pool;
}

function ruled(
  { plan, builder }: PlanSheet,
  { id, title }: Component,
  index: number,
  field: string,
  label: string,
): Formula {
  const key = rulesKey(id, field);
  const columns = {
    rule: ruledColumn.rule(key),
    ruleLabel: `Rule of ${title}`,
    figure: ruledColumn.figure(key),
    figureLabel: label,
    clause: plan.placeOf(['components', index, field]),
  };
  return ruleColumns(builder, columns, plan.rules.get(key) ?? []);
}
