// Pools that components share in: money that can be paid, a pool of the company that exists and is
// named once, and nothing that would take from a single share. In: the draft. Out: findings.

import { poolFieldOf } from '../../components/kinds.ts';
import type { Findings } from '../../document/findings.ts';
import type { DocumentPath } from '../../source.ts';
import type { PlanCheck, PlanDraft } from '../draft.ts';
import type { ActsOn } from './acts-on.ts';
import { checkPoolMoney } from './pool-money.ts';

export const checkPools: PlanCheck = (draft, findings) => {
  const { header, company, components } = draft;
  const currency = header.currency ?? company?.currency;
  const named = new Set<string>();
  for (const { path, fields } of components) {
    const field = poolFieldOf(fields);
    if (!field) continue;
    if ('company' in field) {
      checkNamed(field.company, [...path, 'pool', 'company'], named, draft, findings);
    } else if (currency) {
      checkPoolMoney(field.money, currency, [...path, 'pool', 'money'], findings);
    }
  }
  for (const { path, fields } of [...draft.modifiers, ...draft.gates]) {
    checkWhole(fields.actsOn, [...path, 'actsOn'], draft, findings);
  }
};

function checkNamed(
  id: string,
  path: DocumentPath,
  named: Set<string>,
  { company }: PlanDraft,
  findings: Findings,
): void {
  const known = company?.pools.map((each) => each.id);
  if (known && !known.includes(id)) {
    findings.unknownName('pool/unknown', path, 'pool of the company', id, known);
  }
  if (named.has(id)) {
    const what = `two components share in the pool \`${id}\``;
    findings.report('pool/twice', path, what, 'keep one of them, with all goals');
  }
  named.add(id);
}

/** What a gate or modifier takes from one share goes to nobody. */
function checkWhole(
  actsOn: ActsOn | undefined,
  path: DocumentPath,
  { components }: PlanDraft,
  findings: Findings,
): void {
  const acted = components.flatMap(({ fields }) => {
    const { id } = fields;
    const isActed = id !== undefined && (actsOn === 'all' || actsOn?.includes(id));
    return isActed && poolFieldOf(fields) ? [`\`${id}\``] : [];
  });
  if (acted.length === 0) return;
  const what = `${acted.join(', ')} is a share of a pool, and what is taken of it goes to nobody`;
  const remedy = 'name the other components, and let the score say what was achieved';
  findings.report('pool/not-whole', path, what, remedy);
}
