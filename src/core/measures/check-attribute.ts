// Whether a name is an attribute of the deals, of the unit that its place needs.
// In: the name and the attributes, as far as they are known. Out: a finding at the name.

import type { Findings } from '../document/findings.ts';
import { unitWord } from '../formula/loose-unit.ts';
import type { AttributeUnits } from '../formula/typing.ts';
import type { DocumentPath } from '../source.ts';
import type { Unit } from '../worksheet/operations.ts';

export function checkAttribute(
  findings: Findings,
  path: DocumentPath,
  name: string,
  units: AttributeUnits,
  unit?: Unit,
): void {
  if (!units) return;
  const found = units.get(name);
  if (!found)
    findings.unknownName('company/unknown-attribute', path, 'attribute', name, [...units.keys()]);
  else if (unit && found !== unit) {
    findings.report(
      'formula/units',
      path,
      `\`${name}\` is ${unitWord(found)}, and ${unitWord(unit)} is needed here`,
      `name an attribute of unit ${unit}`,
    );
  }
}
