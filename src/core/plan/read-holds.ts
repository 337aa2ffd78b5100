// Reads holds: the days of the events that release and forfeit stand in the deals, their conditions
// are typed against them. In: the entries as written and the attributes. Out: entries as far as
// they could be read, or findings.

import type { FieldsOf } from '../document/fields.ts';
import type { Findings } from '../document/findings.ts';
import type { AttributeUnits } from '../formula/typing.ts';
import { checkAttribute } from '../measures/check-attribute.ts';
import type { DocumentPath } from '../source.ts';
import type { holdShape } from './document.ts';
import type { Entry } from './draft.ts';
import type { DealEvent, EventHold, Forfeit, TimedHold } from './plan.ts';
import { readDealEvent } from './read-deal-event.ts';

type HoldFields = FieldsOf<typeof holdShape>;

/** A hold as far as it could be read. */
export interface HoldDraft extends Omit<HoldFields, 'release' | 'forfeit'> {
  readonly release?: TimedHold['release'] | EventHold['release'];
  readonly forfeit?: Forfeit;
}

export function readHold(
  findings: Findings,
  { path, fields }: Entry<HoldFields>,
  units: AttributeUnits,
): Entry<HoldDraft> {
  const { release: written, forfeit: lost, ...others } = fields;
  const release =
    written && 'on' in written
      ? readDealEvent(findings, [...path, 'release'], written, units)
      : written;
  const forfeit = lost && readForfeit(findings, [...path, 'forfeit'], lost, units);
  return { path, fields: { ...others, ...(release && { release }), ...(forfeit && { forfeit }) } };
}

function readForfeit(
  findings: Findings,
  path: DocumentPath,
  written: NonNullable<HoldFields['forfeit']>,
  units: AttributeUnits,
): Forfeit {
  if (written === 'never') return {};
  const { on, where, afterDays, since } = written;
  const event: DealEvent | undefined =
    on === undefined ? undefined : readDealEvent(findings, path, { on, where }, units);
  if (since !== undefined) {
    checkAttribute(findings, [...path, 'since'], since, units, 'date');
  }
  return {
    ...(event && { event }),
    ...(afterDays !== undefined && since !== undefined && { after: { days: afterDays, since } }),
  };
}
