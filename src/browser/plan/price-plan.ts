// What a plan being typed pays whoever was chosen, and what it costs for all. In: the plan as it
// was checked, and who was chosen. Out: HTML, and who can be chosen.

import type { PlanPeople } from '../../app/studio/typed-plan.ts';
import { buildLetter, buildPicture, type Company, exact, type Plan } from '../../core/index.ts';
import { planPageWords } from '../../render/pages/plan-page-words.ts';
import { planPreview } from '../../render/pages/plan-preview.ts';
import { type Choice, NOBODY } from './worker-messages.ts';
import { writePreview } from './worker-templates.ts';

/** Twice the target is the farthest that founders ask about. */
const UP_TO = exact('2');

export interface Priced {
  readonly html: string;
  readonly choices: readonly Choice[];
}

/** Who is shown: who was asked for, else the first on the plan, else nobody by name. */
export function chosenPayee({ payees }: PlanPeople, asked: string | undefined): string | undefined {
  if (asked === NOBODY) return undefined;
  return asked !== undefined && payees.includes(asked) ? asked : payees[0];
}

export function pricedPlan(
  plan: Plan,
  { data, payees, areCarriedOn }: PlanPeople,
  company: Company,
  payee: string | undefined,
): Priced {
  const scene = { plan, company };
  const known = { ...scene, ...(data && { data }) };
  // Without data nobody is on the plan, and its figures are round ones.
  const of = payee === undefined ? scene : { ...known, payee };
  const html = writePreview(
    planPreview({
      one: buildPicture({ ...of, upTo: UP_TO }),
      all: payees.length > 0 ? buildPicture({ ...known, upTo: UP_TO }) : undefined,
      letter: buildLetter(of),
      areCarriedOn,
    }),
  );
  const named = payees.map((id) => ({ id, name: data?.people.get(id)?.name ?? id }));
  const choices = [...named, { id: NOBODY, name: planPageWords.typical }].map((each) => {
    return { ...each, isChosen: each.id === (payee ?? NOBODY) };
  });
  return { html, choices };
}
