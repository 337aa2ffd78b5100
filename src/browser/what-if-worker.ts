// Finds the nearest steps and what a goal takes, beside the page, so that a slider never waits.
// In: the company (once), then scenarios. Out: answers as HTML, and ways to a goal as scenarios.
// The core is the one that pays people.

import './no-generated-code.ts';

import {
  changesOf,
  exact,
  joined,
  nextSteps,
  type Outcome,
  plainNumber,
  type ScenarioChanges,
  seek,
  type WhatIf,
} from '../core/index.ts';
import { formatter } from '../render/format.ts';
import { stepViews } from '../render/pages/outlook-view.ts';
import { openableWays, seekAnswerView } from '../render/pages/seek-view.ts';
import { studioWords } from '../render/pages/studio-words.ts';
import { type LiveWhatIf, openLive } from './live-what-if.ts';
import { ScenarioState } from './scenario-state.ts';
import { writePart } from './templates.ts';
import type { FromWorker, ToAnswer, ToWorker } from './what-if-messages.ts';

type Answer = Pick<FromWorker, 'html' | 'ways'>;

let opened: Promise<LiveWhatIf> | undefined;
const latest = new Map<ToAnswer['is'], number>();

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.is === 'company') {
    opened = openLive(data.sent, data.whose);
    return;
  }
  latest.set(data.is, data.turn);
  // What is asked meanwhile is heard first, and then only the last of it is answered.
  setTimeout(() => void answer(data));
});

async function answer(asked: ToAnswer): Promise<void> {
  const live = await opened;
  const { is, turn } = asked;
  if (!live || latest.get(is) !== turn) return;
  const standing = live.standing(asked.changes);
  const said = standing.ok ? answered(asked, live, standing.product) : problem(standing);
  const message: FromWorker = { is, turn, ...said };
  self.postMessage(message);
}

function answered(asked: ToAnswer, live: LiveWhatIf, standing: WhatIf): Answer {
  const format = formatter(live.company.locale, live.present.currency);
  if (asked.is === 'steps') {
    const steps = stepViews(nextSteps(standing), { format });
    return { html: writePart('steps', { steps }), ways: [] };
  }
  const goal = plainNumber(asked.goal);
  if (goal === undefined) return said(studioWords.notAnAmount);
  const { by } = asked;
  const sought = seek({ whatIf: standing, goal: exact(goal), ...(by !== '' && { by }) });
  if (!sought.ok) return problem(sought);
  const view = seekAnswerView(sought.product, format, () => '');
  const ways = openableWays(sought.product).map((steps) =>
    steps.map(({ lever, figure }) => changesOf(lever, figure)),
  );
  return {
    html: writePart('seek-answer', view),
    ways: ways.map((changes) => written(joined(standing.base, ...changes), live)),
  };
}

function written(changes: ScenarioChanges, live: LiveWhatIf) {
  const state = new ScenarioState();
  state.load({ changes }, live.levers);
  return state.changes(live.levers);
}

function problem({ diagnostics }: Outcome<unknown>): Answer {
  return said(diagnostics.map(({ what }) => what).join('; '));
}

function said(text: string): Answer {
  return { html: writePart('said', { text }), ways: [] };
}
