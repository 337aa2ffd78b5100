// calculatePayouts: opens a company folder, calculates a period, builds each payee's statement.
// In: the folder, a period as text, maybe one payee. Out: calculation and statements, or findings.

import {
  buildStatement,
  type Calculation,
  calculate,
  diagnose,
  type Outcome,
  outcomeOf,
  readPeriod,
  type Statement,
} from '../core/index.ts';
import { type OpenCompany, openCompany } from './open-company.ts';
import type { CompanyFolder } from './ports.ts';

export interface PayoutRequest {
  readonly period: string;
  readonly payee?: string;
}

export interface Payouts {
  readonly calculation: Calculation;
  readonly statements: readonly Statement[];
}

export async function calculatePayouts(
  folder: CompanyFolder,
  request: PayoutRequest,
): Promise<Outcome<Payouts>> {
  const opened = await openCompany(folder);
  if (!opened.ok) return opened;
  const calculated = calculatePeriod(opened.product, request);
  const diagnostics = [...opened.diagnostics, ...calculated.diagnostics];
  if (!calculated.ok) return outcomeOf<Payouts>(undefined, diagnostics);
  const { product: calculation } = calculated;
  const statements = calculation.payees.map((each) => buildStatement(each, calculation.company));
  return outcomeOf({ calculation, statements }, diagnostics);
}

/** Calculates a period of a company that was opened before. */
export function calculatePeriod(
  { company, plans, data }: OpenCompany,
  { period: text, payee }: PayoutRequest,
): Outcome<Calculation> {
  const period = readPeriod(text, company.calendar);
  if (!period) {
    const place = company.placeOf(['fiscalYear']);
    const unknown = diagnose(
      'data/period',
      place,
      `\`${text}\` is not a period`,
      'ask for a period such as `2026-Q3`, `2026-M07`, `2026-H1` or `2026`',
    );
    return outcomeOf<Calculation>(undefined, [unknown]);
  }
  return calculate({ company, plans, data, period, ...(payee !== undefined && { payee }) });
}
