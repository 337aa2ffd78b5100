// What the studio shows before every goal is scored: the scores that the calculation lacks count as
// nothing, and no others; where it lacks none, the studio shows the pay that the run will pay.

import { describe, expect, test } from '@jest/globals';
import { payOf } from '../../src/app/studio/overview.ts';
import { whatIfOf } from '../../src/app/studio/prepare-what-if.ts';
import { type Exact, exactText, readPeriod } from '../../src/core/index.ts';
import { plan } from '../core/small-plan.ts';
import { calculatePeriod, must, readTexts, type Texts } from '../in-memory-company.ts';

const line = 'below: nothing, above: hold }';
const okr = (window: string): string => `
  - id: growth
    kind: okr
    title: Growth
    weight: 100%
    ${window}
    objective: Grow
    keyResults: [{ id: plan, title: A pricing plan, weight: 100%, milestone: { by: 2026-06-30 } }]
    curve: { shape: linear, points: [{ at: 0%, pays: 0% }, { at: 70%, pays: 100% }], ${line}`;
const mbo = (window: string, more = 'missingScore: stop'): string => `
  - id: growth
    kind: mbo
    title: Growth
    weight: 100%
    ${window}
    scorer: CEO
    scale: { upTo: 100% }
    ${more}
    goals: [{ id: plan, title: A pricing plan, weight: 100% }]
    curve: { shape: linear, points: [{ at: 0%, pays: 0% }, { at: 100%, pays: 100% }], ${line}`;

const ASSIGNMENTS = 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,40000\n';
const TO_DATE = 'window: year-to-date\n    negativeTrueUp: recover';

/** Ann's pay by quarters with scores as `Q1 70%`, shown so far and as a run calculates it. */
function shown(components: string, period: string, ...scores: readonly string[]) {
  return shownOf({ plan: plan({ components }), assignments: ASSIGNMENTS }, period, scores);
}

function shownOf(texts: Texts, period: string, scores: readonly string[]) {
  const rows = scores.map((each) => {
    const [quarter, score] = each.split(' ');
    return `ann,2026-${quarter},growth,plan,${score}\n`;
  });
  const read = must(
    readTexts({
      ...texts,
      scores: `payee,period,component,goal,score\n${rows.join('')}`,
    }),
  );
  const asked = readPeriod(`2026-${period}`, read.company.calendar);
  if (!asked) throw new Error('no period');
  const { awaits, statement } = payOf(read, asked, 'ann');
  const whatIf = whatIfOf(read, asked, 'ann');
  const run = calculatePeriod(read, asked.id);
  const paid = run.ok && (run.product.payees[0]?.values.cells.get('plan.total') as Exact);
  return {
    awaits: awaits.map(({ title, stops }) => `${title}${stops ? '' : ', or zero'}`),
    pay: statement && exactText(statement.payment.exact),
    run: paid ? exactText(paid) : run.diagnostics.map(({ what }) => what.split(' in ')[1]).join(),
    isPrepared: whatIf.ok,
  };
}

const GOAL = 'A pricing plan';

describe('awaited are', () => {
  test('no milestone that was reached before, which stays reached', () => {
    // To date 100 % of 20,000, minus the 10,000 of the first quarter.
    const found = { awaits: [], pay: '10000', run: '10000', isPrepared: true };
    expect(shown(okr(TO_DATE), 'Q2', 'Q1 70%')).toEqual(found);
  });

  test('a milestone of this quarter alone, reached before or not', () => {
    const found = { awaits: [GOAL], pay: '0', run: '2026-Q2', isPrepared: true };
    expect(shown(okr('window: period'), 'Q2', 'Q1 70%')).toEqual(found);
  });

  test('the scores of every period that a mean is made of', () => {
    const average = mbo(TO_DATE, 'missingScore: stop\n    combine: average');
    // The mean of 0, 0 and 90 % is 30 % of the 30,000 to date; nothing was paid before.
    expect(shown(average, 'Q3', 'Q3 90%')).toMatchObject({ awaits: [GOAL], pay: '9000' });
    // The mean of 60 %, 0 and 90 % is 50 %: 15,000, minus 6,000 and what 30 % of 20,000 add: 0.
    const found = { awaits: [GOAL], pay: '9000', run: '2026-Q2', isPrepared: true };
    expect(shown(average, 'Q3', 'Q1 60%', 'Q3 90%')).toEqual(found);
    expect(shown(average, 'Q2', 'Q1 60%', 'Q2 90%')).toMatchObject({ awaits: [], run: '9000' });
  });

  test('the last score alone where it is what counts', () => {
    const latest = mbo(TO_DATE, 'missingScore: stop\n    combine: latest');
    // Nothing to date in the second quarter, minus the 6,000 of the first.
    expect(shown(latest, 'Q2', 'Q1 60%')).toMatchObject({ awaits: [GOAL], pay: '-6000' });
  });

  test('no scores of a year before it is judged', () => {
    const year = mbo('window: year', 'missingScore: stop\n    combine: latest');
    const found = { awaits: [], pay: '0', run: '0', isPrepared: true };
    expect(shown(year, 'Q3')).toEqual(found);
    expect(shown(year, 'Q4')).toMatchObject({ awaits: [GOAL], pay: '0', run: '2026-Q4' });
    expect(shown(year, 'Q4', 'Q4 50%')).toMatchObject({ awaits: [], pay: '20000', run: '20000' });
  });

  test('a goal once where the period has two parts', () => {
    const rest = 'proration: calendar-days\nsegments: separate';
    const assignments = `${ASSIGNMENTS.replace('40000', '2026-05-15,40000').replace('from,', 'from,to,')}ann,plan,2026-05-16,,80000\n`;
    const texts = { plan: plan({ rest, components: mbo('window: period') }), assignments };
    expect(shownOf(texts, 'Q2', [])).toMatchObject({ awaits: [GOAL], pay: '0', isPrepared: true });
  });

  test('scores without which a goal is zero, which stop nothing', () => {
    const found = { awaits: [`${GOAL}, or zero`], pay: '0', run: '0', isPrepared: true };
    expect(shown(mbo('window: period', 'missingScore: zero'), 'Q1')).toEqual(found);
  });
});
