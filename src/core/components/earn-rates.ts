// The cells of money that rates earn. Rates by rule, and tiers per deal, are summed from a column
// of each deal's money. Tiers on a total give the money of the total; where rules scale the rate
// for some deals, or deals are paid by other parts than they are credited, each deal is paid at the
// total's mean rate: curve(credited) x credit that pays / credited.
// In: the component. Out: its earning. Source: ENGINE.md section 6.

import { applyCurve, type Curve, curveRows, curveYields } from '../curves/kinds.ts';
import { type Exact, ZERO } from '../exact-number.ts';
import {
  choose,
  compare,
  constant,
  divide,
  type Formula,
  maximum,
  minimum,
  multiply,
  subtract,
  type Unit,
} from '../worksheet/operations.ts';
import type { CheckedFields, CommonShape, ComponentSheet, Earning } from './component-kind.ts';
import { type rateShape, runsOnQuota } from './rates.ts';
import { reachedRate } from './tiers-on.ts';

type Rates = CheckedFields<typeof rateShape & CommonShape>;

export function earnRates(component: Rates, sheet: ComponentSheet, word: string): Earning {
  const { title, curve } = component;
  const { formula, unit } = sheet.measure(component.measure);
  const result = sheet.cell(
    { step: 'result', label: `Credited for ${title}`, unit, path: ['measure'] },
    formula,
  );
  const label = `${word} for ${title}`;
  const base = { result, resultUnit: unit };
  if (!curve)
    return { ...base, ...byDeal(component, 'rates', byRule(component, sheet), sheet, label) };
  const { tiersOn } = component;
  if (tiersOn) {
    const rated = { ...component, tiersOn, curve };
    const { rate, figures } = reachedRate(rated, sheet, (onUnit) =>
      runsOnQuota(curve, onUnit, component.quota),
    );
    const money = multiply(result, rate);
    const whole = { ...base, money, rate };
    return { ...base, ...figures, ...paidOf(component, curve, whole, sheet, label) };
  }
  const isApart = sheet.paidApart(component.measure) === 'sum';
  if (component.per === 'deal' || (isApart && isFlat(curve))) {
    const money = byTiers(component, curve, unit, sheet);
    return { ...base, ...byDeal(component, 'curve', money, sheet, label) };
  }
  const attained = attainedCells(component, curve, base, sheet);
  const money = attained
    ? onAttainment(curve, attained, sheet)
    : applyCurve(curve, { on: result, unit, read: sheet.measure });
  const whole = { ...base, money };
  return { ...base, ...attained, ...paidOf(component, curve, whole, sheet, label) };
}

/** What a deal earns from its credited figure. */
type DealMoney = (figure: Formula) => Formula;

/** Each deal at the rate of the rule it meets. */
function byRule({ title }: Rates, sheet: ComponentSheet): DealMoney {
  return (figure) => multiply(figure, sheet.ruled('rates', `Rate of ${title}`));
}

/** The tiers look at each deal's size: a cancellation takes back what a deal of its size earns. */
function byTiers(component: Rates, curve: Curve, unit: Unit, sheet: ComponentSheet): DealMoney {
  const nothing = constant(ZERO, unit);
  const earned = (on: Formula): Formula => applyCurve(curve, { on, unit, read: sheet.measure });
  return (figure) => {
    const taken = subtract(constant(ZERO, 'money'), earned(subtract(nothing, figure)));
    const money = choose(compare(figure, '<', nothing), taken, earned(figure));
    return component.rateFactors ? multiply(money, factorOf(component, sheet)) : money;
  };
}

/**
 * The sum of what deals earn by themselves: none earns, or takes back, more than the cap, and who
 * has a part of a deal has that part of its cap.
 */
