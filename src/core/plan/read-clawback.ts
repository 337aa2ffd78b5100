// Reads a plan's clawback: its dates are attributes of the deals, its condition is typed against
// them. In: the fields as written and the attributes. Out: the clawback, or findings.

import type { Company } from '../company/company.ts';
import type { FieldsOf } from '../document/fields.ts';
import type { Findings } from '../document/findings.ts';
import { checkAttribute } from '../measures/check-attribute.ts';
import type { headerShape } from './document.ts';
import type { Clawback } from './plan.ts';
import { readDealEvent } from './read-deal-event.ts';

export function readClawback(
  findings: Findings,
  { clawback: written }: FieldsOf<typeof headerShape>,
  company: Company | undefined,
): Clawback | undefined {
  if (!written) return undefined;
  const units = company?.model.units;
  const { takes } = written;
  const event = readDealEvent(findings, ['clawback'], written, units);
  if ('since' in takes) {
    checkAttribute(findings, ['clawback', 'takes', 'since'], takes.since, units, 'date');
  }
  return { ...event, takes };
}
