// Goal seek on pages: what one lever must stand at, the ways that change least, the nearest steps;
// or that no figure reaches it, and what stands in the way. In: the answer. Out: the view.

import type { GoalSought, StudioFrame } from '../../app/studio-ports.ts';
import { exactText, type SeekAnswer, type WayStep } from '../../core/index.ts';
import { type Formatter, formatter } from '../format.ts';
import { type AnswerText, SeekWords } from '../seek-text.ts';
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
  readonly from: readonly ChoiceView[];
  readonly levers: readonly ChoiceView[];
  readonly answer: SeekAnswerView | undefined;
}

export interface ChoiceView {
  readonly id: string;
  readonly label: string;
  readonly isAsked: boolean;
}

export interface SeekAnswerView {
  readonly headline: string;
  readonly asked: AnswerText | undefined;
  /** Of the lever that was asked for, where some figure reaches the goal. */
  readonly askedWay: WayView | undefined;
  readonly ways: readonly WayView[];
  readonly isReachable: boolean;
  /** Where nothing reaches it: what comes nearest, and what stands in the way. */
  readonly nearest: AnswerText | undefined;
  readonly steps: readonly StepView[];
}

interface WayView {
  readonly text: string;
  /** Its place among all that can be opened. */
  readonly place: number;
  /** Empty where the page puts it on its own sliders. */
  readonly href: string;
}

/** What can be opened as a what-if: the figure of the lever that was asked for, then each way. */
export function openableWays({ asked, ways }: SeekAnswer): readonly (readonly WayStep[])[] {
  const own = asked?.reached && [{ lever: asked.lever, figure: asked.reached.figure }];
  return [...(own ? [own] : []), ...ways.map(({ steps }) => steps)];
}

export function seekAnswerView(
  answer: SeekAnswer,
  format: Formatter,
  hrefOf: (steps: readonly WayStep[]) => string,
): SeekAnswerView {
  const { present, goal, isReached, asked, nearest, ways, steps } = answer;
  const words = new SeekWords(format);
  const openable = openableWays(answer);
  const wayAt = (place: number, text: string): WayView => {
    return { text, place, href: hrefOf(openable[place] ?? []) };
  };
  const before = openable.length - ways.length;
  return {
    headline: studioWords.sought(
      format.money(present),
      format.money(goal),
      isReached ? undefined : format.money(goal.minus(present)),
    ),
    asked: asked && shortened(words.answer(asked)),
    askedWay: before > 0 ? wayAt(0, asked?.lever.label ?? '') : undefined,
    ways: ways.map((way, index) => wayAt(before + index, words.way(way))),
    isReachable: isReached || openable.length > 0,
    nearest: nearest && !asked ? shortened(words.answer(nearest)) : undefined,
    steps: stepViews(steps, { format }),
  };
}

/** Where the company's folder lies says nothing about a clause. */
function shortened({ said, obstacles }: AnswerText): AnswerText {
  const short = obstacles.map((each) => each.replace(/\([^()]*\/(?=plans\/)/, '('));
  return { said, obstacles: short };
}

export function seekView(
  { payee, currency, levers, by, kept, started, answer }: GoalSought,
  { company, period }: StudioFrame,
): SeekView {
  const format = formatter(company.locale, currency);
  const path = `${period.id}/${encodeURIComponent(payee.id)}`;
  const file = started?.file.name;
  return {
    payee: payee.name,
    path: `/seek/${path}`,
    whatIf: whatIfPath(path, file, []),
    statement: `/statements/${path}`,
    currency,
    goal: answer ? exactText(answer.goal) : '',
    from: kept.map(({ file: { name }, scenario }) => {
      return { id: name, label: scenario.title, isAsked: name === file };
    }),
    levers: leverChoices(levers, by),
    answer: answer && seekAnswerView(answer, format, (steps) => whatIfPath(path, file, steps)),
  };
}

export function leverChoices(
  levers: GoalSought['levers'],
  by: string | undefined,
): readonly ChoiceView[] {
  return levers.map(({ id, label }) => ({ id, label, isAsked: id === by }));
}

/** A what-if that starts with figures: `?scenario=…&set=result/new-arr/period=542884.56`. */
function whatIfPath(path: string, file: string | undefined, steps: readonly WayStep[]): string {
  const asked = new URLSearchParams(file === undefined ? [] : [['scenario', file]]);
  for (const { lever, figure } of steps) asked.append('set', `${lever.id}=${exactText(figure)}`);
  return `/what-if/${path}${asked.size > 0 ? `?${asked}` : ''}`;
}
