// The plan as text: CodeMirror with YAML, the checker's findings at their lines, completion from
// the plan's schema. It stands in a shadow root, where its styles are constructed by script: the
// page's policy allows no style inside pages. In: the text. Out: the editor.

import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, redo, undo } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Diagnostic } from '../../core/index.ts';
import type { TextChange } from '../../documents/edit-yaml.ts';
import { planCompletion } from './plan-completion.ts';

export interface PlanEditor {
  readonly text: () => string;
  readonly change: (change: TextChange) => void;
  readonly replaceAll: (text: string) => void;
  readonly show: (findings: readonly Diagnostic[]) => void;
  readonly goTo: (line: number, column: number) => void;
}

const SELECTION = '.cm-selectionBackground';

/** Colours are the page's own, which follow the reader's system. */
const look = EditorView.theme({
  '&': {
    height: '100%',
    color: 'var(--ink)',
    backgroundColor: 'var(--paper)',
    fontSize: '0.875rem',
  },
  '.cm-scroller': {
    fontFamily: 'ui-monospace, "DejaVu Sans Mono", monospace',
    lineHeight: '1.55',
    overflow: 'auto',
  },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': {
    color: 'var(--muted)',
    backgroundColor: 'var(--tint)',
    borderRight: '1px solid var(--rule)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--tint)' },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '-3px' },
  [`&.cm-focused > .cm-scroller > .cm-selectionLayer ${SELECTION}, ${SELECTION}`]: {
    background: 'var(--accent-light)',
  },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--paper)',
    border: '1px solid var(--rule)',
    maxWidth: '34rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--on-accent)',
    backgroundColor: 'var(--accent)',
  },
  // The usual marks are pictures inside styles, which the page's policy does not load.
  '.cm-lint-marker': { content: 'normal', width: '0.7em', height: '0.7em', margin: '0.35em 0.2em' },
  '.cm-lint-marker-error': { content: 'normal', background: 'var(--not-met)', borderRadius: '50%' },
  '.cm-lint-marker-warning': {
    content: 'normal',
    border: '0.15em solid var(--not-met)',
    borderRadius: '0.1em',
  },
  '.cm-lintRange': { backgroundImage: 'none' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--not-met) 1px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--not-met) 2px',
  },
  '.cm-completionDetail, .cm-completionInfo': { fontStyle: 'normal', padding: '0.25rem 0.5rem' },
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--accent)' },
  { tag: tags.comment, color: 'var(--muted)' },
  { tag: [tags.string, tags.content, tags.literal], color: 'var(--ink)' },
]);

export function openEditor(
  holder: HTMLElement,
  text: string,
  { onChange, onSave }: { readonly onChange: () => void; readonly onSave: () => void },
): PlanEditor {
  const root = holder.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: text, extensions: extensions(text, onChange, onSave) }),
  });
  return {
    text: () => view.state.sliceDoc(),
    change: ({ from, to, insert }) => {
      const { state } = view;
      // A document counts each line break as one, however it is written.
      const at = (offset: number): number => offset - breaksBefore(state.sliceDoc(), offset);
      const isWide = state.lineBreak.length > 1;
      const changes = isWide ? { from: at(from), to: at(to), insert } : { from, to, insert };
      view.dispatch({ changes, userEvent: 'input.form' });
      // The editor alone moves: the field being typed into stays where it is.
      const { top } = view.lineBlockAt(changes.from);
      view.scrollDOM.scrollTop = Math.max(0, top - view.scrollDOM.clientHeight / 3);
    },
    replaceAll: (all) =>
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: all } }),
    show: (findings) => {
      view.dispatch(
        setDiagnostics(
          view.state,
          findings.map((each) => marked(each, view.state)),
        ),
      );
    },
    goTo: (line, column) => {
      const start = view.state.doc.line(Math.min(line, view.state.doc.lines));
      const anchor = Math.min(start.from + column - 1, start.to);
      view.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      });
      view.focus();
    },
  };
}

function extensions(text: string, onChange: () => void, onSave: () => void) {
  const run = (): boolean => {
    onSave();
    return true;
  };
  return [
    ...(text.includes('\r\n') ? [EditorState.lineSeparator.of('\r\n')] : []),
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    indentOnInput(),
    lintGutter(),
    yaml(),
    syntaxHighlighting(colours),
    autocompletion({ override: [planCompletion] }),
    // Tab leaves the editor, so that a keyboard is never caught in it.
    keymap.of([
      { key: 'Mod-s', preventDefault: true, run },
      ...completionKeymap,
      ...lintKeymap,
      ...historyKeymap,
      ...defaultKeymap,
      { key: 'Mod-z', run: undo },
      { key: 'Mod-y', run: redo },
    ]),
    look,
    EditorView.contentAttributes.of({
      'aria-label': 'The plan as text',
      spellcheck: 'false',
      tabindex: '0',
    }),
    EditorView.updateListener.of(({ docChanged }) => {
      if (docChanged) onChange();
    }),
  ];
}

function breaksBefore(text: string, offset: number): number {
  return text.slice(0, offset).split('\r\n').length - 1;
}

/** From its column to the end of the line; a finding beyond the text stands at its end. */
function marked({ place, severity, what, why, remedy, code }: Diagnostic, { doc }: EditorState) {
  const line = doc.line(Math.min(place.line, doc.lines));
  const from = Math.min(line.from + place.column - 1, line.to);
  const message = `${sentence(what)} ${why} Instead: ${sentence(remedy)}`;
  return { from, to: Math.max(line.to, from), severity, message, source: code };
}

function sentence(text: string): string {
  const plain = text.replaceAll('`', '');
  return `${plain.slice(0, 1).toUpperCase()}${plain.slice(1)}.`;
}
