// Shows what would be paid: the same views and templates as the page that the server sent. Only
// what reads otherwise than before is written, so that a frame costs what has moved.
// In: calculations. Out: the panel of the page.

import type { PayeeCalculation } from '../core/index.ts';
import type { Desk } from '../render/desk.ts';
import { formatter } from '../render/format.ts';
import { outlookView } from '../render/pages/outlook-view.ts';
import { english } from '../render/wording.ts';
import { element } from './element.ts';
import type { LiveWhatIf } from './live-what-if.ts';
import { writePart } from './templates.ts';

export class OutlookPanel {
  readonly #live: LiveWhatIf;
  readonly #desk: Desk;
  readonly #written = new Map<Element, string>();

  constructor(live: LiveWhatIf) {
    this.#live = live;
    const { locale } = live.company;
    this.#desk = { format: formatter(locale, live.present.currency, english), words: english };
  }

  show(calculation: PayeeCalculation): void {
    const outlook = this.#live.outlook(calculation);
    const view = outlookView(outlook, this.#live.present, this.#desk);
    this.#write(element(document, '.outlook-pay'), 'outlook-pay', view);
    this.#write(element(document, '.outlook-gates'), 'outlook-gates', view);
    this.#write(element(document, '.outlook-others'), 'outlook-others', view);
    // A payee's components are the same whatever they pay.
    document.querySelectorAll('.outlook-component').forEach((item, index) => {
      const component = view.components[index];
      if (component) this.#write(item, 'outlook-component', component);
    });
  }

  #write(item: Element, template: string, view: object): void {
    const html = writePart(template, view);
    if (this.#written.get(item) === html) return;
    item.innerHTML = html;
    this.#written.set(item, html);
  }
}
