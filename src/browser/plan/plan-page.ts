// The plan page: the text and the form write into the same document; after each change the worker
// checks it and says what it pays. In: the page as the server wrote it. Out: nothing; saving goes
// to the server with the version that the page was made from.

import { SENT_COMPANY, type SentCompany } from '../../app/sent-company.ts';
import { planFiles } from '../../app/studio/plan-page.ts';
import { readIsoDate } from '../../core/index.ts';
import { editYaml, type YamlEdit } from '../../documents/edit-yaml.ts';
import { element, make } from '../element.ts';
import { showFindings } from './findings-list.ts';
import { showForm } from './form-fields.ts';
import { showHero } from './hero-stories.ts';
import { openEditor } from './plan-editor.ts';
import { type Standing, savePlan } from './save-plan.ts';
import type { Choice, FromWorker, ToWorker } from './worker-messages.ts';

/** Long enough that a word is typed, short enough that nobody waits. */
const PAUSE_MS = 150;
/** The letter is written by the server, and its frame starts anew. */
const LETTER_PAUSE_MS = 1200;

export async function startPlanPage(page: HTMLElement): Promise<void> {
  const name = page.dataset['file'] ?? '';
  const [standing, sent] = await Promise.all([
    load<Standing>(`${planFiles.text}?file=${encodeURIComponent(name)}`),
    load<SentCompany>(SENT_COMPANY),
  ]);
  new PlanPage(page, standing).start(sent);
}

class PlanPage {
  readonly #page: HTMLElement;
  readonly #worker = new Worker(planFiles.worker, { type: 'module' });
  readonly #editor: ReturnType<typeof openEditor>;
  #standing: Standing;
  #turn = 0;
  #payee: string | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #letterWaiting: ReturnType<typeof setTimeout> | undefined;

  constructor(page: HTMLElement, standing: Standing) {
    this.#page = page;
    this.#standing = standing;
    this.#editor = openEditor(element(page, '[data-editor]'), standing.text, {
      onChange: () => this.#changed(),
      onSave: () => void this.#save(),
    });
  }

  start(sent: SentCompany): void {
    const { name } = this.#standing;
    this.#send({ is: 'company', sent, file: name });
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.turn === this.#turn) this.#show(data);
    });
    this.#worker.addEventListener('error', ({ message }) => {
      this.#say(`The page cannot calculate: ${message}`);
    });
    element(this.#page, '[data-save]').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#save();
    });
    element(this.#page, '[data-hero-test] button').addEventListener('click', () => {
      element(this.#page, '[data-hero-test] [role=status]').textContent = 'Trying mixes of deals …';
      this.#send({ is: 'hero', turn: this.#turn });
    });
    element(this.#page, '[data-letter]').addEventListener('toggle', () => this.#writeLetter());
    element(this.#page, '[data-whose]').addEventListener('change', ({ target }) => {
      this.#payee = (target as HTMLSelectElement).value;
      this.#check();
    });
    addEventListener('keydown', (event) => {
      if (event.key !== 's' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      void this.#save();
    });
    addEventListener('beforeunload', (event) => {
      if (this.#isChanged()) event.preventDefault();
    });
    element(this.#page, '[data-plain]').remove();
    this.#page.classList.add('is-live');
    this.#check();
  }

  #changed(): void {
    // What is answered from here on is about a text that is no longer there.
    this.#turn += 1;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => this.#check(), PAUSE_MS);
    clearTimeout(this.#letterWaiting);
    this.#letterWaiting = setTimeout(() => this.#writeLetter(), LETTER_PAUSE_MS);
    Object.assign(this.#page.dataset, { checked: 'no', priced: 'no', compared: 'no' });
    this.#say(this.#isChanged() ? 'Not saved yet.' : 'As saved.');
  }

  #check(): void {
    const { name: file, text: saved } = this.#standing;
    const payee = this.#payee;
    const texts = { file, text: this.#editor.text(), saved, today: today() };
    this.#page.dataset['compared'] = 'no';
    this.#send({ is: 'text', turn: this.#turn, ...texts, ...(payee !== undefined && { payee }) });
  }

  #show(answer: FromWorker): void {
    if (answer.is === 'priced') {
      element(this.#page, '[data-preview]').innerHTML = answer.html;
      showChoices(element(this.#page, '[data-whose]'), answer.choices);
      this.#page.dataset['priced'] = 'yes';
      return;
    }
    if (answer.is === 'compared') {
      element(this.#page, '[data-changes]').innerHTML = answer.html;
      this.#page.dataset['compared'] = 'yes';
      return;
    }
    if (answer.is === 'added') {
      this.#edit(answer.edit);
      return;
    }
    if (answer.is === 'hero') {
      showHero(element(this.#page, '[data-hero-test]'), answer, this.#editor.goTo);
      return;
    }
    const { findings, form, isPayable } = answer;
    const { name } = this.#standing;
    this.#editor.show(findings.filter(({ place }) => place.file === name));
    showFindings(element(this.#page, '[data-findings]'), findings, name, this.#editor.goTo);
    if (form) {
      showForm(element(this.#page, '[data-form]'), form, {
        edit: (edit) => this.#edit(edit),
        add: (addition) => this.#send({ is: 'add', turn: this.#turn, addition }),
      });
    }
    element(this.#page, '[data-form-state]').hidden = form !== undefined;
    // What the plan paid before its last fault stays in sight, and says so.
    element(this.#page, '[data-preview-state]').hidden = isPayable;
    if (!isPayable) Object.assign(this.#page.dataset, { priced: 'yes', compared: 'yes' });
    this.#page.dataset['checked'] = 'yes';
  }

  /** An edit of the form; one that no spelling fits leaves everything as it was. */
  #edit(edit: YamlEdit | undefined): void {
    const change = edit && editYaml(this.#editor.text(), edit);
    if (change) this.#editor.change(change);
    else this.#say('This cannot be changed from the form: change it in the text.');
  }

  async #save(): Promise<void> {
    const text = this.#editor.text();
    const saved = await savePlan(
      this.#page,
      { ...this.#standing, text },
      {
        take: (theirs) => {
          this.#standing = theirs;
          this.#editor.replaceAll(theirs.text);
          this.#say('The other version is in the editor; undo brings back yours.');
        },
        keep: (theirs) => {
          this.#standing = { ...theirs };
          void this.#save();
        },
      },
    );
    if (!saved) return;
    this.#standing = saved;
    this.#say('Saved.');
    this.#check();
  }

  #writeLetter(): void {
    const details = element(this.#page, '[data-letter]') as HTMLDetailsElement;
    if (!details.open) return;
    const form = element(details, 'form') as HTMLFormElement;
    (element(form, '[name=text]') as HTMLInputElement).value = this.#editor.text();
    form.submit();
  }

  #isChanged(): boolean {
    return this.#editor.text() !== this.#standing.text;
  }

  #say(text: string): void {
    element(this.#page, '[data-state]').textContent = text;
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}

/** The reader's own day, as the core counts days. */
function today(): number {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  const text = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return readIsoDate(text) ?? 0;
}

function showChoices(holder: HTMLElement, choices: readonly Choice[]): void {
  const options = choices.map(({ id, name, isChosen }) =>
    make('option', { value: id, ...(isChosen && { selected: '' }) }, name),
  );
  element(holder, 'select').replaceChildren(...options);
  holder.hidden = false;
}

async function load<T>(address: string): Promise<T> {
  const response = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as T;
}
