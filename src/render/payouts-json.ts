// The payouts of a run as JSON for programs: the contract of `calculate --json`.
// In: statements. Out: text; money and ratios are decimal strings, what does not exist is null. It
// keeps to the letter; what is newer stands in each payee's JSON statement.

import {
  type Calculation,
  type Exact,
  exactText,
  type Quantity,
  type Statement,
  type StatementComponent,
  type StatementGate,
} from '../core/index.ts';
import { moneyText } from './decimal-text.ts';

/** The run is named by itself: a period in which nobody is paid still has a company. */
export function payoutsJson(
  { company, period }: Pick<Calculation, 'company' | 'period'>,
  statements: readonly Statement[],
): string {
  const run = {
    company: company.id,
    period: period.id,
    currency: company.currency,
    payees: statements.map(payeeJson),
  };
  return `${JSON.stringify(run, null, 2)}\n`;
}

function payeeJson(statement: Statement) {
  const { payee, plan, currency, components, gates, payment, paidIn } = statement;
  return {
    payee: payee.id,
    name: payee.name,
    plan: plan.id,
    components: components.map((each) => componentJson(each, currency)),
    gates: gates.map((each) => gateJson(each, currency)),
    total: moneyText(payment.exact, currency),
    ...(paidIn && {
      paidIn: {
        currency: paidIn.payment.currency,
        total: moneyText(paidIn.payment.exact, paidIn.payment.currency),
        rate: exactText(paidIn.rate),
      },
    }),
  };
}

function componentJson(component: StatementComponent, currency: string) {
  const { id, kind, weight, result, quota, attainment, payoutFactor, payout } = component;
  return {
    id,
    kind,
    weight: ratioText(weight),
    result: quantityText(result, currency),
    quota: quantityText(quota, currency),
    attainment: ratioText(attainment),
    payoutFactor: ratioText(payoutFactor),
    payout: moneyText(payout.exact, currency),
  };
}

function gateJson({ id, required, judged }: StatementGate, currency: string) {
  return {
    id,
    met: judged?.met ?? null,
    result: quantityText(judged?.result, currency),
    required: quantityText(required, currency),
    cost: judged ? moneyText(judged.cost.exact, currency) : null,
  };
}

function ratioText(ratio: Exact | undefined): string | null {
  return ratio ? exactText(ratio) : null;
}

function quantityText(quantity: Quantity | undefined, currency: string): string | null {
  if (!quantity) return null;
  const { number, unit } = quantity;
  return unit === 'money' ? moneyText(number, currency) : exactText(number);
}
