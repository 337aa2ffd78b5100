// Two changes to one thing contradict each other. In: changes and what each is to. Out: a finding
// at each that comes after another.

import type { Findings } from '../document/findings.ts';
import type { DocumentPath } from '../source.ts';

export function rejectTwice<Change>(
  findings: Findings,
  path: DocumentPath,
  changes: readonly Change[],
  nameOf: (change: Change) => string,
): void {
  const seen = new Set<string>();
  changes.forEach((change, index) => {
    const name = nameOf(change);
    if (seen.has(name)) {
      const what = `\`${name}\` is changed twice`;
      findings.report('scenario/twice', [...path, index], what, 'keep the entry that holds');
    }
    seen.add(name);
  });
}
