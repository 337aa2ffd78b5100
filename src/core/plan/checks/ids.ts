// Every component and gate has an id of its own: cells, quotas and scores are found by it.

import type { PlanCheck } from '../draft.ts';

export const checkIds: PlanCheck = ({ components, gates }, findings) => {
  for (const entries of [components, gates]) {
    const seen = new Set<string>();
    for (const { path, fields } of entries) {
      if (fields.id === undefined) continue;
      if (seen.has(fields.id)) {
        findings.report(
          'plan/duplicate-id',
          [...path, 'id'],
          `the id \`${fields.id}\` is used twice`,
          'give each component and each gate an id of its own',
        );
      }
      seen.add(fields.id);
    }
  }
};
