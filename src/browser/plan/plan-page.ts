// The plan page: the text and the form write into the same document; after each change the worker
// checks it and says what it pays. In: the page as the server wrote it. Out: nothing; saving goes
// to the server with the versions that the page was made from.

import { planFiles } from '../../app/studio/plan-page.ts';
import { readIsoDate } from '../../core/index.ts';
import { editYaml, type YamlEdit } from '../../documents/edit-yaml.ts';
import { element, make } from '../element.ts';
import { load } from '../load.ts';
import { AssignedCells } from './assigned-cells.ts';
import { showFindings } from './findings-list.ts';
import type { FormActs } from './form-controls.ts';
import { showForm } from './form-fields.ts';
import { showHero } from './hero-stories.ts';
import { openEditor } from './plan-editor.ts';
import { type Refused, type Standing, savePlan, showRefused } from './save-plan.ts';
import type { Choice, FromWorker, ToWorker } from './worker-messages.ts';

/** Long enough that a word is typed, short enough that nobody waits. */
const PAUSE_MS = 150;
/** The letter is written by the server, and its frame starts anew. */
const LETTER_PAUSE_MS = 1200;

export async function startPlanPage(page: HTMLElement): Promise<void> {
  const name = page.dataset['file'] ?? '';
  const [standing, cells] = await Promise.all([
    load<Standing>(`${planFiles.text}?file=${encodeURIComponent(name)}`),
    AssignedCells.open(),
  ]);
  new PlanPage(page, standing, cells).start();
}

class PlanPage {
  readonly #page: HTMLElement;
  readonly #worker = new Worker(planFiles.worker, { type: 'module' });
  readonly #editor: ReturnType<typeof openEditor>;
  readonly #cells: AssignedCells;
  readonly #acts: FormActs = {
    edit: (edit) => this.#edit(edit),
    add: (addition) => this.#send({ is: 'add', turn: this.#turn, addition }),
    type: (cell) => {
      this.#cells.type(cell);
      this.#changed();
    },
  };
  #standing: Standing;
  #turn = 0;
  #payee: string | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #letterWaiting: ReturnType<typeof setTimeout> | undefined;

  constructor(page: HTMLElement, standing: Standing, cells: AssignedCells) {
    this.#page = page;
    this.#standing = standing;
    this.#cells = cells;
    this.#editor = openEditor(element(page, '[data-editor]'), typedText(page) ?? standing.text, {
      onChange: () => this.#changed(),
      onSave: () => void this.#save(),
    });
  }

  start(): void {
    this.#sendCompany();
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.turn === this.#turn) this.#show(data);
    });
    this.#worker.addEventListener('error', ({ message }) => {
      this.#say(`The page cannot calculate: ${message}`);
    });
    this.#listen();
    element(this.#page, '[data-plain]').remove();
    this.#page.classList.add('is-live');
    this.#check();
  }

  #listen(): void {
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
    const texts = { file, text: this.#editor.text(), saved, cells: this.#cells.typed };
    const message = { is: 'text', turn: this.#turn, ...texts, today: today() } as const;
    this.#page.dataset['compared'] = 'no';
    this.#send({ ...message, ...(payee !== undefined && { payee }) });
  }

  #show(answer: FromWorker): void {
    switch (answer.is) {
      case 'checked':
        this.#showChecked(answer);
        break;
      case 'priced':
        element(this.#page, '[data-preview]').innerHTML = answer.html;
        showChoices(element(this.#page, '[data-whose]'), answer.choices);
        this.#page.dataset['priced'] = 'yes';
        break;
      case 'compared':
        element(this.#page, '[data-changes]').innerHTML = answer.html;
        this.#page.dataset['compared'] = 'yes';
        break;
      case 'added':
        this.#edit(answer.edit);
        break;
      case 'hero':
        showHero(element(this.#page, '[data-hero-test]'), answer, this.#editor.goTo);
    }
  }

  #showChecked({
    findings,
    form,
    people,
    isPayable,
  }: Extract<FromWorker, { is: 'checked' }>): void {
    const { name } = this.#standing;
    this.#editor.show(findings.filter(({ place }) => place.file === name));
    showFindings(element(this.#page, '[data-findings]'), findings, name, this.#editor.goTo);
    if (form) {
      showForm(element(this.#page, '[data-form]'), form, this.#acts);
      showForm(element(this.#page, '[data-people]'), people ? [people] : [], this.#acts);
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

  /** The plan first, then figures of assignments: each is written whole or not at all. */
  async #save(): Promise<void> {
    const areTyped = this.#cells.typed.length > 0;
    const isOnlyFigures = areTyped && this.#editor.text() === this.#standing.text;
    if (!isOnlyFigures && !(await this.#saveText())) return;
    const refused = areTyped ? await this.#saveFigures() : undefined;
    this.#say(refused ? 'The figures of the assignments are not saved.' : 'Saved.');
  }

  /** Somebody else may have changed the company's tables too, so they are read again. */
  async #saveFigures(): Promise<Refused | undefined> {
    element(this.#page, '[data-conflict]').replaceChildren();
    const refused = await this.#cells.save();
    await this.#cells.reopen();
    this.#sendCompany();
    this.#check();
    if (refused) showRefused(this.#page, refused, this.#cells.typed.length);
    return refused;
  }

  async #saveText(): Promise<boolean> {
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
    if (!saved) return false;
    this.#standing = saved;
    this.#check();
    return true;
  }

  #sendCompany(): void {
    this.#send({ is: 'company', sent: this.#cells.sent, file: this.#standing.name });
  }

  #writeLetter(): void {
    const details = element(this.#page, '[data-letter]') as HTMLDetailsElement;
    if (!details.open) return;
    const form = element(details, 'form') as HTMLFormElement;
    (element(form, '[name=text]') as HTMLInputElement).value = this.#editor.text();
    form.submit();
  }

  #isChanged(): boolean {
    return this.#editor.text() !== this.#standing.text || this.#cells.typed.length > 0;
  }

  #say(text: string): void {
    element(this.#page, '[data-state]').textContent = text;
  }

  #send(message: ToWorker): void {
    this.#worker.postMessage(message);
  }
}

/** What somebody wrote into the plain page before its script was there is not lost. */
function typedText(page: HTMLElement): string | undefined {
  const { value, defaultValue } = element(page, '[data-plain]') as HTMLTextAreaElement;
  return value === defaultValue ? undefined : value;
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
