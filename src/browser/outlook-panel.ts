// Shows what would be paid: the same views and templates as the page that the server sent.
// In: calculations. Out: the panel of the page.

import type { PayeeCalculation } from '../core/index.ts';
import type { Desk } from '../render/desk.ts';
import { formatter } from '../render/format.ts';
import { outlookView } from '../render/pages/outlook-view.ts';
import { english } from '../render/wording.ts';
import { partOf } from './element.ts';
import type { LiveWhatIf } from './live-what-if.ts';
import { writePart } from './templates.ts';

export class OutlookPanel {
  readonly #live: LiveWhatIf;
  readonly #desk: Desk;
  readonly #outlook = partOf('outlook');
  readonly #parts = partOf('outlook-parts');

  constructor(live: LiveWhatIf) {
    this.#live = live;
    const { locale } = live.company;
    this.#desk = { format: formatter(locale, live.present.currency, english), words: english };
  }

  show(calculation: PayeeCalculation): void {
    const outlook = this.#live.outlook(calculation);
    const view = outlookView(outlook, this.#live.present, this.#desk);
    this.#outlook.innerHTML = writePart('outlook', view);
    this.#parts.innerHTML = writePart('outlook-parts', view);
  }
}
