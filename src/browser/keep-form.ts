// Keeps a scenario as a file of the company's folder, and opens the one that the page was asked
// for. A file that somebody else changed meanwhile is never written over.
// In: the page and the state. Out: the file; what stands in the way is said.

import { identifierFor, type Scenario } from '../core/index.ts';
import { element, partOf } from './element.ts';
import type { LiveWhatIf } from './live-what-if.ts';
import type { ScenarioState } from './scenario-state.ts';

export class KeepForm {
  readonly #page: HTMLElement;
  readonly #live: LiveWhatIf;
  readonly #state: ScenarioState;
  /** Of the scenario that the page shows. */
  #note: string | undefined;

  constructor(page: HTMLElement, live: LiveWhatIf, state: ScenarioState) {
    this.#page = page;
    this.#live = live;
    this.#state = state;
    document.addEventListener('submit', (event) => {
      const form = event.target as HTMLFormElement;
      if (!form.matches('.kept-form')) return;
      event.preventDefault();
      this.#change(form).catch((problem: Error) => say(problem.message));
    });
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
    if (scenario.ok) this.#note = scenario.product.note;
    return scenario.ok ? scenario.product : undefined;
  }

  /** Renames or deletes one, and leaves alone what was moved on the page meanwhile. */
  async #change(form: HTMLFormElement): Promise<void> {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: new URLSearchParams([...new FormData(form)].map(([name, text]) => [name, `${text}`])),
      redirect: 'manual',
    });
    if (answer.type !== 'opaqueredirect') {
      return say(((await answer.json()) as { readonly text: string }).text);
    }
    say('');
    const fresh = new DOMParser().parseFromString(await textOf(location.href), 'text/html');
    element(document, '.kept').replaceWith(element(fresh, '.kept'));
    const { file, version, title } = element(fresh, '#what-if').dataset;
    for (const [name, text] of Object.entries({ file, version, title })) {
      if (text === undefined) delete this.#page.dataset[name];
      else this.#page.dataset[name] = text;
    }
  }

  async #keep(form: HTMLFormElement): Promise<void> {
    const title = String(new FormData(form).get('title') ?? '').trim();
    const { file, version, title: before, scenario: id } = this.#page.dataset;
    const isSame = file !== undefined && title === before;
    const changes = this.#state.changes(this.#live.levers);
    const named = isSame ? { id, title, note: this.#note } : { id: idOf(title), title };
    const scenario = this.#live.document(changes, named);
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

async function textOf(address: string): Promise<string> {
  return (await fetch(address)).text();
}

/** `two-more-customers` of a title; never empty. */
function idOf(title: string): string {
  return identifierFor(title) ?? identifierFor(`scenario ${title}`) ?? 'scenario';
}
