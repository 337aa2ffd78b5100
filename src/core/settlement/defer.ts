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

export const deferStep: SettlementStep = (sheet, { payable, payableTotal, uncovered: all }) => {
  const byComponent = Map.groupBy(payable, ({ component }) => component);
  let uncovered = all;
  const settled = [...byComponent].flatMap(([id, pays]) => {
    if (!pays.some(({ deferral }) => deferral)) return [];
    const found = deferred(sheet, id, pays, uncovered);
    uncovered = found.uncovered ?? uncovered;
    return [found];
  });
  if (settled.length === 0) return undefined;
  const changed = new Map(
    settled.flatMap((each) => each.payable).map((pay) => [pay.component, pay]),
  );
  return {
    lines: settled.flatMap(({ lines }) => lines),
    balances: settled.flatMap(({ balances }) => balances),
    payable: [...byComponent].flatMap(([id, pays]) => changed.get(id) ?? pays),
    payableTotal: add(payableTotal, ...settled.flatMap(({ moved }) => moved)),
    ...(uncovered && { uncovered }),
  };
};

interface Deferred extends Settled {
  readonly payable: readonly ComponentPay[];
  /** By how much the component pays more or less than it earned. */
  readonly moved: readonly Formula[];
}

/** One component, over all segments of the period: its gates are those of the last one. */
function deferred(
  sheet: PlanSheet,
  id: string,
  pays: readonly ComponentPay[],
  uncovered: Formula | undefined,
): Deferred {
  const title = pays[0]?.title ?? id;
  const cells = waitingCells(sheet, { id, title, pays, uncovered });
  const { taken, covers, released, clawback } = cells;
  const line = (step: string, words: string, adds: Formula) => [
    { id: `${id}-${step}`, title: words, adds },
  ];
  return {
    lines: [
      ...line('waits', `${title}: waits for its gate`, taken),
      ...line('covers', `${title}: taken from what waits`, covers),
      ...line('released', `${title}: no longer waits`, released),
      ...(clawback ? line('clawback', `Clawback covered by ${title}, waiting`, clawback) : []),
    ],
    moved: [taken, released, covers],
    ...(clawback && uncovered && { uncovered: subtract(uncovered, clawback) }),
    balances: [{ ...cells.balance, title: `${title}, waiting` }],
    payable: [{ component: id, title, pays: cells.payable }],
  };
}

interface Waiting extends Pick<ComponentPay, 'title'> {
  readonly id: string;
  readonly pays: readonly ComponentPay[];
  readonly uncovered: Formula | undefined;
}

function waitingCells(sheet: PlanSheet, { id, title, pays, uncovered }: Waiting) {
  const balance = `deferred.${id}`;
  const cell = (step: string, label: string, formula: Formula): Formula => {
    const named = { id: `${balance}.${step}`, label: `${title}: ${label}`, unit: 'money' } as const;
    return sheet.cell({ ...named, path: ['gates'] }, formula);
  };
  const deferrals = pays.flatMap(({ deferral }) => deferral ?? []);
  const { open } = deferrals.at(-1) as NonNullable<ComponentPay['deferral']>;
  const before = sheet.balanceBefore(balance, `${title}: waiting before`, ['gates']);
  const payout = add(...pays.map((each) => each.pays));
  const waits = cell('waits', 'waits for its gate', add(...deferrals.map((each) => each.waits)));
  const released = cell('released', 'no longer waits', choose(open, before, NO_MONEY));
  // What is taken back of a component while it waits.
  const negative = maximum(NO_MONEY, subtract(NO_MONEY, payout));
  const covered = choose(open, NO_MONEY, minimum(before, negative));
  const covers = cell('covers', 'taken back from what waits', covered);
  const kept = subtract(add(before, waits), add(released, covers));
  const clawback = uncovered && cell('clawback', 'covers a clawback', minimum(kept, uncovered));
  const left = clawback ? subtract(kept, clawback) : kept;
  const forfeited = cell('forfeited', 'forfeited', choose(sheet.ends(), left, NO_MONEY));
  const after = cell('balanceAfter', 'waits on', subtract(left, forfeited));
  const taken = cell('taken', 'not paid yet', subtract(NO_MONEY, waits));
  const payable = cell('payable', 'paid now', add(payout, taken, released, covers));
  const carried = { id: balance, before, after, forfeited };
  return { taken, covers, released, clawback, payable, balance: carried };
}
