// Deals that somebody imagines, changes or leaves out.
// In: the page's forms. Out: the state's deals.

import { exact, isDecimalText } from '../core/index.ts';
import { documentText, fieldText } from '../render/pages/field-text.ts';
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
    const { count = '1', like = '', ...attributes } = this.#changedIn(event.target);
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
      this.#edit(id, this.#changedIn(event.target));
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
      this.#changed();
    });
  }

  #place(row: HTMLElement): void {
    const id = row.dataset['deal'] ?? '';
    const isDropped = this.#state.dropped.has(id);
    const isEdited = this.#state.edited.has(id);
    row.classList.toggle('is-dropped', isDropped);
    row.classList.toggle('is-edited', isEdited);
    for (const field of fieldsOf(row.querySelector('form'))) {
      const said = this.#state.edited.get(id)?.[field.name];
      field.value = said === undefined ? defaultOf(field) : this.#shown(said, field.name);
    }
    const back = row.querySelector<HTMLElement>('.deal-back');
    if (back) back.hidden = !isDropped && !isEdited;
    const said = row.querySelector<HTMLElement>('.deal-state');
    if (!said) return;
    said.hidden = !isDropped && !isEdited;
    said.textContent = isDropped ? 'left out' : 'changed';
  }

  #edit(id: string, attributes: Readonly<Record<string, string>>): void {
    if (Object.keys(attributes).length > 0) this.#state.edited.set(id, attributes);
    else this.#state.edited.delete(id);
  }

  #changed(): void {
    this.show();
    this.#settle();
  }

  /** What a document says, as a field shows it: 15 of `15%` and of a ratio of 0.15. */
  #shown(said: string, name: string): string {
    const isPlain = this.#live.company.model.units.get(name) === 'ratio' && isDecimalText(said);
    return isPlain ? fieldText(exact(said), 'ratio') : said.replace(/%$/, '');
  }

  /** What is not as the page had it, as documents say it. */
  #changedIn(form: EventTarget | null): Record<string, string> {
    const units = this.#live.company.model.units;
    const changed = fieldsOf(form).filter((field) => field.value !== defaultOf(field));
    return Object.fromEntries(
      changed.map(({ name, value }) => [name, documentText(value, units.get(name) ?? 'text')]),
    );
  }
}

type Field = HTMLInputElement | HTMLSelectElement;

function fieldsOf(form: EventTarget | null): readonly Field[] {
  const fields = [...(form as HTMLFormElement).elements];
  return fields.filter(
    (each): each is Field => each instanceof HTMLInputElement || each instanceof HTMLSelectElement,
  );
}

/** As the page was sent. */
function defaultOf(field: Field): string {
  if (field instanceof HTMLInputElement) return field.defaultValue;
  return [...field.options].find((each) => each.defaultSelected)?.value ?? '';
}

function dealRows(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-deal]')];
}
