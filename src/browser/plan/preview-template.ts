// The preview's template, compiled when the script is bundled. In: a view. Out: HTML, everything
// from the data escaped.

import Handlebars from 'handlebars/runtime.js';
import '../../../templates/pages/plan-preview.hbs';
import '../../../templates/partials/curve-chart.hbs';
import '../../../templates/partials/curve-drawing.hbs';
import '../../../templates/partials/table.hbs';
import '../../../templates/picture/cost-drawing.hbs';
import type { PlanPreview } from '../../render/pages/plan-preview.ts';

/** The runtime's types leave out where templates register themselves. */
const { partials } = Handlebars as unknown as {
  readonly partials: Readonly<Record<string, (view: PlanPreview) => string>>;
};

export function writePreview(view: PlanPreview): string {
  const write = partials['plan-preview'];
  if (!write) throw new Error('the preview’s template was not bundled');
  return write(view);
}
