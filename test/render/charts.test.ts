// The chart of a payout curve: the line the core calculated, within its axes, with a label that
// covers none of it. In: curves. Out: the numbers of the drawing.

import { describe, expect, test } from '@jest/globals';
import { exact } from '../../src/core/exact-number.ts';
import type { StatementComponent, StatementCurve } from '../../src/core/index.ts';
import { money } from '../../src/core/money.ts';
import { attainmentBar } from '../../src/render/attainment-bar.ts';
import { chartView, ratesText } from '../../src/render/chart-view.ts';
import { type CurveChart, curveChart } from '../../src/render/charts.ts';
import { formatter } from '../../src/render/format.ts';
import { english } from '../../src/render/wording.ts';

type Pair = readonly [at: string, pays: string];
const points = (pairs: readonly Pair[]) =>
  pairs.map(([at, pays]) => ({ at: exact(at), pays: exact(pays) }));

const STEP: readonly Pair[] = [
  ['0', '0'],
  ['0.699999', '0'],
  ['0.7', '0.5'],
  ['1', '1'],
  ['1.3', '1.9'],
  ['1.43', '1.9'],
];
const ROWS: readonly Pair[] = [
  ['0.7', '0.5'],
  ['1', '1'],
  ['1.3', '1.9'],
];

function draw(here?: Pair, outline = STEP, rows = ROWS, paid?: string): CurveChart {
  const [point] = here ? points([here]) : [];
  const curve: StatementCurve = {
    from: 'ratio',
    gives: 'ratio',
    rowsPay: 'ratio',
    rows: points(rows),
    meaning: 'in proportion between the points',
    outline: points(outline),
    ...(point && { here: point }),
  };
  return curveChart(curve, {
    hereLabel: ['You are here', '94.26% pays 90.43%'],
    xLabel: 'Attainment',
    xTick: (place) => `${Math.round(place * 100)}%`,
    yTick: (place) => `${Math.round(place * 100)}%`,
    ...(paid !== undefined && { paid: exact(paid) }),
  });
}

