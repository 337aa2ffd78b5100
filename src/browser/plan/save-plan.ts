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

interface Refused {
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
  holder.append(refusal(refused));
  const theirs = response.status === CONFLICT ? await standing(name) : undefined;
  if (theirs) holder.append(choice(theirs, onConflict, () => holder.replaceChildren()));
  return undefined;
}

async function standing(name: string): Promise<Standing | undefined> {
  const response = await fetch(`${planFiles.text}?file=${encodeURIComponent(name)}`);
  return response.ok ? ((await response.json()) as Standing) : undefined;
}

function refusal({ text, findings = [] }: Refused): HTMLElement {
  const said = findings.map(({ what, remedy }) =>
    `${what}. Instead: ${remedy}.`.replaceAll('`', ''),
  );
  return make(
    'p',
    { class: 'finding is-error', role: 'alert' },
    ['Not saved. ', text, ...said].join(' '),
  );
}

function choice(theirs: Standing, { take, keep }: OnConflict, close: () => void): HTMLElement {
  const button = (label: string, act: (theirs: Standing) => void): HTMLElement => {
    const made = make('button', { type: 'button', class: 'button' }, label);
    made.addEventListener('click', () => {
      close();
      act(theirs);
    });
    return made;
  };
  return make(
    'div',
    { class: 'panel' },
    make('h2', {}, 'The version on disk'),
    make('p', { class: 'quiet' }, 'Yours is still in the editor. Compare, then choose one.'),
    make('pre', { class: 'theirs', tabindex: '0' }, theirs.text),
    button('Save mine over it', keep),
    button('Take it into the editor', take),
  );
}
