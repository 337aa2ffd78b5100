// The what-if page of a payee: levers, deals, the scenarios that are kept, and what stands now.
// In: an opened company and its files. Out: the page's model, or what stands in the way.

import { buildOutlook, NO_CHANGES, nextSteps, type Outcome, outcomeOf } from '../../core/index.ts';
import type { Comparison, WhatIfPage } from '../studio-ports.ts';
import { keptScenarios, type WhatIfRequest } from './kept-scenarios.ts';
import { whatIfOf } from './prepare-what-if.ts';

export async function whatIfPage(
  request: WhatIfRequest,
  file: string | undefined,
): Promise<Outcome<WhatIfPage>> {
  const { opened, period, payee } = request;
  const prepared = whatIfOf(opened, period, payee.id);
  if (!prepared.ok) return prepared;
  const whatIf = prepared.product;
  const kept = await keptScenarios(request, whatIf);
  const started = kept.find((each) => each.file.name === file);
  const stands = whatIf.after(started?.scenario.changes ?? NO_CHANGES);
  if (!stands.ok) return stands;
  const { present } = whatIf;
  const outlook = started?.outlook ?? buildOutlook(present, opened.company);
  const { countsOn } = opened.company.model;
  const [first = ''] = opened.company.deals.show;
  const names = [...opened.company.model.units.keys()];
  const page = {
    payee,
    levers: whatIf.levers(),
    outlook,
    steps: nextSteps(stands.product),
    deals: present.deals.flatMap(({ deal: { id, attributes } }) => {
      const day = attributes.get(countsOn);
      if (typeof day !== 'number' || day < period.from || day > period.to) return [];
      const all = new Map(names.map((name) => [name, attributes.get(name)]));
      const name = all.get(first);
      return [{ id, ...(typeof name === 'string' && { name }), attributes: all }];
    }),
    attributes: whatIf.dealAttributes(),
    kept,
    ...(started && { opened: started }),
  };
  return outcomeOf<WhatIfPage>(page, prepared.diagnostics);
}

export async function comparison(
  request: WhatIfRequest,
  names: readonly string[],
): Promise<Outcome<Comparison>> {
  const { opened, period, payee } = request;
  const prepared = whatIfOf(opened, period, payee.id);
  if (!prepared.ok) return prepared;
  const kept = await keptScenarios(request, prepared.product);
  const wanted = kept.filter(({ file }) => names.length === 0 || names.includes(file.name));
  const failed = wanted.flatMap(({ findings, outlook }) => (outlook ? [] : findings));
  const scenarios = wanted.flatMap(({ outlook, ...each }) =>
    outlook ? [{ ...each, outlook }] : [],
  );
  const present = buildOutlook(prepared.product.present, opened.company);
  return outcomeOf<Comparison>({ payee, present, scenarios }, failed);
}
