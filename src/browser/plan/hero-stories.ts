// The hero test of the plan as typed: each way to game it as a small story, with the clause that
// lets it happen as a button to its line. In: the worker's answer. Out: the stories in the page.

import { element, make } from '../element.ts';
import type { FromWorker } from './worker-messages.ts';

type Hero = Extract<FromWorker, { is: 'hero' }>;

export function showHero(
  holder: HTMLElement,
  { lines, findings }: Hero,
  goTo: (line: number, column: number) => void,
): void {
  const verdict = lines.at(-1)?.text ?? 'It cannot be tried yet: the plan has problems.';
  const refused = findings.map(({ what, remedy }) => `${what}. Instead: ${remedy}.`);
  element(holder, '[role=status]').textContent = refused.join(' ').replaceAll('`', '') || verdict;
  element(holder, 'ul').replaceChildren(
    ...storiesOf(lines.slice(0, -1)).map((story) => storyOf(story, goTo)),
  );
}

/** Empty lines stand between stories. */
function storiesOf(lines: Hero['lines']): readonly Hero['lines'][] {
  const starts = lines.flatMap(({ text }, index) => (text === '' ? [index] : []));
  const bounds = [-1, ...starts, lines.length];
  return bounds
    .slice(1)
    .map((end, index) => lines.slice((bounds[index] ?? 0) + 1, end))
    .filter((story) => story.length > 0);
}

/** The sentence that it is told in first. */
function storyOf(story: Hero['lines'], goTo: (line: number, column: number) => void): HTMLElement {
  const isExploit = story.some(({ clause }) => clause);
  const said = story.map(({ text, clause, isDetail }) => {
    const kind = isExploit && !isDetail ? { class: 'told' } : {};
    if (!clause) return make('p', kind, text.replaceAll('`', ''));
    const jump = make('button', { type: 'button', class: 'jump' }, `Line ${clause.line}`);
    jump.addEventListener('click', () => goTo(clause.line, clause.column));
    return make('p', kind, `${text}: `, jump);
  });
  return make('li', { class: `finding ${isExploit ? 'is-error' : ''}` }, ...said);
}
