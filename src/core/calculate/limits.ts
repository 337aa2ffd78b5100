// What a plan's components earn together, and its limits, in this order: caps of groups, the plan
// cap, what is not taken back because it was never paid, the plan floor. What each takes or adds is
// a line of its own, so that lines always add up. A cap over the year is held against what the
// year's earlier periods paid, so that a late success is paid as long as the year has room for it.
// In: payouts. Out: the total and the lines. Source: ENGINE.md sections 6 and 7.

import { weightOf } from '../components/kinds.ts';
import { sumOf } from '../exact-number.ts';
import type { LimitOver, PlanLimit } from '../plan/document.ts';
import { actsOn, type GroupCap } from '../plan/plan.ts';
import type { DocumentPath } from '../source.ts';
import {
  add,
  constant,
  type Formula,
  maximum,
  minimum,
  multiply,
  NO_MONEY,
  subtract,
} from '../worksheet/operations.ts';
import type { Variant } from './payout.ts';
import type { PlanSheet } from './plan-sheet.ts';
import { isJudged } from './timeframe.ts';

/** What a limit adds to the payouts: less than nothing where it cuts. */
export interface LimitLine {
  readonly id: string;
  readonly title: string;
  readonly kind: 'cap' | 'floor' | 'kept';
  readonly over: LimitOver;
  readonly adds: Formula;
  /** How much is paid at most, or at least. */
  readonly limit?: Formula;
}

interface TotalCells {
  readonly total: Formula;
  readonly lines: readonly LimitLine[];
}

/** `payouts` in the order of the plan's components. */
export function totalCells(
  sheet: PlanSheet,
  payouts: readonly Formula[],
  variant: Variant,
): TotalCells {
  const limits = new LimitCells(sheet, variant);
  const { groupCaps, planCap, planFloor } = sheet.plan;
  const sum = limits.cell('plan.sum', 'Sum of the components', ['components'], whole(payouts));
  const lines: LimitLine[] = groupCaps.map((each, index) => limits.group(each, index, payouts));
  const due = (): Formula => whole([sum, ...lines.map(({ adds }) => adds)]);
  if (planCap) lines.push(limits.capped(planCap, due()));
  const recovers = sheet.plan.components.some((each) => each.negativeTrueUp === 'recover');
  if (recovers) lines.push(limits.notTakenBack(due()));
  const floor = planFloor && limits.floored(planFloor, due());
  if (floor) lines.push(floor);
  return { total: limits.cell('plan.earned', 'Earned', ['planCap'], due()), lines };
}

function whole(terms: readonly Formula[]): Formula {
  return terms.length > 1 ? add(...terms) : (terms[0] ?? NO_MONEY);
}

class LimitCells {
  readonly #sheet: PlanSheet;
  readonly #variant: Variant;

  constructor(sheet: PlanSheet, variant: Variant) {
    this.#sheet = sheet;
    this.#variant = variant;
  }

  cell(id: string, label: string, path: DocumentPath, formula: Formula): Formula {
    const named = { id: `${this.#variant.prefix}${id}`, label: `${label}${this.#variant.wording}` };
    return this.#sheet.cell({ ...named, unit: 'money', path }, formula);
  }

  /** The components of a group together; `ofTarget` is of their own target incentive. */
  group(cap: GroupCap, index: number, payouts: readonly Formula[]): LimitLine {
    const { id, title } = cap;
    const path = ['groupCaps', index];
    const grouped = this.#sheet.plan.components.filter((each) => actsOn(cap, each.id));
    const weights = grouped.flatMap((each) => weightOf(each) ?? []);
    const target = multiply(
      this.#sheet.targetIncentive('period'),
      constant(sumOf(weights), 'ratio'),
    );
    const named = `Cap of ${title}`;
    const limit = this.#limit(`group.${id}.cap`, named, path, cap.cap, target);
    const paid = payouts.filter((_, at) => actsOn(cap, this.#sheet.plan.components[at]?.id ?? ''));
    const cut = minimum(NO_MONEY, subtract(limit, whole(paid)));
    const adds = this.cell(`group.${id}.cut`, `Cut by the cap of ${title}`, path, cut);
    return { id: `group-cap-${id}`, title: named, kind: 'cap', over: 'period', adds, limit };
  }

  capped(cap: PlanLimit, due: Formula): LimitLine {
    const { over = 'period' } = cap;
    const limit = this.#planLimit('plan.cap', 'Plan cap', 'planCap', cap);
    const left = over === 'year' ? this.#leftOf(limit) : limit;
    const cut = minimum(NO_MONEY, subtract(left, due));
    const adds = this.cell('plan.cut', 'Cut by the plan cap', ['planCap'], cut);
    return { id: 'plan-cap', title: 'Plan cap', kind: 'cap', over, adds, limit };
  }

  /** Over the year it is known with its last period, and tops up what the year paid. */
  floored(floor: PlanLimit, due: Formula): LimitLine | undefined {
    const { over = 'period' } = floor;
    if (!isJudged(this.#sheet.timeframe, over)) return undefined;
    const limit = this.#planLimit('plan.floor', 'Plan floor', 'planFloor', floor);
    const paid = over === 'year' ? add(due, this.#sheet.paidThisYear()) : due;
    const missing = maximum(NO_MONEY, subtract(limit, paid));
    const adds = this.cell('plan.topUp', 'Added up to the plan floor', ['planFloor'], missing);
    return { id: 'plan-floor', title: 'Plan floor', kind: 'floor', over, adds, limit };
  }

  /** Recovery takes back what was paid this year and never more: a cap may have cut it before. */
  notTakenBack(due: Formula): LimitLine {
    const missing = subtract(NO_MONEY, add(due, this.#sheet.paidThisYear()));
    const label = 'Not taken back, because it was never paid';
    const adds = this.cell('plan.kept', label, ['components'], maximum(NO_MONEY, missing));
    const title = 'Not taken back: never paid';
    return { id: 'not-taken-back', title, kind: 'kept', over: 'year', adds };
  }

  /** What earlier periods left of a cap over the year; what they paid stays paid. */
  #leftOf(limit: Formula): Formula {
    const left = maximum(NO_MONEY, subtract(limit, this.#sheet.paidThisYear()));
    return this.cell('plan.capLeft', 'Left of the plan cap of the year', ['planCap'], left);
  }

  #planLimit(id: string, label: string, field: string, limit: PlanLimit): Formula {
    const { over = 'period' } = limit;
    const target =
      over === 'year' ? this.#sheet.targetOfYear() : this.#sheet.targetIncentive('period');
    return this.#limit(id, label, [field], limit, target);
  }

  #limit(
    id: string,
    label: string,
    path: DocumentPath,
    limit: PlanLimit,
    target: Formula,
  ): Formula {
    const stated =
      'money' in limit
        ? this.#sheet.limit(limit.money, limit.over ?? 'period')
        : multiply(target, constant(limit.ofTarget, 'ratio'));
    return this.cell(id, label, path, this.#sheet.rounded(stated));
  }
}
