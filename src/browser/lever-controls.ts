// Sliders, fields and lists of the levers: each says its figure while it moves, and when it stays.
// In: levers, and what is called. Out: the state's figures.

import type { Lever } from '../core/index.ts';
import { exact, exactText } from '../core/index.ts';
import { documentText, fieldText } from '../render/pages/field-text.ts';
import { figureNode, type ScenarioState } from './scenario-state.ts';

export interface LeverCalls {
  /** A figure in between: a plain number. */
  readonly moving: (lever: Lever, figure: string) => void;
  /** The state holds what stays. */
  readonly settle: () => void;
}

interface Control {
  readonly lever: Lever;
  readonly row: HTMLElement;
  readonly range: HTMLInputElement | null;
  readonly text: HTMLInputElement | null;
  readonly level: HTMLSelectElement | null;
  readonly reset: HTMLElement | null;
}

/** A slider has about this many places. */
const PLACES = 200;

export class LeverControls {
  readonly #state: ScenarioState;
  readonly #calls: LeverCalls;
  readonly #controls: readonly Control[];
  /** Where levers stand that nobody moved, by their ids. */
  #standing: ReadonlyMap<string, Lever>;
  #frame: number | undefined;

  constructor(levers: readonly Lever[], state: ScenarioState, calls: LeverCalls) {
    this.#state = state;
    this.#calls = calls;
    this.#controls = levers.flatMap((lever) => controlOf(lever) ?? []);
    this.#standing = new Map();
    for (const control of this.#controls) this.#listen(control);
    this.show(levers);
  }

  /** Puts every control where the state says, or where its figure stands by the deals. */
  show(standing: readonly Lever[]): void {
    this.#standing = new Map(standing.map((lever) => [lever.id, lever]));
    for (const control of this.#controls) this.#place(control);
  }

  #listen(control: Control): void {
    const { lever, range, text, level, reset } = control;
    range?.addEventListener('input', () => this.#move(control));
    range?.addEventListener('change', () => this.#stay(control, this.#figureOf(control)));
    text?.addEventListener('change', () => {
      const written = documentText(text.value, lever.unit);
      this.#stay(control, written === '' ? undefined : written);
    });
    level?.addEventListener('change', () => {
      this.#stay(control, documentText(level.value, lever.unit));
    });
    reset?.addEventListener('click', () => {
      this.#stay(control, undefined);
      (text ?? level)?.focus();
    });
  }

  /** One picture for a frame of the screen, however often the slider speaks. */
  #move(control: Control): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      const { lever, range, text } = control;
      if (!range) return;
      const figure = rounded(range.value, lever);
      if (text) text.value = fieldText(exact(figure), lever.unit);
      control.row.classList.add('is-moved');
      this.#calls.moving(lever, figure);
    });
  }

  #figureOf({ lever, range }: Control): string {
    return figureNode(rounded(range?.value ?? '0', lever), lever.unit);
  }

  #stay(control: Control, figure: string | undefined): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    if (figure === undefined) this.#state.levers.delete(control.lever.id);
    else this.#state.levers.set(control.lever.id, figure);
    this.#place(control);
    this.#calls.settle();
  }

  #place({ lever, row, range, text, level, reset }: Control): void {
    const { unit } = lever;
    const { present } = this.#standing.get(lever.id) ?? lever;
    const moved = this.#state.levers.get(lever.id);
    const field = moved === undefined ? fieldText(present, unit) : moved.replace('%', '');
    if (text) text.value = field;
    if (level && field !== '') level.value = field;
    if (range) range.value = plainOf(moved, unit) ?? (present ? exactText(present) : range.min);
    row.classList.toggle('is-moved', moved !== undefined);
    if (reset) reset.hidden = moved === undefined;
  }
}

function controlOf(lever: Lever): Control | undefined {
  const row = document.querySelector<HTMLElement>(`[data-lever="${CSS.escape(lever.id)}"]`);
  if (!row) return undefined;
  return {
    lever,
    row,
    range: row.querySelector<HTMLInputElement>('.lever-range'),
    text: row.querySelector<HTMLInputElement>('.lever-text'),
    level: row.querySelector<HTMLSelectElement>('.lever-level'),
    reset: row.querySelector<HTMLElement>('.lever-reset'),
  };
}

/** The slider's place on a round figure; its own places are as fine as the screen. */
function rounded(place: string, { from, to, unit }: Lever): string {
  const span = to.minus(from).approximately();
  const coarse = 10 ** Math.floor(Math.log10(span / PLACES));
  const step = unit === 'count' || unit === 'days' ? Math.max(1, coarse) : coarse;
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return (Math.round(Number(place) / step) * step).toFixed(digits);
}

/** `76.2%` as a slider knows it: 0.762. */
function plainOf(written: string | undefined, unit: Lever['unit']): string | undefined {
  if (written === undefined) return undefined;
  const number = Number(written.replace('%', ''));
  return String(unit === 'ratio' ? number / 100 : number);
}
