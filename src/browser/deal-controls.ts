// Deals that somebody imagines, changes or leaves out.
// In: the page's forms. Out: the state's deals.

import { documentText } from '../render/pages/field-text.ts';
import { studioWords } from '../render/pages/studio-words.ts';
import { partOf } from './element.ts';
import type { LiveWhatIf } from './live-what-if.ts';
import type { ScenarioState } from './scenario-state.ts';

export class DealControls {
  readonly #live: LiveWhatIf;
  readonly #state: ScenarioState;
  readonly #settle: () => void;

  constructor(live: LiveWhatIf, state: ScenarioState, settle: () => void) {
    this.#live = live;
    this.#state = state;
    this.#settle = settle;
    partOf('imagine').addEventListener('submit', (event) => this.#imagine(event));
    for (const row of dealRows()) this.#listen(row);
  }

  show(): void {
    for (const row of dealRows()) this.#place(row);
    partOf('imagined').replaceChildren(
      ...[...this.#state.imagined.values()].map(({ id, count, like, attributes }) => {
        const name = like === '' ? id : studioWords.like(like);
        const about = [studioWords.imagined(count, name), ...Object.values(attributes)];
        return this.#imaginedRow(id, about.filter((each) => each !== '').join(' · '));
      }),
    );
  }

  #imaginedRow(id: string, text: string): HTMLElement {
    const row = document.createElement('li');
    row.className = 'deal is-imagined';
    const said = document.createElement('span');
    said.textContent = `${text} `;
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.className = 'link';
    remove.textContent = 'Remove';
    remove.setAttribute('aria-label', `Remove ${id}`);
    remove.addEventListener('click', () => {
      this.#state.imagined.delete(id);
      this.#changed();
    });
    row.append(said, remove);
    return row;
  }

  #imagine(event: Event): void {
    event.preventDefault();
    const { count = '1', like = '', ...attributes } = this.#fieldsOf(event.target);
    const taken = [...this.#state.imagined.keys()];
    let number = taken.length + 1;
    while (taken.includes(`imagined-${number}`)) number += 1;
    const id = `imagined-${number}`;
    // What is empty is as in the deal that it is like, or not known.
    this.#state.imagined.set(id, { id, count, like, attributes });
    this.#changed();
  }

  #listen(row: HTMLElement): void {
    const id = row.dataset['deal'] ?? '';
    row.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#state.dropped.delete(id);
      this.#state.edited.set(id, this.#fieldsOf(event.target));
      this.#changed();
    });
    row.querySelector('.deal-drop')?.addEventListener('click', () => {
      this.#state.edited.delete(id);
      this.#state.dropped.add(id);
      this.#changed();
    });
    row.querySelector('.deal-back')?.addEventListener('click', () => {
      this.#state.edited.delete(id);
      this.#state.dropped.delete(id);
      row.querySelector('form')?.reset();
      this.#changed();
    });
  }

  #place(row: HTMLElement): void {
    const id = row.dataset['deal'] ?? '';
    const isDropped = this.#state.dropped.has(id);
    const isEdited = this.#state.edited.has(id);
    row.classList.toggle('is-dropped', isDropped);
    row.classList.toggle('is-edited', isEdited);
    const back = row.querySelector<HTMLElement>('.deal-back');
    if (back) back.hidden = !isDropped && !isEdited;
    const said = row.querySelector<HTMLElement>('.deal-state');
    if (!said) return;
    said.hidden = !isDropped && !isEdited;
    said.textContent = isDropped ? 'left out' : 'changed';
  }

  #changed(): void {
    this.show();
    this.#settle();
  }

  /** What is filled in, as documents say it. */
  #fieldsOf(form: EventTarget | null): Record<string, string> {
    const units = this.#live.company.model.units;
    const fields = [...new FormData(form as HTMLFormElement)].flatMap(([name, written]) => {
      const text = documentText(String(written), units.get(name) ?? 'text');
      return text === '' ? [] : [[name, text] as const];
    });
    return Object.fromEntries(fields);
  }
}

function dealRows(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-deal]')];
}
