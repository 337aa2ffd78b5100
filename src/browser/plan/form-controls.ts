// The controls of the form beside the text: a field to type into or a choice of words, and buttons
// that add or take away. In: what each stands for, and what to do. Out: elements.

import type { AssignedCell } from '../../app/studio/assigned-figures.ts';
import type { Addition } from '../../app/studio/plan-additions.ts';
import type { FormField } from '../../app/studio/plan-form.ts';
import type { YamlEdit } from '../../documents/edit-yaml.ts';
import { make } from '../element.ts';

export interface FormActs {
  readonly edit: (edit: YamlEdit) => void;
  readonly add: (addition: Addition) => void;
  readonly type: (cell: AssignedCell & { readonly text: string }) => void;
}

/** `name` is what it is called where its label is not beside it. */
export function controlOf(field: FormField, acts: FormActs, name = field.label): HTMLElement {
  const { path, text, choices, cell, isFixed } = field;
  const about = { 'aria-label': name, 'data-path': path.join('.') };
  const control = choices
    ? make('select', about, ...choices.map((each) => make('option', { value: each }, each)))
    : make('input', { ...about, type: 'text', autocomplete: 'off' });
  control.value = text;
  control.disabled = isFixed === true;
  control.addEventListener('input', () => {
    const typed = control.value.trim();
    // Nothing is no figure: what stands there is kept until another is typed.
    if (typed === '') return;
    if (cell) acts.type({ ...cell, text: typed });
    else acts.edit({ edit: 'set', path, text: typed });
  });
  return control;
}

export function button(text: string, about: string, act: () => void): HTMLButtonElement {
  const made = make('button', { type: 'button', class: 'row-button', 'aria-label': about }, text);
  made.addEventListener('click', act);
  return made;
}

/** Choosing adds at once; what the checker misses then, it says at its line. */
export function adder(
  title: string,
  additions: readonly Addition[],
  { add }: FormActs,
): HTMLElement {
  const options = additions.map(({ label, about }, index) =>
    make('option', { value: String(index), ...(about !== undefined && { title: about }) }, label),
  );
  const prompt = make('option', { value: '' }, 'Add …');
  const select = make(
    'select',
    { class: 'adder', 'aria-label': `Add to ${title}` },
    prompt,
    ...options,
  );
  select.addEventListener('change', () => {
    const chosen = additions[Number(select.value)];
    select.value = '';
    if (chosen) add(chosen);
  });
  return select;
}