function byDeal(
  { measure, dealCap }: Rates,
  field: 'rates' | 'curve',
  money: DealMoney,
  sheet: ComponentSheet,
  label: string,
): Pick<Earning, 'earned' | 'uncapped'> {
  const sum = (step: string, words: string, path: string, perDeal: DealMoney): Formula =>
    sheet.sumPerDeal(
      { step, label: words, unit: 'money', path: [path] },
      measure,
      perDeal,
      'money',
    );
  if (!dealCap) return { earned: { as: 'money', money: sum('earned', label, field, money) } };
  const uncapped = sum('uncapped', `${label} before the cap per deal`, field, money);
  const ofCap = (cap: Exact): Formula =>
    multiply(constant(cap, 'money'), sheet.shareOfDeal(measure));
  const [most, least] = [ofCap(dealCap.money), ofCap(ZERO.minus(dealCap.money))];
  const capped = () => maximum(least, minimum(sheet.ofDeal('uncapped'), most));
  return { uncapped, earned: { as: 'money', money: sum('earned', label, 'dealCap', capped) } };
}

interface Attained {
  readonly quota: Formula;
  readonly attainment: Formula;
}

/** Quota and attainment, where the tiers run on them. */
function attainedCells(
  { title, quota: field, measure }: Rates,
  curve: Curve,
  { result, resultUnit }: Pick<Earning, 'result' | 'resultUnit'>,
  sheet: ComponentSheet,
): Attained | undefined {
  if (!field || !runsOnQuota(curve, resultUnit, field)) return undefined;
  const quota = sheet.quota(field, measure);
  const attainment = sheet.cell(
    { step: 'attainment', label: `Attainment of ${title}`, unit: 'ratio', path: ['quota'] },
    divide(result, quota),
  );
  return { quota, attainment };
}

/** Rates over the attainment, times the quota, are rates over the money. */
function onAttainment(
  curve: Curve,
  { quota, attainment }: Attained,
  sheet: ComponentSheet,
): Formula {
  const applied = applyCurve(curve, { on: attainment, unit: 'ratio', read: sheet.measure });
  return curveYields(curve) === 'product' ? multiply(quota, applied) : applied;
}

/** What a curve gives for the total, in the proportion of the credit that pays. */
function paidOf(
  component: Rates,
  curve: Curve,
  { result, resultUnit, money: byCurve, rate }: Pick<Earning, 'result' | 'resultUnit'> & Money,
  sheet: ComponentSheet,
  label: string,
): Pick<Earning, 'earned' | 'byRates' | 'weightedCredit'> {
  const { title, rateFactors, measure } = component;
  const step = { step: 'earned', label, unit: 'money', path: ['curve'] } as const;
  if (!rateFactors && sheet.paidApart(measure) !== 'sum') {
    return { earned: { as: 'money', money: sheet.cell(step, byCurve) } };
  }
  const byRates = sheet.cell(
    { ...step, step: 'byRates', label: `${label} by its rates alone` },
    byCurve,
  );
  const path = [rateFactors ? 'rateFactors' : 'measure'];
  const weightedCredit = sheet.sumPerDeal(
    { step: 'weightedCredit', label: `Credit that pays for ${title}`, unit: resultUnit, path },
    measure,
    (figure) => (rateFactors ? multiply(figure, factorOf(component, sheet)) : figure),
    'credit',
  );
  const money = sheet.cell(
    { ...step, path },
    divide(
      multiply(byRates, weightedCredit),
      result,
      multiply(rate ?? firstRate(curve), weightedCredit),
    ),
  );
  return { byRates, weightedCredit, earned: { as: 'money', money } };
}

interface Money {
  readonly money: Formula;
  /** The one rate of all deals, where another measure gives it. */
  readonly rate?: Formula;
}

/** One rate from the first unit on: each deal earns its own, whatever the others are. */
function isFlat(curve: Curve): boolean {
  return curveYields(curve) === 'product' && curveRows(curve).length === 1;
}

/** Where deals cancel out to nothing credited, they are at the rate that nothing starts with. */
function firstRate(curve: Curve): Formula {
  const rate = curveYields(curve) === 'product' ? curveRows(curve)[0]?.pays.number : undefined;
  return constant(rate ?? ZERO, 'ratio');
}

function factorOf({ title }: Rates, sheet: ComponentSheet): Formula {
  return sheet.ruled('rateFactors', `Factor on the rate of ${title}`);
}
