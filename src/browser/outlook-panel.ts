// Shows what would be paid: the same views and templates as the page that the server sent.
// In: outlooks. Out: the panel of the page.

import Handlebars from 'handlebars/runtime.js';
import { nextSteps, type Outlook, type PayeeCalculation, type WhatIf } from '../core/index.ts';
import type { Desk } from '../render/desk.ts';
import { formatter } from '../render/format.ts';
import { outlookView, stepViews } from '../render/pages/outlook-view.ts';
import { english } from '../render/wording.ts';
import type { LiveWhatIf } from './live-what-if.ts';
import './templates.ts';

export class OutlookPanel {
  readonly #live: LiveWhatIf;
  readonly #desk: Desk;
  readonly #outlook = partOf('outlook');
  readonly #parts = partOf('outlook-parts');
  readonly #steps = partOf('steps');

  constructor(live: LiveWhatIf) {
    this.#live = live;
    const { locale } = live.company;
    this.#desk = { format: formatter(locale, live.present.currency, english), words: english };
  }

  show(calculation: PayeeCalculation): Outlook {
    const outlook = this.#live.outlook(calculation);
    const view = outlookView(outlook, this.#live.present, this.#desk);
    this.#outlook.innerHTML = write('outlook', view);
    this.#parts.innerHTML = write('outlook-parts', view);
    return outlook;
  }

  showSteps(standing: WhatIf): void {
    const steps = nextSteps(standing);
    this.#steps.innerHTML = write('steps', { steps: stepViews(steps, this.#desk) });
  }
}

/** Everything in a view is escaped by the templates, which are strict. */
function write(name: string, view: object): string {
  const template = Handlebars.partials[name];
  if (typeof template !== 'function') throw new Error(`no template ${name}`);
  return template(view, { partials: Handlebars.partials, helpers: Handlebars.helpers });
}

export function partOf(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no part ${id}`);
  return found;
}
