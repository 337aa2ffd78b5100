// buildLetter: a checked plan, a payee's figures and the version before become a letter.
// The pipeline on one screen. In: plan, company, data, whom it is for. Out: the letter; exact
// figures only, each by the cells that pay people.

import { compile } from '../calculate/compile.ts';
import type { Period } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import type { Exact } from '../exact-number.ts';
import type { PeriodData } from '../period-data/period-data.ts';
import { actsOn, type Plan } from '../plan/plan.ts';
import type { ComponentLook } from '../plan-proofs/component-look.ts';
import { heldYear } from '../plan-proofs/held-year.ts';
import { NOMINAL_QUOTA } from '../plan-proofs/nominal-figures.ts';
import { looksAt, yearOf } from '../plan-proofs/sampled-year.ts';
import { drawnCurve } from '../statement/build-curve.ts';
import { planHash } from '../statement/fingerprint.ts';
import { dealFigures } from './deal-figures.ts';
import type { GateExample, Letter, LetterPeriod, PlanChanges } from './letter.ts';
import { letterComponents } from './letter-components.ts';
import { letterSheet } from './letter-sheet.ts';
import { figuresFor, payeeTerms } from './payee-figures.ts';
import { planChanges } from './plan-changes.ts';
import { heroPair, telling, workedYears } from './worked-years.ts';

export interface LetterRequest {
  readonly plan: Plan;
  readonly company: Company;
  /** A letter that names nobody needs none. */
  readonly data?: PeriodData;
  /** Id of whom it is for; a letter for the role without one. */
  readonly payee?: string;
  /** The version before, for the history of changes. */
  readonly against?: Plan;
}

export function buildLetter({ plan, company, data, payee, against }: LetterRequest): Letter {
  const terms = data && payee !== undefined ? payeeTerms(plan, data, payee) : [];
  const last = terms.at(-1);
  const figures = figuresFor(plan, last);
  const looks = looksAt(plan, figures);
  const worked = { plan, year: heldYear(plan, figures), looks };
  const compiled = compile([{ plan, timeframe: yearOf(plan, company.calendar) }]);
  const person = payee === undefined ? undefined : data?.people.get(payee);
  const { id, name, locale, contact } = company;
  return {
    company: { id, name, ...(contact !== undefined && { contact }) },
    locale,
    plan,
    ...(person && { payee: { ...named(person), ...(person.title && { title: person.title }) } }),
    earnings: {
      isReal: figures.isReal,
      nominalQuota: NOMINAL_QUOTA,
      targetIncentive: figures.targetIncentive,
      ...(last?.baseSalary && { baseSalary: last.baseSalary }),
    },
    terms: terms.length > 1 ? terms : [],
    periods: periodsOf(plan, compiled.timeframe.periods),
    components: letterComponents(compiled, looks, { company, figures, terms: last }),
    modifiers: plan.modifiers.map((each) => ({
      id: each.id,
      curve: drawnCurve(each.curve, plan.measures.get(each.measure)?.unit ?? 'number'),
    })),
    gates: gateExamples(plan, looks),
    years: workedYears(worked),
    hero: plan.gates.length > 0 ? heroPair(worked) : undefined,
    definitions: dealFigures(compiled.worksheet, company),
    sheet: letterSheet(compiled),
    changes: against && changesSince(against, plan),
    fingerprint: planHash(plan),
  };
}

function named({ id, name }: { readonly id: string; readonly name: string }) {
  return { id, name };
}

function periodsOf({ periodWeights }: Plan, periods: readonly Period[]): readonly LetterPeriod[] {
  return periods.map((period, index) => ({
    period,
    quota: periodWeights.quota[index] as Exact,
    targetIncentive: periodWeights.targetIncentive[index] as Exact,
  }));
}

function gateExamples(plan: Plan, looks: readonly ComponentLook[]): readonly GateExample[] {
  return plan.gates.map((gate) => {
    const unit = plan.measures.get(gate.measure)?.unit ?? 'number';
    const acted = looks.filter(({ component }) => actsOn(gate, component.id));
    const examples = acted.flatMap((look) => {
      const met = look.metCellOf(gate);
      const at = met === undefined ? undefined : telling(look, met);
      return met !== undefined && at ? [exampleOf(look, met, at)] : [];
    });
    return { gate, unit, example: examples[0] };
  });
}

function exampleOf(
  look: ComponentLook,
  condition: string,
  at: Exact,
): NonNullable<GateExample['example']> {
  return {
    component: look.component.id,
    at: { number: at, unit: look.unit },
    noun: look.isPerDeal ? 'deal' : look.argumentNoun,
    ...(look.component.window === 'period' && { period: look.periodIndex }),
    met: look.payoutAt(at),
    missed: look.payoutMissing(at, condition),
  };
}

function changesSince(before: Plan, plan: Plan): PlanChanges {
  const { title, version } = before;
  return { against: { title, version }, changes: planChanges(before.root, plan.root) };
}
