// The figures of deals that a plan's measures and rules look at, down to those that others are
// calculated from, so that a reader knows what `icp` means without opening the company's file.
// In: the plan's columns and the company. Out: definitions by name.

import type { Company } from '../company/company.ts';
import { compareText } from '../diagnostic.ts';
import { attributesIn, type Worksheet } from '../worksheet/worksheet.ts';
import type { DealFigure } from './letter.ts';

export function dealFigures({ attributes }: Worksheet, company: Company): readonly DealFigure[] {
  const derived = new Map(company.deals.derived.map((each) => [each.name, each]));
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    const own = derived.get(name);
    if (own) attributesIn([own.formula]).forEach(visit);
  };
  attributes.forEach(visit);
  const { units, labels } = company.model;
  return [...found].sort(compareText).map((name): DealFigure => {
    const own = derived.get(name);
    const label = labels.get(name) ?? name;
    const unit = units.get(name) ?? 'number';
    return { name, label, unit, ...(own && { formula: own.text }) };
  });
}
