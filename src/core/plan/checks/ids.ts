// Every component, gate and hold has an id of its own: cells, quotas and scores are found by it.
// In: the draft of a plan. Out: findings.

import type { PlanCheck } from '../draft.ts';

/** Words of the worksheet's own cells and balances; another of this name would meet them. */
const RESERVED = new Set([
  'plan',
  'carryforward',
  'clawback',
  'deferred',
  'deferring',
  'draw',
  'measure',
  'modifier',
  'gate',
  'gates',
  'group',
  'hold',
  'link',
  'total',
  'without',
  'without-gates',
]);

/** Segments of a period have numbers: `segment-2`. */
function isReserved(id: string): boolean {
  return RESERVED.has(id) || /^segment-\d+$/.test(id);
}

export const checkIds: PlanCheck = (
  { components, modifiers, links, gates, holds, groupCaps },
  findings,
) => {
  for (const { path, fields } of [...components, ...holds]) {
    if (fields.id === undefined || !isReserved(fields.id)) continue;
    const what = `\`${fields.id}\` is a word of the worksheet itself`;
    findings.report(
      'plan/reserved-id',
      [...path, 'id'],
      what,
      `write another id, such as \`my-${fields.id}\``,
    );
  }
  for (const entries of [components, modifiers, links, gates, holds, groupCaps]) {
    const lines = new Map<string, number>();
    for (const { path, fields } of entries) {
      if (fields.id === undefined) continue;
      const { line } = findings.document.placeOf([...path, 'id']);
      const first = lines.get(fields.id);
      if (first === undefined) lines.set(fields.id, line);
      else {
        findings.report(
          'plan/duplicate-id',
          [...path, 'id'],
          `the id \`${fields.id}\` is used twice (first on line ${first})`,
          'give each entry of a list an id of its own',
        );
      }
    }
  }
};
