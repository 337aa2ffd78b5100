// Saves the text over the version it was made from. What another program wrote meanwhile is shown
// beside it, and nothing is lost: both stay until somebody chooses.
// In: the page and the text. Out: what stands on disk now, or nothing where it was refused.

import { planFiles } from '../../app/studio/plan-page.ts';
import type { Diagnostic } from '../../core/index.ts';
import { element, make } from '../element.ts';

/** A plan's file as it stood when it was read. */
export interface Standing {
  readonly name: string;
  readonly text: string;
  readonly version: string;
}

export interface OnConflict {
  readonly take: (theirs: Standing) => void;
  readonly keep: (theirs: Standing) => void;
}

export interface Refused {
  readonly text: string;
  readonly findings?: readonly Diagnostic[];
}

const CONFLICT = 409;

export async function savePlan(
  page: HTMLElement,
  { name, text, version }: Standing,
  onConflict: OnConflict,
): Promise<Standing | undefined> {
  const holder = element(page, '[data-conflict]');
  holder.replaceChildren();
  const response = await fetch(planFiles.save, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({ name, text, version }),
  }).catch(() => undefined);
  if (!response) {
    const unreachable = {
      text: 'The studio does not answer; is it still running? Nothing is lost.',
    };
    holder.append(refusal(unreachable));
    return undefined;
  }
  if (response.ok) return { ...((await response.json()) as Standing), text };
  const refused = (await response.json()) as Refused;
  const theirs = response.status === CONFLICT ? await standing(name) : undefined;
  if (!theirs) holder.append(refusal(refused));
  else holder.append(choice(theirs, text, onConflict, () => holder.replaceChildren()));
  holder.scrollIntoView({ block: 'nearest' });
  return undefined;
}

/** Figures of assignments that were not written; what still fits is still in the form. */
export function showRefused(page: HTMLElement, refused: Refused, left: number): void {
  const kept =
    left > 0
      ? `${left} of your figures still fit what stands there now, and are still in the form.`
      : 'The form shows what stands there now.';
  const said = make('p', {}, kept);
  element(page, '[data-conflict]').replaceChildren(refusal(refused), said);
}

async function standing(name: string): Promise<Standing | undefined> {
  const response = await fetch(`${planFiles.text}?file=${encodeURIComponent(name)}`);
  return response.ok ? ((await response.json()) as Standing) : undefined;
}

function refusal({ text, findings = [] }: Refused): HTMLElement {
  const said = findings.map(({ what, remedy }) => {
    const plain = `${what}. Instead: ${remedy}.`.replaceAll('`', '');
    return plain.slice(0, 1).toUpperCase() + plain.slice(1);
  });
  return make(
    'p',
    { class: 'finding is-error', role: 'alert' },
    ['Not saved.', text, ...said].join(' '),
  );
}

function choice(
  theirs: Standing,
  mine: string,
  { take, keep }: OnConflict,
  close: () => void,
): HTMLElement {
  const button = (label: string, act: (theirs: Standing) => void): HTMLElement => {
    const made = make('button', { type: 'button', class: 'button plain' }, label);
    made.addEventListener('click', () => {
      close();
      act(theirs);
    });
    return made;
  };
  return make(
    'div',
    { class: 'panel conflict', role: 'alert' },
    make('h2', {}, 'Not saved: another program changed the file meanwhile'),
    make(
      'p',
      {},
      `${theirs.name} was changed elsewhere since it was opened here. Nothing was written.`,
    ),
    make('p', {}, 'Yours is still in the editor. On disk it reads, other lines marked:'),
    make('pre', { class: 'theirs', tabindex: '0' }, ...otherLines(theirs.text, mine)),
    make('p', {}, button('Save mine over it', keep), button('Take it into the editor', take)),
  );
}

/** Theirs, with the lines marked that mine does not have. */
function otherLines(theirs: string, mine: string): readonly (Node | string)[] {
  const known = new Set(mine.split(/\r?\n/));
  return theirs
    .split(/(?<=\n)/)
    .map((line) => (known.has(line.replace(/\r?\n$/, '')) ? line : make('mark', {}, line)));
}
