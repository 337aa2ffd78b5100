// The worker's templates, compiled when the script is bundled. In: views. Out: HTML, everything
// from the data escaped.

import Handlebars from 'handlebars/runtime.js';
import '../../../templates/pages/plan-changes.hbs';
import '../../../templates/pages/plan-cost.hbs';
import '../../../templates/pages/plan-preview.hbs';
import '../../../templates/partials/curve-chart.hbs';
import '../../../templates/partials/curve-drawing.hbs';
import '../../../templates/partials/table.hbs';
import '../../../templates/picture/cost-drawing.hbs';
import type { ChangesPreview } from '../../render/pages/changes-preview.ts';
import type { PlanPreview } from '../../render/pages/plan-preview.ts';

/** The runtime's types leave out where templates register themselves. */
const { partials } = Handlebars as unknown as {
  readonly partials: Readonly<Record<string, (view: object) => string>>;
};

export const writePreview = (view: PlanPreview): string => write('plan-preview', view);
export const writeChanges = (view: ChangesPreview): string => write('plan-changes', view);

function write(name: string, view: object): string {
  const template = partials[name];
  if (!template) throw new Error(`the template ${name} was not bundled`);
  return template(view);
}
