// Reads an event of a deal: the attribute with its day, and a condition typed against the deals'
// attributes. In: the fields as written and the attributes. Out: the event, or findings.

import type { Findings } from '../document/findings.ts';
import { spokenAt } from '../document/formulas.ts';
import type { FormulaText } from '../document/leaves.ts';
import type { AttributeUnits } from '../formula/typing.ts';
import { checkAttribute } from '../measures/check-attribute.ts';
import type { DocumentPath } from '../source.ts';
import type { DealEvent } from './plan.ts';

interface WrittenEvent {
  readonly on: string;
  readonly where?: FormulaText | undefined;
}

export function readDealEvent(
  findings: Findings,
  path: DocumentPath,
  { on, where: written }: WrittenEvent,
  units: AttributeUnits,
): DealEvent {
  checkAttribute(findings, [...path, 'on'], on, units, 'date');
  const where = written && spokenAt(findings, [...path, 'where'], written, units, 'flag');
  return { on, ...(where && { where }) };
}
