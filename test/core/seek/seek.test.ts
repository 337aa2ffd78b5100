// Goal seek: the answer is the nearest figure that reaches the goal, compared with trying every
// figure of small domains on random plans that jump, fall, are gated and capped; and on the built-
// in company, to the cent. What cannot be reached says what stands in the way.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  changesOf,
  exact,
  exactText,
  type Lever,
  type LeverAnswer,
  NO_CHANGES,
  nextSteps,
  prepareWhatIf,
  readPeriod,
  type SeekAnswer,
  seek,
  type WhatIf,
} from '../../../src/core/index.ts';
import { LeverPay } from '../../../src/core/seek/lever-pay.ts';
import { LeverView } from '../../../src/core/what-if/lever-view.ts';
import { paidBy } from '../../../src/core/what-if/what-if.ts';
import { must, readTexts } from '../../in-memory-company.ts';
import { plan } from '../small-plan.ts';
import { openRevintel, whatIfOf } from '../what-if/open-revintel.ts';

const opened = await openRevintel();

function sought(payee: string, goal: string, by?: string): SeekAnswer {
  const whatIf = whatIfOf(opened, payee);
  return must(seek({ whatIf, goal: exact(goal), ...(by !== undefined && { by }) }));
}

function figures({ reached, most }: LeverAnswer): readonly string[] {
  const all = [reached, reached?.oneStepLess, most].flatMap((each) => (each ? [each] : []));
  return all.map(({ figure, pays }) => `${exactText(figure)} pays ${exactText(pays)}`);
}

