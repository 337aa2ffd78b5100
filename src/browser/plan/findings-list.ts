// The checker's findings below the text, each a button to its line. In: findings. Out: the list; a
// finding about another file names that file.

import type { Diagnostic } from '../../core/index.ts';
import { element, make } from '../element.ts';

export function showFindings(
  holder: HTMLElement,
  findings: readonly Diagnostic[],
  file: string,
  goTo: (line: number, column: number) => void,
): void {
  element(holder, '[data-count]').textContent = counted(findings);
  element(holder, 'ul').replaceChildren(
    ...findings.map((each) => item(each, each.place.file === file, goTo)),
  );
}

function item(
  { severity, place, what, why, remedy, code }: Diagnostic,
  isHere: boolean,
  goTo: (line: number, column: number) => void,
): HTMLElement {
  const where = isHere ? `Line ${place.line}` : `${place.file}:${place.line}`;
  const jump = make('button', { type: 'button', class: 'jump' }, where);
  jump.addEventListener('click', () => goTo(place.line, place.column));
  const isError = severity === 'error';
  const kind = make('span', { class: 'finding-kind' }, isError ? 'Problem' : 'Doubt');
  const said = make('p', { class: 'finding-what' }, kind, ' ', ...quoted(what), '. ');
  said.append(isHere ? jump : where);
  return make(
    'li',
    { class: `finding ${isError ? 'is-error' : 'is-doubt'}`, 'data-code': code },
    said,
    make('p', {}, why),
    make('p', {}, 'Instead: ', ...quoted(remedy), '.'),
  );
}

/** Words between backquotes are what somebody wrote. */
function quoted(text: string): readonly (Node | string)[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? make('q', {}, part) : part));
}

function counted(findings: readonly Diagnostic[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const doubts = findings.length - errors;
  if (findings.length === 0) return 'The checker finds nothing wrong.';
  const parts = [counting(errors, 'problem'), counting(doubts, 'doubt')].filter((each) => each);
  return `The checker has ${parts.join(' and ')}.`;
}

function counting(count: number, one: string): string {
  return count === 0 ? '' : `${count} ${one}${count === 1 ? '' : 's'}`;
}
