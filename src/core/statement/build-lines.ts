// The lines that a payment is made of, and the balances behind them: components, what limits cut,
// and the settlement step by step. In: a calculation's figures. Out: lines that add up to the
// payment; what is nothing in this period is left out.

import type { EndedHold } from '../calculate/held-back.ts';
import { ZERO } from '../exact-number.ts';
import { money } from '../money.ts';
import { ADJUSTMENTS_LINE } from '../settlement/adjustments.ts';
import { CLAWBACK_LINE } from '../settlement/clawback.ts';
import { holdLine } from '../settlement/hold-cells.ts';
import { inSegment } from '../worksheet/worksheet.ts';
import type { FigureReader } from './figure-reader.ts';
import type { StatementLimit } from './statement.ts';
import type { HeldDealLine, StatementBalance, StatementLine } from './statement-line.ts';

export function buildLines(figures: FigureReader): readonly StatementLine[] {
  const { segments } = figures.calculation.compiled;
  const components = segments.flatMap((within) =>
    within.components.map(({ component: { id, title }, payout }) => ({
      ...lineOf(inSegment(id, within.segment), title, payout, figures),
      component: id,
    })),
  );
  return [
    ...components,
    ...[...limitLines(figures), ...settlementLines(figures)].filter(isSomething),
  ];
}

export function buildLimits(figures: FigureReader): readonly StatementLimit[] {
  return figures.calculation.compiled.limits.flatMap(({ kind, adds, limit, ...line }) => {
    if (kind === 'kept') return [];
    const cells = { adds, ...(limit && { limit }) };
    const money = { adds: figures.money(adds), ...(limit && { limit: figures.money(limit) }) };
    return [{ ...line, kind, ...money, cells }];
  });
}

export function buildBalances(figures: FigureReader): readonly StatementBalance[] {
  const { balances } = figures.calculation.compiled.settlement;
  return balances.map(({ id, title, before, after, forfeited, forgiven }) => ({
    id,
    title,
    before: figures.money(before),
    after: figures.money(after),
    ...(forfeited && { forfeited: figures.money(forfeited) }),
    ...forfeitedDeals(id, figures),
    ...(forgiven && { forgiven: figures.money(forgiven) }),
    cells: { before, after },
  }));
}

function limitLines(figures: FigureReader): readonly StatementLine[] {
  const { limits } = figures.calculation.compiled;
  return limits.map(({ id, title, adds }) => lineOf(id, title, adds, figures));
}

function settlementLines(figures: FigureReader): readonly StatementLine[] {
  const { lines } = figures.calculation.compiled.settlement;
  return lines.flatMap(({ id, title, adds }) => {
    const line = lineOf(id, title, adds, figures);
    if (id === ADJUSTMENTS_LINE) return adjustmentLines(figures);
    if (id === CLAWBACK_LINE) return [{ ...line, takenBack: takenBackDeals(figures) }];
    const heldFor = heldDeals(id, figures);
    return [heldFor.length > 0 ? { ...line, heldFor } : line];
  });
}

/** Each adjustment stands for itself, with its reason and approver. */
function adjustmentLines({ calculation }: FigureReader): readonly StatementLine[] {
  const { currency } = calculation.compiled.plan;
  return calculation.adjustments.map(({ amount, reason, approver }, index) => ({
    id: `adjustment-${index + 1}`,
    title: 'Adjustment',
    payout: money(amount, currency),
    adjustment: { reason, approver },
  }));
}

function takenBackDeals({ calculation }: FigureReader): NonNullable<StatementLine['takenBack']> {
  const { currency } = calculation.compiled.plan;
  return calculation.takenBack.map(({ paid, ...about }) => ({
    ...about,
    paid: money(paid, currency),
  }));
}

/** The deals behind a line of a hold that their events end. */
function heldDeals(line: string, { calculation }: FigureReader): readonly HeldDealLine[] {
  return [...calculation.held].flatMap(([hold, { keptFor, released }]) => {
    if (line === holdLine.held(hold)) return keptFor.map((deal) => ({ deal }));
    return line === holdLine.released(hold) ? released.map(endedDeal) : [];
  });
}

function forfeitedDeals(
  balance: string,
  { calculation }: FigureReader,
): Pick<StatementBalance, 'forfeitedFor'> {
  const { forfeited = [] } = calculation.held.get(balance) ?? {};
  return forfeited.length === 0 ? {} : { forfeitedFor: forfeited.map(endedDeal) };
}

function endedDeal({ deal, on }: EndedHold): HeldDealLine {
  return { deal, on };
}

function lineOf(id: string, title: string, cell: string, figures: FigureReader): StatementLine {
  return { id, title, payout: figures.money(cell), cell };
}

function isSomething({ payout }: StatementLine): boolean {
  return !payout.exact.eq(ZERO);
}
