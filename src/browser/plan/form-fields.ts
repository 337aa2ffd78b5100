// The form beside the text. What somebody is typing into is left alone while the rest follows the
// text. In: sections, and what to do with an edit. Out: the form in the page.

import type { FormField, FormSection, FormTable } from '../../app/studio/plan-form.ts';
import { make } from '../element.ts';
import { adder, button, controlOf, type FormActs } from './form-controls.ts';

type Control = HTMLInputElement | HTMLSelectElement;

export function showForm(
  holder: HTMLElement,
  sections: readonly FormSection[],
  acts: FormActs,
): void {
  const shape = shapeOf(sections);
  if (holder.dataset['shape'] !== shape) {
    holder.dataset['shape'] = shape;
    const closed = closedIn(holder);
    const goOn = typingIn(holder);
    holder.replaceChildren(...sections.map((each) => sectionOf(each, closed, acts)));
    goOn();
  }
  const written = new Map(fieldsOf(sections).map(({ path, text }) => [path.join('.'), text]));
  for (const each of holder.querySelectorAll<Control>('[data-path]')) {
    const text = written.get(each.dataset['path'] ?? '');
    if (text !== undefined && each !== document.activeElement) each.value = text;
  }
}

function fieldsOf(sections: readonly FormSection[]): readonly FormField[] {
  return sections.flatMap(({ fields, tables }) => [
    ...fields,
    ...tables.flatMap(({ rows }) => rows.flatMap((row) => row.fields)),
  ]);
}

/** Everything of the form but the texts in it: the same shape is not built again. */
function shapeOf(sections: readonly FormSection[]): string {
  const bare = (key: string, each: unknown): unknown => (key === 'text' ? undefined : each);
  return JSON.stringify(sections, bare);
}

/** Whoever types a title changes the form around it, and types on. */
function typingIn(holder: HTMLElement): () => void {
  const typed = document.activeElement;
  if (!(typed instanceof HTMLInputElement) || !holder.contains(typed)) return () => undefined;
  const { selectionStart, selectionEnd, value } = typed;
  const path = typed.dataset['path'];
  return () => {
    const again = [...holder.querySelectorAll<HTMLInputElement>('input[data-path]')].find(
      (each) => each.dataset['path'] === path,
    );
    if (!again) return;
    again.value = value;
    again.focus({ preventScroll: true });
    again.setSelectionRange(selectionStart, selectionEnd);
  };
}

function closedIn(holder: HTMLElement): ReadonlySet<string> {
  const closed = holder.querySelectorAll<HTMLElement>('details:not([open])');
  return new Set([...closed].map((each) => each.dataset['of'] ?? ''));
}

function sectionOf(
  { path, title, fields, tables, additions, removal }: FormSection,
  closed: ReadonlySet<string>,
  acts: FormActs,
): HTMLElement {
  const of = path.join('.');
  const foot = [
    ...(additions.length > 0 ? [adder(title, additions, acts)] : []),
    ...(removal ? [button('Remove', `Remove ${title}`, () => acts.edit(removal))] : []),
  ];
  return make(
    'details',
    { class: 'form-section', 'data-of': of, ...(!closed.has(of) && { open: '' }) },
    make('summary', {}, title),
    make('div', { class: 'form-fields' }, ...fields.map((each) => fieldOf(each, acts))),
    ...tables.map((each) => (isNamed(each) ? groupsOf(each, acts) : tableOf(each, acts))),
    ...(foot.length > 0 ? [make('div', { class: 'form-foot' }, ...foot)] : []),
  );
}

function fieldOf(field: FormField, acts: FormActs): HTMLElement {
  const { label, removes } = field;
  const control = make(
    'label',
    { class: 'form-field' },
    make('span', {}, label),
    controlOf(field, acts),
  );
  if (!removes) return control;
  const remove = button('−', `Leave out ${label}`, () =>
    acts.edit({ edit: 'remove-field', path: removes }),
  );
  return make('div', { class: 'form-optional' }, control, remove);
}

/** Rows with names of their own have different fields each, and long names. */
function isNamed({ rows, isFixed }: FormTable): boolean {
  return !isFixed && rows.some(({ name }) => name !== '');
}

function groupsOf({ path, label, rows }: FormTable, acts: FormActs): HTMLElement {
  const groups = rows.map(({ name, fields }, index) => {
    const remove = button('−', `Remove row ${name}`, () =>
      acts.edit({ edit: 'remove-row', path: [...path, index] }),
    );
    const shown = fields.map((field) =>
      make(
        'label',
        { class: 'form-field' },
        make('span', {}, field.label),
        controlOf(field, acts, `${label} ${name}, ${field.label}`),
      ),
    );
    return make(
      'div',
      { class: 'form-group' },
      make('p', {}, name, ' ', ...(rows.length > 1 ? [remove] : [])),
      make('div', { class: 'form-fields' }, ...shown),
    );
  });
  return make('div', { class: 'form-groups' }, make('h3', {}, label), ...groups);
}

function tableOf(table: FormTable, acts: FormActs): HTMLElement {
  const { path, label, columns, rows, isOpen, isFixed } = table;
  const heads = ['', ...columns, ''];
  const head = heads.map((each) =>
    each === '' ? make('td', {}) : make('th', { scope: 'col' }, each),
  );
  const body = rows.map(({ name, fields }, index) => {
    const title = name || `${index + 1}`;
    const cells = columns.map((column) => {
      const field = fields.find((each) => each.label === column);
      const about = `${label} ${title}, ${column}`;
      return make('td', {}, ...(field ? [controlOf(field, acts, about)] : []));
    });
    const row = [...path, index];
    const copy = button('+', `Copy row ${title}`, () => acts.edit({ edit: 'copy-row', path: row }));
    const remove = button('−', `Remove row ${title}`, () =>
      acts.edit({ edit: 'remove-row', path: row }),
    );
    const buttons = [...(isOpen ? [copy] : []), ...(rows.length > 1 && !isFixed ? [remove] : [])];
    return make(
      'tr',
      {},
      make('th', { scope: 'row' }, title),
      ...cells,
      make('td', {}, ...buttons),
    );
  });
  return make(
    'table',
    { class: 'form-table' },
    make('caption', {}, label),
    make('thead', {}, make('tr', {}, ...head)),
    make('tbody', {}, ...body),
  );
}
