// The templates that the script writes parts of pages with, compiled when it is bundled: each
// import registers one. In: templates/. Out: HTML.

import Handlebars from 'handlebars/runtime.js';
import '../../templates/pages/change.hbs';
import '../../templates/pages/open-way.hbs';
import '../../templates/pages/outlook-component.hbs';
import '../../templates/pages/outlook-gates.hbs';
import '../../templates/pages/outlook-others.hbs';
import '../../templates/pages/outlook-pay.hbs';
import '../../templates/pages/said.hbs';
import '../../templates/pages/seek-answer.hbs';
import '../../templates/pages/seek-said.hbs';
import '../../templates/pages/steps.hbs';
import '../../templates/partials/curve-chart.hbs';
import '../../templates/partials/curve-drawing.hbs';
import '../../templates/partials/gate-mark.hbs';

/** Everything in a view is escaped by the templates, which are strict. */
export function writePart(name: string, view: object): string {
  const template = Handlebars.partials[name];
  if (typeof template !== 'function') throw new Error(`no template ${name}`);
  return template(view, { partials: Handlebars.partials, helpers: Handlebars.helpers });
}
