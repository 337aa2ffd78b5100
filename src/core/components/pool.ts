// pool: a stated sum of money in each payout period, shared by points among all payees who have it
// in their plan. Points are a score, given by a person, times the part of the period on the plan or
// times the period's target incentive. Shares are whole cents that add up to the pool: what cutting
// off parts of cents leaves goes to the largest remainders, ties by the payees' ids.
// In: goals and a pool. Out: the cells of a payee's share. Source: ENGINE.md sections 3 and 6.

import { ZERO } from '../exact-number.ts';
import { poolField } from '../plan/pool-terms.ts';
import { add, constant, divide, type Formula, multiply } from '../worksheet/operations.ts';
import {
  type CheckContext,
  type CheckedFields,
  type CommonShape,
  type ComponentSheet,
  defineKind,
} from './component-kind.ts';
import { checkGoals, goalParts, goalScores, goalsShape, scoredGoals } from './goals.ts';
import { vagueGoals } from './mbo-practice.ts';
import { scoreCell } from './scored.ts';

const shape = { ...goalsShape, pool: poolField };
type Component = CheckedFields<typeof shape & CommonShape>;

export const pool = defineKind<typeof shape>({
  shape,
  weighted: false,
  attains: () => false,
  measures: () => [],
  parts: goalParts,
  scored: scoredGoals,
  fullPay: 'at-target',
  practice: ({ goals }) => vagueGoals(goals),
  shares: {
    pool: (fields) => fields.pool,
    points: (component, sheet) => scored(component, sheet).points,
  },

  check(fields, context) {
    checkGoals(fields, context);
    checkWhole(fields, context);
    const levels = fields.scale && 'levels' in fields.scale ? fields.scale.levels : [];
    levels.forEach((level, index) => {
      if (level.gte(ZERO)) return;
      const what = 'a negative score would take from one payee to pay the others';
      context.report('plan/limit', ['scale', 'levels', index], what, 'write levels of 0% or more');
    });
  },

  earn(component, sheet) {
    const { title } = component;
    const { result, points } = scored(component, sheet);
    const path = ['pool'];
    const input = (step: string, label: string, of: 'money' | 'allPoints' | 'sharers' | 'cents') =>
      sheet.input(
        { step, label, unit: unitOf(of, sheet), path },
        { from: 'pool', component: component.id, of },
      );
    const poolMoney = input('pool', `Pool of ${title}`, 'money');
    const allPoints = input('allPoints', `Points of all who share in ${title}`, 'allPoints');
    const none =
      sheet.pool().whenAllZero === 'equally'
        ? divide(poolMoney, input('sharers', `Payees who share in ${title}`, 'sharers'))
        : constant(ZERO, 'money');
    const part = sheet.cell(
      { step: 'part', label: `Part of ${title} before whole cents`, unit: 'money', path },
      divide(multiply(poolMoney, points), allPoints, none),
    );
    const cents = input('cents', `What the largest remainders change of ${title}`, 'cents');
    const money = sheet.cell(
      { step: 'earned', label: `Share in ${title}`, unit: 'money', path },
      add(part, cents),
    );
    const earned = { as: 'money', money } as const;
    return { result, resultUnit: 'ratio', poolMoney, points, allPoints, earned };
  },
});

function unitOf(of: 'money' | 'allPoints' | 'sharers' | 'cents', sheet: ComponentSheet) {
  if (of === 'sharers') return 'count';
  return of === 'allPoints' && sheet.pool().shareBy === 'score' ? 'number' : 'money';
}

/** What a payee's points are made of. */
function scored(
  component: Component,
  sheet: ComponentSheet,
): { readonly result: Formula; readonly points: Formula } {
  const { title } = component;
  const result = scoreCell(component, goalScores(component, sheet), 'goals', sheet);
  const times = sheet.pool().shareBy === 'score' ? sheet.periodsOnPlan() : sheet.targetIncentive();
  const points = sheet.cell(
    {
      step: 'points',
      label: `Points of ${title}`,
      unit: unitOf('allPoints', sheet),
      path: ['pool'],
    },
    multiply(result, times),
  );
  return { result, points };
}

/** What is taken from one share would have to go to the others, and to nobody in the end. */
function checkWhole(
  { window, payoutCap, payoutFloor }: Partial<Component>,
  context: CheckContext,
): void {
  if (window && window !== 'period') {
    context.report(
      'pool/window',
      ['window'],
      `the pool is shared in each payout period, and the scores are looked at over \`${window}\``,
      'write `window: period`',
    );
  }
  for (const [field, limit] of Object.entries({ payoutCap, payoutFloor })) {
    if (!limit) continue;
    const what = 'a limit on one share changes what is paid of the pool in all';
    context.report('pool/not-whole', [field], what, 'remove it, or limit the pool itself');
  }
}
