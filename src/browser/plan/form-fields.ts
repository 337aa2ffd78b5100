// The form beside the text. What somebody is typing into is left alone while the rest follows the
// text. In: sections, and what to do with an edit. Out: the form in the page.

import type { FormField, FormSection, FormTable } from '../../app/studio/plan-form.ts';
import type { YamlEdit } from '../../documents/edit-yaml.ts';
import { make } from '../element.ts';

type OnEdit = (edit: YamlEdit) => void;

export function showForm(
  holder: HTMLElement,
  sections: readonly FormSection[],
  onEdit: OnEdit,
): void {
  const fields = sections.flatMap((each) => [
    ...each.fields,
    ...each.tables.flatMap(({ rows }) => rows.flatMap((row) => row.fields)),
  ]);
  const layout = JSON.stringify(
    sections.map(({ title, tables }) => [title, tables.map(({ rows }) => rows.length)]),
  );
  const shape = layout + fields.map(({ path }) => path.join('.')).join(' ');
  if (holder.dataset['shape'] !== shape) {
    holder.dataset['shape'] = shape;
    holder.replaceChildren(...sections.map((each) => sectionOf(each, onEdit)));
  }
  const written = new Map(fields.map(({ path, text }) => [path.join('.'), text]));
  for (const each of holder.querySelectorAll('input')) {
    const text = written.get(each.dataset['path'] ?? '');
    if (text !== undefined && each !== document.activeElement) each.value = text;
  }
}

function sectionOf({ title, fields, tables }: FormSection, onEdit: OnEdit): HTMLElement {
  return make(
    'details',
    { class: 'form-section', open: '' },
    make('summary', {}, title),
    make('div', { class: 'form-fields' }, ...fields.map((each) => fieldOf(each, onEdit))),
    ...tables.map((each) => tableOf(each, onEdit)),
  );
}

function fieldOf(field: FormField, onEdit: OnEdit): HTMLElement {
  return make(
    'label',
    { class: 'form-field' },
    make('span', {}, field.label),
    input(field, onEdit),
  );
}

function input({ path, text, label }: FormField, onEdit: OnEdit, name = label): HTMLInputElement {
  const made = make('input', { type: 'text', 'aria-label': name, autocomplete: 'off' });
  made.value = text;
  made.dataset['path'] = path.join('.');
  made.addEventListener('input', () => {
    // Nothing is no figure: the text keeps the last one until another is typed.
    if (made.value.trim() !== '') onEdit({ edit: 'set', path, text: made.value.trim() });
  });
  return made;
}

function tableOf({ path, label, columns, rows, isOpen }: FormTable, onEdit: OnEdit): HTMLElement {
  const heads = ['', ...columns, ...(isOpen ? [''] : [])];
  const head = heads.map((each) =>
    each === '' ? make('td', {}) : make('th', { scope: 'col' }, each),
  );
  const body = rows.map(({ name, fields }, index) => {
    const title = name || `${index + 1}`;
    const cells = columns.map((column) => {
      const field = fields.find((each) => each.label === column);
      const about = `${label} ${title}, ${column}`;
      return make('td', {}, ...(field ? [input(field, onEdit, about)] : []));
    });
    const acts = isOpen ? [rowButtons([...path, index], title, rows.length > 1, onEdit)] : [];
    return make('tr', {}, make('th', { scope: 'row' }, title), ...cells, ...acts);
  });
  return make(
    'table',
    { class: 'form-table' },
    make('caption', {}, label),
    make('thead', {}, make('tr', {}, ...head)),
    make('tbody', {}, ...body),
  );
}

function rowButtons(
  path: YamlEdit['path'],
  title: string,
  canRemove: boolean,
  onEdit: OnEdit,
): HTMLElement {
  const button = (text: string, about: string, edit: YamlEdit['edit'] & `${string}-row`) => {
    const made = make('button', { type: 'button', class: 'row-button', 'aria-label': about }, text);
    made.addEventListener('click', () => onEdit({ edit, path }));
    return made;
  };
  return make(
    'td',
    {},
    button('+', `Copy row ${title}`, 'copy-row'),
    ...(canRemove ? [button('−', `Remove row ${title}`, 'remove-row')] : []),
  );
}
