// The scenarios of a payee and a period that are kept in the company's folder, with what each would
// pay. In: an opened company, its files, whose and when. Out: scenarios; a file that cannot be read
// is nobody's.

import {
  buildOutlook,
  diagnose,
  type Outcome,
  outcomeOf,
  type Period,
  readScenario,
  type WhatIf,
} from '../../core/index.ts';
import type { OpenCompany } from '../open-company.ts';
import type { CompanyFiles, KeptScenario, PayeePay } from '../studio-ports.ts';

export interface WhatIfRequest {
  readonly opened: OpenCompany;
  readonly files: CompanyFiles;
  readonly period: Period;
  readonly payee: PayeePay['payee'];
}

export async function keptScenarios(
  { opened, files, period, payee }: WhatIfRequest,
  whatIf: WhatIf,
): Promise<readonly KeptScenario[]> {
  const names = await files.list('scenarios');
  const read = await Promise.all(names.map((name) => files.read(name)));
  return read.flatMap((each): readonly KeptScenario[] => {
    if (!each.ok) return [];
    const file = each.product;
    const document = files.parse(file);
    const scenario = document.ok ? readScenario(document.product, opened) : document;
    if (!scenario.ok) return [];
    const { payee: whose, period: when, changes } = scenario.product;
    if (whose !== payee.id || when.id !== period.id) return [];
    const outcome = whatIf.calculate(changes);
    const outlook = outcome.ok ? buildOutlook(outcome.product, opened.company) : undefined;
    const findings = outcome.diagnostics;
    return [{ file, scenario: scenario.product, findings, ...(outlook && { outlook }) }];
  });
}

/** One of them by its file or by its own id. */
export function scenarioNamed(
  name: string,
  kept: readonly KeptScenario[],
  { period, payee }: WhatIfRequest,
): Outcome<KeptScenario> {
  const found = kept.find(({ file, scenario }) => [file.name, scenario.id].includes(name));
  if (found) return outcomeOf(found, []);
  const what = `there is no scenario \`${name}\` of ${payee.name} in ${period.id}`;
  const ids = kept.map(({ scenario }) => `\`${scenario.id}\``);
  const remedy =
    ids.length > 0
      ? `name one of: ${ids.join(', ')}`
      : 'keep one on the what-if page of the studio';
  const place = { file: 'scenarios', line: 1, column: 1 };
  return outcomeOf<KeptScenario>(undefined, [
    diagnose('scenario/unknown-name', place, what, remedy),
  ]);
}
