// Reads what the company wants of its deals: a figure of each, and a condition, typed against the
// attributes that the data model declares. In: the field as written. Out: formulas, or findings.

import type { z } from 'zod';
import type { Findings } from '../document/findings.ts';
import { spokenAt } from '../document/formulas.ts';
import type { AttributeModel, Wants } from './company.ts';
import type { companyShape } from './document.ts';

export function readWants(
  findings: Findings,
  { title, of, where }: NonNullable<z.output<typeof companyShape.wants>>,
  { units }: AttributeModel,
): Wants | undefined {
  const figure = spokenAt(findings, ['wants', 'of'], of, units, 'number');
  const condition = spokenAt(findings, ['wants', 'where'], where, units, 'flag');
  return figure && condition && { title, of: figure, where: condition };
}
