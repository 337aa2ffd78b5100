// A payee's what-if in an opened company, the same on the server and in the browser: goals that
// nobody has scored yet stand at nothing. In: the company, a period, a payee. Out: the what-if.

import {
  awaitedScores,
  type Outcome,
  type Period,
  prepareWhatIf,
  type WhatIf,
  withoutAwaited,
} from '../../core/index.ts';
import type { OpenCompany } from '../open-company.ts';

export function whatIfOf(opened: OpenCompany, period: Period, payee: string): Outcome<WhatIf> {
  const { company, plans } = opened;
  const data = withoutAwaited(opened.data, awaitedScores(opened, payee, period));
  return prepareWhatIf({ company, plans, data, period, payee });
}
