// Goal seek as a page: what one lever must stand at, the ways that change least, the nearest steps;
// or that no figure reaches it, and what stands in the way. In: the answer. Out: the view.

import type { GoalSought, StudioFrame } from '../../app/studio-ports.ts';
import { exactText } from '../../core/index.ts';
import { formatter } from '../format.ts';
import { SeekWords } from '../seek-text.ts';
import { type StepView, stepViews } from './outlook-view.ts';
import { studioWords } from './studio-words.ts';

export interface SeekView {
  readonly payee: string;
  readonly path: string;
  readonly whatIf: string;
  readonly statement: string;
  readonly currency: string;
  /** As the field holds it. */
  readonly goal: string;
  readonly headline: string;
  readonly levers: readonly {
    readonly id: string;
    readonly label: string;
    readonly isAsked: boolean;
  }[];
  readonly asked: readonly string[];
  readonly isReachable: boolean;
  readonly ways: readonly string[];
  readonly steps: readonly StepView[];
  readonly isAnswered: boolean;
}

/** Where the company's folder lies says nothing about a clause. */
function shortLine(line: string): string {
  return line.trim().replace(/\([^()]*\/(?=plans\/)/, '(');
}

export function seekView(
  { payee, currency, levers, by, answer }: GoalSought,
  { company, period }: StudioFrame,
): SeekView {
  const format = formatter(company.locale, currency);
  const words = new SeekWords(format);
  const path = `${period.id}/${encodeURIComponent(payee.id)}`;
  return {
    payee: payee.name,
    path: `/seek/${path}`,
    whatIf: `/what-if/${path}`,
    statement: `/statements/${path}`,
    currency,
    goal: answer ? exactText(answer.goal) : '',
    headline: answer
      ? studioWords.sought(
          format.money(answer.present),
          format.money(answer.goal),
          answer.isReached ? undefined : format.money(answer.goal.minus(answer.present)),
        )
      : '',
    levers: levers.map(({ id, label }) => ({ id, label, isAsked: id === by })),
    asked: answer?.asked ? words.answer(answer.asked).map(shortLine) : [],
    isReachable: answer === undefined || answer.isReached || answer.ways.length > 0,
    ways: answer ? answer.ways.map((way) => words.way(way)) : [],
    steps: answer ? stepViews(answer.steps, { format }) : [],
    isAnswered: answer !== undefined,
  };
}