describe('on the built-in company', () => {
  // 31,950 is paid at 450,000. From there to 675,000 the factor rises from 100 % to 200 %, of 19,500:
  // 8,050 more takes 225,000 x 8,050 / 19,500 = 92,884.615…; half a cent less rounds up to it.
  test('a result, to the cent: one cent less does not reach the goal', () => {
    const answer = sought('priya-raman', '40000', 'new-arr').asked as LeverAnswer;
    expect(figures(answer)).toEqual(['542884.56 pays 40000', '542884.55 pays 39999.99']);
  });

  test('what no figure reaches says what stands in the way, with clause and cost', () => {
    const { most } = sought('marcus-bell', '40000', 'new-arr').asked as LeverAnswer;
    expect(most && exactText(most.pays)).toBe('19978.13');
    expect(most?.obstacles.map(({ kind, id, cost }) => `${kind} ${id} ${exactText(cost)}`)).toEqual(
      ['gate icp-fit 20718.75', 'weight new-arr 12431.25', 'gate deal-size 2193.75'],
    );
    expect(most?.obstacles[0]?.clause.file).toMatch(/account-executive\.yaml$/);
  });

  test('a plan cap stands in the way where it begins to cut', () => {
    const { most } = sought('marcus-bell', '60000', 'credited-arr').asked as LeverAnswer;
    expect(most && exactText(most.pays)).toBe('54000');
    expect(most?.obstacles.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['limit plan.cut']);
  });

  test('a lower figure where lower is better', () => {
    const answer = sought('marcus-bell', '22000', 'discount').asked as LeverAnswer;
    expect(answer.reached?.figure.lt(answer.lever.present as Lever['step'])).toBe(true);
    expect(answer.reached?.oneStepLess.pays.lt('22000')).toBe(true);
  });

  test('ways reach the goal by what a whole run pays, the least change first', () => {
    const whatIf = whatIfOf(opened, 'marcus-bell');
    const { ways } = must(seek({ whatIf, goal: exact('44000') }));
    expect(ways.length).toBeGreaterThan(1);
    for (const { pays, changes } of ways) {
      const { values, compiled } = must(whatIf.calculate(...changes));
      expect(String(values.cells.get(compiled.total))).toBe(String(pays));
      expect(pays.gte('44000')).toBe(true);
    }
    const efforts = ways.map(({ effort }) => effort);
    expect(efforts).toEqual(efforts.toSorted((one, other) => one - other));
    // The gate on the customers' fit keeps new ARR from paying more by itself: a mix opens it first.
    expect(ways.some(({ steps }) => steps.length === 2)).toBe(true);
  });

  test('nearest steps name the gate that they open, and what it pays', () => {
    const { steps } = sought('marcus-bell', '40000');
    const opening = steps.find(({ lever }) => lever.id === 'result/icp-share/period');
    expect(opening?.opens).toEqual({ id: 'icp-fit', title: 'ICP fit' });
    expect([opening?.figure, opening?.adds].map(String)).toEqual(['0.7', '20718.75']);
    const deals = steps.filter(({ lever }) => lever.lever.of === 'deals');
    expect(deals.map(({ opens }) => opens?.id)).toContain('deal-size');
  });

  // One deal that does not fit is left: three that do make 3 of 4, and the gate asks 70 %.
  test('nearest steps of a scenario start from it, deals that open a gate among them', () => {
    const marcus = whatIfOf(opened, 'marcus-bell');
    const deals = new Map(opened.data.deals.map((each) => [each.id, each.attributes]));
    const fits = (id: string): unknown => deals.get(id)?.get('icp');
    // 181,425.58 that does not fit: one customer of 251,781.14 who fits is 58 % of both, two are 74 %.
    const kept = ['RI-1155', 'RI-1165', 'RI-1182'];
    const ids = marcus.present.deals.map(({ deal }) => deal.id).filter((id) => !kept.includes(id));
    const left = must(marcus.after({ ...NO_CHANGES, drop: ids }));
    const step = nextSteps(left).find(
      ({ lever, opens }) => lever.lever.of === 'deals' && opens?.id === 'icp-fit',
    );
    const { lever } = step?.lever ?? {};
    expect([fits('RI-1155'), lever?.of === 'deals' && fits(lever.like)]).toEqual([false, true]);
    expect(String(step?.figure)).toBe('2');
    const whole = must(marcus.calculate(left.base, changesOf(step?.lever as Lever, exact('2'))));
    expect(String(step?.adds)).toBe(String(paidBy(whole).minus(left.paid())));
  });

  test('nearest steps name the next point of a curve and the next level of a score', () => {
    const steps = nextSteps(whatIfOf(opened, 'priya-raman'));
    const on = steps.map(({ lever, figure, reaches }) => [lever.id, String(figure), reaches?.id]);
    expect(on).toContainEqual(['result/new-arr/period', '675000', 'new-arr']);
    expect(on).toContainEqual(['score/teamwork/forecast', '1.25', undefined]);
    const gains = steps.map(({ adds }) => adds.approximately());
    expect(gains).toEqual(gains.toSorted((one, other) => other - one));
  });

  test('nothing is sought where the payment is there already', () => {
    const { isReached, ways } = sought('priya-raman', '31950');
    expect([isReached, ways.length]).toEqual([true, 0]);
  });

  test('a lever that is not there is said, with those that are', () => {
    const whatIf = whatIfOf(opened, 'marcus-bell');
    const outcome = seek({ whatIf, goal: exact('40000'), by: 'new-ar' });
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(['seek/unknown-lever']);
  });
});

test('bounds of a stretch hold every payment in it', () => {
  const whatIf = whatIfOf(opened, 'marcus-bell');
  const views = whatIf.levers().map((lever) => must(LeverView.open(whatIf, [lever])));
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(...views), part, part, part, (view, one, other, inside) => {
      const [lever] = view.levers as readonly [Lever];
      const [from, to] = [lever.from.approximately(), lever.to.approximately()];
      const [low, high] = [Math.min(one, other), Math.max(one, other)].map(
        (each) => from + (to - from) * each,
      ) as [number, number];
      const bounds = view.between(view.total, [{ low, high }]);
      const paid = view.nearly(view.total, [low + (high - low) * inside]);
      expect(bounds.low).toBeLessThanOrEqual(paid + 1e-6);
      expect(bounds.high).toBeGreaterThanOrEqual(paid - 1e-6);
    }),
    { numRuns: 1000 },
  );
});