function spots({ path }: CurveChart): readonly (readonly [x: number, y: number])[] {
  return [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

describe('the curve', () => {
  test('starts a little before its first row and stands upright where pay jumps', () => {
    const chart = draw(['0.9426', '0.9043']);
    const xs = spots(chart).map(([x]) => x);
    expect(Math.min(...xs)).toBe(chart.left);
    expect(chart.xTicks.map(({ label }) => label)).toEqual(['80%', '100%', '120%']);
    const jump = spots(chart).filter(([x], index) => x === xs[index + 1] || x === xs[index - 1]);
    expect(jump).toHaveLength(2);
    expect(jump[0]?.[1]).toBe(chart.yTicks[0]?.place);
  });

  test('keeps everything within the axes', () => {
    for (const here of ['0', '0.5', '0.7', '0.9426', '1.3', '1.42', '25']) {
      const chart = draw([here, '0.9']);
      const marks = [...spots(chart), ...chart.corners.map(({ x, y }) => [x, y] as const)];
      for (const [x, y] of [...marks, [chart.here?.x ?? 0, chart.here?.y ?? 0] as const]) {
        expect(x).toBeGreaterThanOrEqual(chart.left);
        expect(x).toBeLessThanOrEqual(chart.right);
        expect(y).toBeGreaterThanOrEqual(chart.top);
        expect(y).toBeLessThanOrEqual(chart.bottom);
      }
    }
  });

  test('shows zero and full pay even where a curve pays nothing', () => {
    const chart = draw(
      ['0.2', '0'],
      [
        ['0', '0'],
        ['1', '0'],
      ],
      [['1', '0']],
    );
    expect(chart.yTicks.map(({ label }) => label)).toEqual(expect.arrayContaining(['0%', '100%']));
  });

  test('runs below zero with a negative result', () => {
    const chart = draw(['-0.1', '0']);
    expect(chart.here?.x).toBeGreaterThan(chart.left);
    const zero = chart.xTicks.find(({ label }) => label === '0%');
    expect(zero?.place).toBeGreaterThan(chart.here?.x ?? 0);
  });

  test('needs nobody to stand on it', () => {
    expect(draw()).toMatchObject({ here: undefined, paid: undefined });
  });
});

describe('you are here', () => {
  test('stands on the line, and what a gate left is marked below', () => {
    const chart = draw(['1', '1'], STEP, ROWS, '0.8');
    const corner = chart.corners[1];
    expect(chart.here).toMatchObject({ x: corner?.x, y: corner?.y });
    expect(chart.paid?.x).toBe(chart.here?.x);
    expect(chart.paid?.y).toBeGreaterThan(chart.here?.y ?? 0);
  });

  test.each(['0.75', '0.8', '0.9426', '1', '1.1', '1.25', '1.4'])(
    'at %s its label lies within the chart and covers no corner',
    (at) => {
      const chart = draw([at, heightAt(at)]);
      const back = chart.here?.label.back ?? { x: 0, y: 0, width: 0, height: 0 };
      expect(back.x).toBeGreaterThanOrEqual(chart.left);
      expect(back.x + back.width).toBeLessThanOrEqual(chart.right);
      expect(back.y + back.height).toBeLessThanOrEqual(chart.bottom);
      for (const { x, y } of chart.corners) {
        const isCovered =
          x > back.x && x < back.x + back.width && y > back.y && y < back.y + back.height;
        expect(isCovered).toBe(false);
      }
    },
  );
});

/** Heights of the curve STEP, worked out by hand. */
function heightAt(at: string): string {
  const heights: Readonly<Record<string, string>> = {
    '0.75': '0.5833',
    '0.8': '0.6667',
    '0.9426': '0.9043',
    '1': '1',
    '1.1': '1.3',
    '1.25': '1.75',
    '1.4': '1.9',
  };
  return heights[at] ?? '0';
}

describe('rates', () => {
  const desk = { format: formatter('en-US', 'USD'), words: english };
  const paid = money(exact('1300'), 'USD');
  const commission: StatementComponent = {
    id: 'commission',
    kind: 'commission',
    title: 'Commission',
    cells: {},
    window: 'period',
    isDue: true,
    about: 'Bookings',
    result: { number: exact('32500'), unit: 'money' },
    earned: paid,
    payout: paid,
    modifiers: [],
    rules: [],
    parts: [],
  };
  const meaning = 'each slice at its own tier’s rate';

  test('on tiers of a quota are drawn in money', () => {
    const curve: StatementCurve = {
      from: 'ratio',
      gives: 'of-quota',
      rowsPay: 'ratio',
      rows: points([
        ['0', '0.04'],
        ['1', '0.08'],
      ]),
      meaning,
      outline: points([
        ['0', '0'],
        ['1', '0.04'],
        ['1.1', '0.048'],
      ]),
      here: { at: exact('0.975'), pays: exact('0.039') },
    };
    const quota = { number: exact('33333.33'), unit: 'money' } as const;
    const component = { ...commission, quota, attainment: exact('0.975'), curve };
    const chart = chartView(component, curve, desk);
    expect(chart.yLabel).toBe('Payout, USD');
    expect(chart.here?.label.lines[1]?.text).toBe('97.5% pays 1,300.00');
    expect(ratesText(component, desk)).toBe(`4% from 0% and 8% from 100%; ${meaning}.`);
  });

  test('of a single tier are drawn as far as the payee came', () => {
    const curve: StatementCurve = {
      from: 'money',
      gives: 'money',
      rowsPay: 'ratio',
      rows: points([['0', '0.04']]),
      meaning,
      outline: points([
        ['0', '0'],
        ['35750', '1430'],
      ]),
      here: { at: exact('32500'), pays: exact('1300') },
    };
    const component = { ...commission, curve };
    const chart = chartView(component, curve, desk);
    expect(chart.here?.x).toBeLessThan(chart.right);
    expect(chart.here?.y).toBeGreaterThan(chart.top);
    expect(chart.xName.lines[0]?.text).toBe('Bookings, USD');
    expect(ratesText(component, desk)).toBe(`4% from 0; ${meaning}.`);
  });

  test('that differ in what they are paid on say so row by row', () => {
    const [low, high] = points([
      ['0', '0.04'],
      ['50000', '0.06'],
    ]) as [StatementCurve['rows'][number], StatementCurve['rows'][number]];
    const curve: StatementCurve = {
      from: 'money',
      gives: 'money',
      rowsPay: 'ratio',
      rows: [
        { ...low, of: 'slice' },
        { ...high, of: 'whole' },
      ],
      meaning,
      outline: points([['0', '0']]),
    };
    expect(ratesText({ ...commission, curve }, desk)).toBe(
      `4% of the slice from 0 and 6% of the whole from 50,000; ${meaning}.`,
    );
  });
});

test('an attainment bar marks 100% at two thirds, and ends at 150%', () => {
  expect(attainmentBar(exact('0.75'), 1)).toMatchObject({ filled: 45, full: 60, isBeyond: false });
  expect(attainmentBar(exact('2.4'), 1)).toMatchObject({ filled: 90, isBeyond: true });
  expect(attainmentBar(exact('-0.2'), 1)).toMatchObject({ filled: 0, isBeyond: false });
  expect(attainmentBar(exact('0.5'), 0.6).success).toEqual({ from: 36, width: 54 });
});
