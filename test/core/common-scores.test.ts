// A score without a payee holds for all payees of its plan, or of the company; statements say so.

import { describe, expect, test } from '@jest/globals';
import { buildStatement } from '../../src/core/index.ts';
import { statementJson } from '../../src/render/json.ts';
import { statementView } from '../../src/render/statement-view.ts';
import { calculateTexts, findings, must } from '../in-memory-company.ts';
import { plan } from './small-plan.ts';

const GOALS = `
  - id: company
    kind: mbo
    title: Company
    weight: 100%
    window: period
    scorer: Board
    scale: { upTo: 100% }
    missingScore: stop
    goals: [{ id: launch, title: Launch, weight: 100% }]
    curve: { shape: linear, points: [{ at: 0%, pays: 0% }, { at: 100%, pays: 100% }], below: nothing, above: hold }`;
const ASSIGNED = 'payee,plan,from,targetIncentive\nann,plan,2026-01-01,40000\n';

const scored = (row: string) =>
  calculateTexts(
    {
      plan: plan({ components: GOALS }),
      assignments: ASSIGNED,
      scores: `payee,plan,period,component,goal,score,scorer\n${row}\n`,
    },
    '2026-Q1',
  );

describe('a score for several', () => {
  test.each([
    [',,2026-Q1,company,launch,80%,Board', 'company', 'Board, once for the company'],
    [',plan,2026-Q1,company,launch,80%,', 'plan', 'once for all on the plan'],
    ['ann,,2026-Q1,company,launch,80%,Boss', undefined, 'Boss'],
  ])('%s', (row, scope, said) => {
    const { payees, company } = must(scored(row));
    const statement = buildStatement(payees[0] as never, company);
    expect(statement.components[0]?.parts[0]?.scoredFor).toBe(scope);
    expect(statementJson(statement).components[0]?.parts[0]?.scoredFor).toBe(scope);
    expect(statementView(statement).parts[0]?.rows[0]?.cells.map(({ text }) => text)).toContain(
      said,
    );
  });

  test.each([
    [',,2026-Q1,firm,launch,80%,', 'scores/unknown-goal scores.csv:2:11'],
    [',plam,2026-Q1,company,launch,80%,', 'scores/unknown-goal scores.csv:2:2'],
    [',,2026-Q1,company,launch,120%,', 'scores/off-scale scores.csv:2:26'],
    [',,2026-M01,company,launch,80%,', 'data/period-length scores.csv:2:3'],
  ])('%s is refused', (row, finding) => {
    expect(findings(scored(row))).toEqual([finding]);
  });
});
