// What deferring gates keep waiting, over the periods of a year: it is released in full when they
// are met; at the end of the year it is paid or forfeited, as the gate says. What is taken back of
// the same component comes out of what waits first. In: what of each component waits in the period.
// Out: what waits, what is released, and the balance of each. Source: ENGINE.md section 6.

import type { PlanSheet } from '../calculate/plan-sheet.ts';
import {
  add,
  choose,
  type Formula,
  maximum,
  minimum,
  NO_MONEY,
  subtract,
} from '../worksheet/operations.ts';
import type { ComponentPay, Settled, SettlementStep } from './step.ts';

export const deferStep: SettlementStep = (sheet, { payable }) => {
  const byComponent = Map.groupBy(payable, ({ component }) => component);
  const settled = [...byComponent].flatMap(([id, pays]) =>
    pays.some(({ deferral }) => deferral) ? [deferred(sheet, id, pays)] : [],
  );
  if (settled.length === 0) return undefined;
  const changed = new Map(
    settled.flatMap((each) => each.payable).map((pay) => [pay.component, pay]),
  );
  return {
    lines: settled.flatMap(({ lines }) => lines),
    balances: settled.flatMap(({ balances }) => balances),
    payable: [...byComponent].flatMap(([id, pays]) => changed.get(id) ?? pays),
  };
};

type Deferred = Required<Settled>;

/** One component, over all segments of the period: its gates are those of the last one. */
function deferred(sheet: PlanSheet, id: string, pays: readonly ComponentPay[]): Deferred {
  const deferrals = pays.flatMap(({ deferral }) => deferral ?? []);
  const { title, open } = { title: pays[0]?.title ?? id, open: deferrals.at(-1)?.open };
  if (!open) throw new Error(`nothing of ${id} is deferred`);
  const balance = `deferred.${id}`;
  const cell = (step: string, label: string, formula: Formula): Formula => {
    const named = { id: `${balance}.${step}`, label: `${title}: ${label}`, unit: 'money' } as const;
    return sheet.cell({ ...named, path: ['gates'] }, formula);
  };
  const before = sheet.balanceBefore(balance, `${title}: waiting before`, ['gates']);
  const payout = add(...pays.map((each) => each.pays));
  const waits = cell('waits', 'waits for its gate', add(...deferrals.map((each) => each.waits)));
  const released = cell('released', 'no longer waits', choose(open, before, NO_MONEY));
  // What is taken back of a component while it waits.
  const negative = maximum(NO_MONEY, subtract(NO_MONEY, payout));
  const covers = cell(
    'covers',
    'taken back from what waits',
    choose(open, NO_MONEY, minimum(before, negative)),
  );
  const left = subtract(add(before, waits), add(released, covers));
  const forfeited = cell('forfeited', 'forfeited', choose(sheet.ends(), left, NO_MONEY));
  const after = cell('balanceAfter', 'waits on', subtract(left, forfeited));
  const taken = cell('taken', 'not paid yet', subtract(NO_MONEY, waits));
  const now = cell('payable', 'paid now', add(payout, taken, released, covers));
  return {
    lines: [
      { id: `${id}-waits`, title: `${title}: waits for its gate`, adds: taken },
      { id: `${id}-covers`, title: `${title}: taken from what waits`, adds: covers },
      { id: `${id}-released`, title: `${title}: no longer waits`, adds: released },
    ],
    balances: [{ id: balance, title: `${title}, waiting`, before, after, forfeited }],
    payable: [{ component: id, title, pays: now }],
  };
}
