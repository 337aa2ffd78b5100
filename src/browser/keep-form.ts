// Keeps a scenario as a file of the company's folder, and opens the one that the page was asked
// for. A file that somebody else changed meanwhile is never written over.
// In: the page and the state. Out: the file; what stands in the way is said.

import type { Scenario } from '../core/index.ts';
import { partOf } from './element.ts';
import type { LiveWhatIf } from './live-what-if.ts';
import type { ScenarioState } from './scenario-state.ts';

export class KeepForm {
  readonly #page: HTMLElement;
  readonly #live: LiveWhatIf;
  readonly #state: ScenarioState;

  constructor(page: HTMLElement, live: LiveWhatIf, state: ScenarioState) {
    this.#page = page;
    this.#live = live;
    this.#state = state;
    partOf('keep-form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#keep(event.target as HTMLFormElement).catch((problem: Error) => say(problem.message));
    });
  }

  /** The scenario that the page shows, as it was kept. */
  async opened(): Promise<Scenario | undefined> {
    const { file } = this.#page.dataset;
    if (file === undefined) return undefined;
    const answer = await fetch(`/scenarios?file=${encodeURIComponent(file)}`);
    const scenario = this.#live.read(await answer.json());
    return scenario.ok ? scenario.product : undefined;
  }

  async #keep(form: HTMLFormElement): Promise<void> {
    const title = String(new FormData(form).get('title') ?? '').trim();
    const { file, version, title: before, scenario: id } = this.#page.dataset;
    const isSame = file !== undefined && title === before;
    const changes = this.#state.changes(this.#live.levers);
    const scenario = this.#live.document(changes, isSame ? id : idOf(title), title);
    const answer = await fetch('/scenarios', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify({ scenario, ...(isSame && { file, version }) }),
    });
    const said = (await answer.json()) as { readonly file: string; readonly text: string };
    if (!answer.ok) return say(said.text);
    location.assign(`${this.#page.dataset['path']}?scenario=${encodeURIComponent(said.file)}`);
  }
}

function say(text: string): void {
  partOf('kept-said').textContent = text;
}

/** `two-more-customers` of a title; never empty. */
function idOf(title: string): string {
  const plain = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '');
  return slug.slice(0, 60) || 'scenario';
}