describe('the answer is the nearest of all figures', () => {
  const DOMAIN = 260;

  test('on random plans with jumps, falls, gates and caps', () => {
    fc.assert(
      fc.property(randomPlan, fc.integer({ min: 0, max: 60_000 }), (text, goalCents) => {
        const whatIf = smallWhatIf(text);
        const goal = exact(String(goalCents / 100));
        for (const id of ['reported/calls', 'reported/visits']) {
          const lever = whatIf.levers().find((each) => each.id === id);
          if (lever) checkNearest(whatIf, lever, goal);
        }
      }),
      { numRuns: 40 },
    );
  });

  function checkNearest(whatIf: WhatIf, lever: Lever, goal: Lever['step']): void {
    const pay = must(LeverPay.open(whatIf, lever));
    const { total } = whatIf.present.compiled;
    const all = Array.from({ length: DOMAIN + 1 }, (_, figure) => exact(String(figure)));
    const paid = all.map((figure) => {
      const { values } = must(whatIf.calculate(changesOf(lever, figure)));
      return values.cells.get(total) as Lever['step'];
    });
    const present = Number(String(lever.present));
    const far = (place: number): number => Math.abs(place - present);
    const reaching = [...all.keys()].filter((place) => place !== present && paid[place]?.gte(goal));
    const [nearest] = reaching.toSorted((one, other) => far(one) - far(other) || other - one);
    const found = pay.nearest(total, goal);
    if (nearest !== undefined && far(nearest) <= DOMAIN - present) {
      expect(found).toBe(nearest);
    } else if (found !== undefined) {
      expect(found > DOMAIN || paid[found]?.gte(goal)).toBe(true);
    }
    const most = pay.read(pay.most(total), total) as Lever['step'];
    expect(paid.every((each) => each.lte(most))).toBe(true);
  }
});

/** One payee on reported counts: 40 calls and 60 visits. */
function smallWhatIf(text: string): WhatIf {
  const reported =
    'measure,period,figure\ncalls,2026-Q1,40\nvisits,2026-Q1,60\ncalls,2026-Q2,40\nvisits,2026-Q2,60\n';
  const assignments = 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,40000\n';
  const read = must(readTexts({ plan: text, reported, assignments }));
  const period = readPeriod('2026-Q1', { startMonth: 1 });
  if (!period) throw new Error('no period');
  return must(prepareWhatIf({ ...read, period, payee: 'ann' }));
}

const percents = fc.uniqueArray(fc.integer({ min: 0, max: 240 }), { minLength: 2, maxLength: 5 });

const randomPlan = fc
  .record({
    at: percents,
    pays: fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 5, maxLength: 5 }),
    shape: fc.constantFrom('linear', 'stepped', 'retroactive'),
    above: fc.constantFrom('hold', 'extend'),
    gate: fc.integer({ min: 20, max: 120 }),
    effect: fc.constantFrom('zero', '{ scale: 40% }'),
    cap: fc.integer({ min: 50, max: 300 }),
    planCap: fc.integer({ min: 50, max: 300 }),
    other: fc.integer({ min: 0, max: 150 }),
  })
  .map(({ at, pays, shape, above, gate, effect, cap, planCap, other }) => {
    const rows = at.toSorted((one, two) => one - two);
    const curve = {
      linear: `{ shape: linear, points: [${rows.map((row, index) => `{ at: ${row}%, pays: ${pays[index]}% }`).join(', ')}], below: nothing, above: ${above} }`,
      stepped: `{ shape: stepped, steps: [${rows.map((row, index) => `{ from: ${row}%, pays: ${pays[index]}% }`).join(', ')}], below: nothing }`,
      retroactive: `{ shape: retroactive, tiers: [{ from: 0%, rate: 30% }, ${rows
        .filter((row) => row > 0)
        .map((row, index) => `{ from: ${row}%, rate: ${pays[index]}% }`)
        .join(', ')}] }`,
    }[shape];
    return plan({
      measures: `
  calls: { calculate: reported, unit: count, combine: sum }
  visits: { calculate: reported, unit: count, combine: sum }`,
      components: `
  - { id: calls, kind: kpi, title: Calls, weight: 60%, measure: calls, window: period, quota: { perPeriod: 100 }, attainment: ratio, payoutCap: { ofTarget: ${cap}% }, curve: ${curve} }
  - { id: visits, kind: kpi, title: Visits, weight: 40%, measure: visits, window: period, quota: { perPeriod: 100 }, attainment: ratio, curve: { shape: linear, points: [{ at: 0%, pays: ${other}% }, { at: 100%, pays: 100% }, { at: 150%, pays: ${other}% }], below: nothing, above: hold } }`,
      gates: `
  - { id: visits, title: Visits, measure: visits, window: period, require: { atLeast: ${gate} }, actsOn: [calls], whenNotMet: ${effect} }`,
      rest: `planCap: { ofTarget: ${planCap}% }`,
    });
  });
