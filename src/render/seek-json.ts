// A goal seek for programs: exact figures as text, and changes as a scenario would write them.
// In: the answer. Out: plain objects.

import { exactText, type Lever, type LeverAnswer, type SeekAnswer } from '../core/index.ts';

type Exactly = Lever['step'];

export function seekJson(answer: SeekAnswer) {
  const { goal, present, isReached, asked, nearest, ways, steps, levers } = answer;
  return {
    goal: exactText(goal),
    present: exactText(present),
    isReached,
    ...(asked && { asked: answerJson(asked) }),
    ...(nearest && { nearest: answerJson(nearest) }),
    leastBy: 'sum of the parts of the levers’ ranges that are moved; of deals, by their number',
    ways: ways.map(({ steps: moved, pays, effort }) => ({
      pays: exactText(pays),
      effort,
      levers: moved.map(({ lever, figure }) => ({ lever: lever.id, ...moveJson(lever, figure) })),
    })),
    steps: steps.map(({ lever, figure, adds, opens, clause }) => ({
      lever: lever.id,
      ...moveJson(lever, figure),
      adds: exactText(adds),
      ...(opens && { opens }),
      clause,
    })),
    levers: levers.map((each) => ({
      id: each.id,
      label: each.label,
      unit: each.unit,
      ...(each.present && { present: exactText(each.present) }),
      step: exactText(each.step),
      range: [exactText(each.from), exactText(each.to)],
      ...(each.levels && { levels: each.levels.map(exactText) }),
    })),
  };
}

function answerJson({ lever, reached, most }: LeverAnswer) {
  const paid = ({ figure, pays }: { readonly figure: Exactly; readonly pays: Exactly }) => {
    return { figure: exactText(figure), pays: exactText(pays) };
  };
  return {
    lever: lever.id,
    ...(reached && { reached: { ...paid(reached), oneStepLess: paid(reached.oneStepLess) } }),
    ...(most && {
      most: {
        ...paid(most),
        obstacles: most.obstacles.map((each) => ({ ...each, cost: exactText(each.cost) })),
      },
    }),
  };
}

function moveJson({ present }: Lever, figure: Exactly) {
  return { ...(present && { from: exactText(present) }), to: exactText(figure) };
}
