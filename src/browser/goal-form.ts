// What do I need for …? Asked of the scenario as it stands on the page; each way that is found can
// be put on the sliders. In: the form, and whom to ask. Out: the answer in the page.

import type { DocumentNode } from '../core/index.ts';
import { studioWords } from '../render/pages/studio-words.ts';
import { partOf } from './element.ts';

interface GoalCalls {
  readonly seek: (
    goal: string,
    by: string,
    tell: (html: string, ways: readonly DocumentNode[]) => void,
  ) => void;
  /** Puts a scenario's changes on the page. */
  readonly open: (changes: DocumentNode) => void;
}

export function startGoalForm({ seek, open }: GoalCalls): void {
  const answer = partOf('goal-answer');
  let found: readonly DocumentNode[] = [];
  partOf('goal-form').addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    answer.textContent = studioWords.seeking;
    seek(String(fields.get('for')), String(fields.get('by')), (html, ways) => {
      answer.innerHTML = html;
      found = ways;
    });
  });
  answer.addEventListener('click', ({ target }) => {
    const { way } = (target as HTMLElement).dataset;
    const changes = way === undefined ? undefined : found[Number(way)];
    if (changes) open(changes);
  });
}
