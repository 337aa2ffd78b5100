// provePlan: every doubt about a plan that can be read, before anybody is paid by it. What makes
// pay undefined is an error and found while reading; what is left is paid exactly as written, and
// these are the places where what is written may not be what was meant. A plan answers a doubt in
// `accepts`. In: a checked plan, its company and data as far as they are known. Out: diagnostics.

import type { Company } from '../company/company.ts';
import { byPlace, type Diagnostic, diagnose } from '../diagnostic.ts';
import type { PeriodData } from '../period-data/period-data.ts';
import type { Acceptance } from '../plan/document.ts';
import type { Plan } from '../plan/plan.ts';
import { planProofs } from './all-proofs.ts';
import type { ComponentLook } from './component-look.ts';
import type { Doubt, ProofScene } from './doubt.ts';
import { nominalFigures } from './nominal-figures.ts';
import { looksAt } from './sampled-year.ts';

export interface PlanSurroundings {
  readonly company?: Company;
  readonly data?: PeriodData;
}

export interface ProvenPlan {
  readonly diagnostics: readonly Diagnostic[];
  /** How many doubts the plan has answered. */
  readonly accepted: number;
}

export function provePlan(plan: Plan, around: PlanSurroundings): ProvenPlan {
  const scene = sceneOf(plan, around);
  const doubts = planProofs.flatMap((prove) => prove(scene));
  const open = doubts.filter((doubt) => !plan.accepts.some((each) => answers(each, doubt)));
  const said = open.map(({ code, path, what, remedy }) =>
    diagnose(code, plan.placeOf(path), what, remedy),
  );
  // Some doubts need the company and its data: only with both is an answer to none of them idle.
  const idle = around.company && around.data ? idleAnswers(plan, doubts) : [];
  const diagnostics = [...said, ...idle].toSorted(byPlace);
  return { diagnostics, accepted: doubts.length - open.length };
}

function answers({ finding, of }: Acceptance, { code, about }: Doubt): boolean {
  return finding === code && of === about;
}

function idleAnswers({ accepts, placeOf }: Plan, doubts: readonly Doubt[]): readonly Diagnostic[] {
  return accepts.flatMap((each, index) => {
    if (doubts.some((doubt) => answers(each, doubt))) return [];
    const whose = each.of === undefined ? 'the plan' : `\`${each.of}\``;
    const what = `\`${each.finding}\` is answered for ${whose}, and nothing doubts it`;
    const about = doubts.find(({ code }) => code === each.finding)?.about;
    const remedy =
      about === undefined ? 'remove the answer' : `remove it, or write \`of: ${about}\``;
    return [diagnose('plan/accepts-nothing', placeOf(['accepts', index]), what, remedy)];
  });
}

function sceneOf(plan: Plan, around: PlanSurroundings): ProofScene {
  const figures = nominalFigures(plan, around.data);
  const without = (look: ComponentLook, field: string): ComponentLook | undefined => {
    if (!(field in look.component)) return undefined;
    const components = plan.components.map((each) =>
      each.id === look.component.id ? ({ ...each, [field]: undefined } as typeof each) : each,
    );
    const freed = looksAt({ ...plan, components }, figures);
    return freed.find(({ component }) => component.id === look.component.id);
  };
  return { ...around, plan, figures, looks: looksAt(plan, figures), without };
}
