// From what a component earned to what it pays, the same for every kind and always in this order:
// links and gates, component cap and floor, rounding, true-up against what earlier periods paid.
// In: an earning and the conditions in force. Out: the payout's cells. Called once for the pay
// itself and once per gate or link without it, which is how its cost is known.
// Source: ENGINE.md section 6.

import type { Earning } from '../components/component-kind.ts';
import { type Component, weightOf } from '../components/kinds.ts';
import { ZERO } from '../exact-number.ts';
import type { Limit } from '../plan/document.ts';
import { actsOn } from '../plan/plan.ts';
import {
  constant,
  type Formula,
  maximum,
  minimum,
  multiply,
  subtract,
  type Unit,
} from '../worksheet/operations.ts';
import type { Condition } from './condition.ts';
import type { PlanSheet } from './plan-sheet.ts';

/** A component that is calculated this period, with what it earned. */
export interface EarnedComponent {
  readonly component: Component;
  readonly index: number;
  readonly earning: Earning;
}

export interface PayoutCells {
  readonly payout: Formula;
  readonly payoutFactor?: Formula;
  readonly targetIncentive?: Formula;
  readonly payoutToDate?: Formula;
  readonly paidEarlier?: Formula;
}

/** `prefix` and `wording` set a calculation without some gate apart from the pay itself. */
export interface Variant {
  readonly prefix: string;
  readonly wording: string;
}

export const ACTUAL: Variant = { prefix: '', wording: '' };

export function payoutCells(
  sheet: PlanSheet,
  { component, index, earning }: EarnedComponent,
  conditions: readonly Condition[],
  variant: Variant,
): PayoutCells {
  const chain = new Chain(sheet, component, index, variant);
  // What a deferring gate keeps waiting is earned all the same.
  const acting = conditions.filter((each) => actsOn(each, component.id));
  const { earned } = earning;
  const factor = earned.as === 'factor' ? chain.gatedFactor(earned.factor, acting) : undefined;
  const targetIncentive = factor && chain.targetIncentive();
  const gated = earned.as === 'money' ? chain.gatedMoney(earned.money, acting) : undefined;
  const due = factor && targetIncentive ? chain.due(targetIncentive, factor) : gated;
  if (!due) throw new Error(`component ${component.id} earned nothing that could be paid`);
  const rounded = chain.rounded(chain.limited(due, targetIncentive));
  return {
    ...(factor && { payoutFactor: factor }),
    ...(targetIncentive && { targetIncentive }),
    ...chain.settled(rounded),
  };
}

class Chain {
  readonly #sheet: PlanSheet;
  readonly #component: Component;
  readonly #index: number;
  readonly #variant: Variant;

  constructor(sheet: PlanSheet, component: Component, index: number, variant: Variant) {
    this.#sheet = sheet;
    this.#component = component;
    this.#index = index;
    this.#variant = variant;
  }

  gatedFactor(factor: Formula, conditions: readonly Condition[]): Formula {
    const last = this.#after(conditions, factor, 'factor', 'ratio', 'Payout factor of ');
    return this.#cell('payoutFactor', `Payout factor of ${this.#title}`, 'ratio', 'curve', last);
  }

  gatedMoney(money: Formula, conditions: readonly Condition[]): Formula {
    return this.#after(conditions, money, 'earned', 'money', '');
  }

  /** The component's part of the target incentive; the same with and without a gate. */
  targetIncentive(): Formula {
    const id = `${this.#component.id}.targetIncentive`;
    const found = this.#sheet.builder.found(id);
    if (found) return found;
    const weight = weightOf(this.#component);
    if (!weight) throw new Error(`component ${this.#component.id} has no weight`);
    const whole = this.#sheet.targetIncentive(this.#component.window);
    const path = ['components', this.#index, 'weight'];
    return this.#sheet.cell(
      { id, label: `Target incentive of ${this.#component.title}`, unit: 'money', path },
      multiply(whole, constant(weight, 'ratio')),
    );
  }

  due(targetIncentive: Formula, factor: Formula): Formula {
    return this.#cell(
      'due',
      `${this.#title} before limits and rounding`,
      'money',
      'curve',
      multiply(targetIncentive, factor),
    );
  }

  limited(due: Formula, targetIncentive: Formula | undefined): Formula {
    const { payoutCap, payoutFloor } = this.#component;
    const limitMoney = (limit: Limit): Formula =>
      'money' in limit
        ? this.#sheet.limit(limit.money, this.#component.window)
        : multiply(targetIncentive ?? constant(ZERO, 'money'), constant(limit.ofTarget, 'ratio'));
    const capped = payoutCap
      ? this.#cell(
          'capped',
          `${this.#title} after its cap`,
          'money',
          'payoutCap',
          minimum(due, limitMoney(payoutCap)),
        )
      : due;
    return payoutFloor
      ? this.#cell(
          'floored',
          `${this.#title} after its floor`,
          'money',
          'payoutFloor',
          maximum(capped, limitMoney(payoutFloor)),
        )
      : capped;
  }

  rounded(limited: Formula): Formula {
    const isToDate = this.#component.window === 'year-to-date';
    const [step, label] = isToDate
      ? ['payoutToDate', `Payout to date of ${this.#title}`]
      : ['payout', `Payout of ${this.#title}`];
    return this.#cell(step, label, 'money', 'title', this.#sheet.rounded(limited));
  }

  /** Year to date with true-up: what is due to date minus what earlier periods paid. */
  settled(rounded: Formula): Pick<PayoutCells, 'payout' | 'payoutToDate' | 'paidEarlier'> {
    if (this.#component.window !== 'year-to-date') return { payout: rounded };
    const paidEarlier = this.#paidEarlier();
    const difference = subtract(rounded, paidEarlier);
    const isFloored = this.#component.negativeTrueUp === 'floor-at-zero';
    const payout = this.#cell(
      'payout',
      `Payout of ${this.#title}`,
      'money',
      'negativeTrueUp',
      isFloored ? maximum(difference, constant(ZERO, 'money')) : difference,
    );
    return { payout, payoutToDate: rounded, paidEarlier };
  }

  #paidEarlier(): Formula {
    const id = `${this.#component.id}.paidEarlier`;
    const found = this.#sheet.builder.found(id);
    if (found) return found;
    const label = `Paid in earlier periods of the year for ${this.#component.title}`;
    const path = ['components', this.#index, 'window'];
    return this.#sheet.input(
      { id, label, unit: 'money', path },
      { from: 'paidEarlier', component: this.#component.id },
    );
  }

  get #title(): string {
    return `${this.#component.title}${this.#variant.wording}`;
  }

  /** What conditions that are judged leave, one after the other. */
  #after(
    conditions: readonly Condition[],
    whole: Formula,
    step: 'factor' | 'earned',
    unit: Unit,
    what: string,
  ): Formula {
    return conditions.reduce((before, { leaves, key, title, path }) => {
      if (!leaves) return before;
      const label = `${what}${this.#title} after ${title}`;
      const left = unit === 'ratio' ? leaves.factor(before) : leaves.money(before);
      return this.#sheet.cell({ id: this.#id(`${step}.${key}`), label, unit, path }, left);
    }, whole);
  }

  #cell(step: string, label: string, unit: Unit, field: string, formula: Formula): Formula {
    const path = ['components', this.#index, field];
    return this.#sheet.cell({ id: this.#id(step), label, unit, path }, formula);
  }

  #id(step: string): string {
    return `${this.#variant.prefix}${this.#component.id}.${step}`;
  }
}
