// A whole calculation of one company, not the exact view alone: assignments, who is credited with
// which deal, inputs, evaluation, findings. Payees a second must not fall as the company grows.
// In: nothing. Out: payees a second for a company and one of sixteen times its size, 100 deals each.

import { calculate } from '../../src/core/index.ts';
import { must } from '../in-memory-company.ts';
import { DEALS_EACH } from './extent.ts';
import { makePayee } from './made-payees.ts';
import { median } from './median.ts';
import { type OpenPlan, openPlan } from './plan.ts';
import type { Result } from './result.ts';

const SIZES = [200, 3200] as const;
const ROUNDS = 3;

export async function companyRun(log: (line: string) => void): Promise<readonly Result[]> {
  const plan = openPlan();
  return SIZES.map((payees) => {
    const value = payeesPerSecond(plan, payees);
    log(`${payees} payees`);
    const note = 'calculate() from read data, findings included';
    return { name: `run-payees-per-second-${payees}`, value, unit: 'payees/s', note };
  });
}

function payeesPerSecond({ requestFor }: OpenPlan, payees: number): number {
  const made = Array.from({ length: payees }, (_, index) => makePayee(index, DEALS_EACH));
  const request = requestFor(made);
  must(calculate(request));
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    must(calculate(request));
    return performance.now() - start;
  });
  return (payees * 1000) / median(times);
}
