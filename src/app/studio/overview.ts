// The overview of a company in a period: everybody's pay, what the checker finds, and the golden
// thread. Somebody whose pay cannot be calculated hides nobody else's; goals that are not scored
// yet count as nothing, and that is said. In: an opened company and a period. Out: the overview.

import {
  allPlans,
  awaitedScores,
  buildStatement,
  calculate,
  type Diagnostic,
  type PayeeCalculation,
  type Period,
  provePlan,
  withoutAwaited,
} from '../../core/index.ts';
import type { OpenCompany } from '../open-company.ts';
import type { Overview, PayeePay } from '../studio-ports.ts';
import { goldenThread, type PayeesOf } from './golden-thread.ts';

/** Every doubt about the plans, whatever the period. */
export function provenDoubts({ company, plans, data }: OpenCompany): readonly Diagnostic[] {
  return allPlans(plans).flatMap((plan) => provePlan(plan, { company, data }).diagnostics);
}

export function overviewOf(
  opened: OpenCompany,
  period: Period,
  findings: readonly Diagnostic[],
): Overview {
  const payees = payeesIn(opened, period).map((payee) => payOf(opened, period, payee));
  return {
    currency: opened.company.currency,
    payees,
    findings,
    thread: goldenThread(opened, payeesBy(opened, payees)),
  };
}

/** Everybody who is on a plan with such payout periods on some day of the period. */
export function payeesIn({ plans, data }: OpenCompany, period: Period): readonly string[] {
  const paid = data.assignments.filter(
    ({ plan, from, to }) =>
      from <= period.to &&
      period.from <= to &&
      plans.get(plan)?.some(({ payoutPeriod }) => payoutPeriod === period.kind),
  );
  return [...new Set(paid.map(({ payee }) => payee))];
}

export interface CalculatedPay extends PayeePay {
  readonly calculation?: PayeeCalculation;
}

/** One payee's statement in a period, so far where scores are awaited. */
export function payOf(opened: OpenCompany, period: Period, id: string): CalculatedPay {
  const { company, plans, data } = opened;
  const person = data.people.get(id);
  const payee = {
    id,
    name: person?.name ?? id,
    ...(person?.title !== undefined && { title: person.title }),
  };
  const awaited = awaitedScores(opened, id, period);
  const known = withoutAwaited(data, awaited);
  const outcome = calculate({ company, plans, data: known, period, payee: id });
  const calculation = outcome.ok ? outcome.product.payees[0] : undefined;
  return {
    payee,
    ...(calculation && { calculation }),
    awaits: awaited.map(({ component, title, stops }) => ({ component, title, stops })),
    findings: outcome.diagnostics,
    ...(calculation && { statement: buildStatement(calculation, company) }),
  };
}

function payeesBy({ data }: OpenCompany, all: readonly PayeePay[]): PayeesOf {
  return (plan, { id }) =>
    all
      .filter(({ payee }) =>
        data.assignments.some((each) => each.payee === payee.id && each.plan === plan.id),
      )
      .map(({ payee, statement, awaits }) => {
        const component = statement?.components.find((each) => each.id === id);
        return {
          id: payee.id,
          name: payee.name,
          awaits: awaits.filter((each) => each.component === id).map(({ title }) => title),
          ...(component && { component }),
        };
      });
}
