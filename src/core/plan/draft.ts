// A plan as far as it could be read: checks run on what is there, so that one fault hides no other.
// In: nothing. Out: types shared by the reader and the checks.

import type { Company } from '../company/company.ts';
import type { ComponentDraft } from '../components/kinds.ts';
import type { FieldsOf } from '../document/fields.ts';
import type { Findings } from '../document/findings.ts';
import type { Measure } from '../measures/measure.ts';
import type { DealRule } from '../rules/deal-rule.ts';
import type { DocumentPath } from '../source.ts';
import type {
  gateShape,
  groupCapShape,
  headerShape,
  linkShape,
  modifierShape,
} from './document.ts';
import type { Clawback } from './plan.ts';
import type { HoldDraft } from './read-holds.ts';

export interface Entry<Fields> {
  readonly path: DocumentPath;
  readonly fields: Fields;
}

export interface PlanDraft {
  readonly header: FieldsOf<typeof headerShape>;
  /** A measure is undefined that was named and could not be read; so are all without a map. */
  readonly measures: ReadonlyMap<string, Measure | undefined> | undefined;
  readonly components: readonly Entry<ComponentDraft>[];
  readonly rules: ReadonlyMap<string, readonly DealRule[]>;
  readonly modifiers: readonly Entry<FieldsOf<typeof modifierShape>>[];
  readonly links: readonly Entry<FieldsOf<typeof linkShape>>[];
  readonly gates: readonly Entry<FieldsOf<typeof gateShape>>[];
  readonly holds: readonly Entry<HoldDraft>[];
  readonly groupCaps: readonly Entry<FieldsOf<typeof groupCapShape>>[];
  /** Undefined where there is none, or none that could be read. */
  readonly clawback: Clawback | undefined;
  readonly company: Company | undefined;
}

/** One check of a plan: looks at the draft, reports to the findings. */
export type PlanCheck = (draft: PlanDraft, findings: Findings) => void;

/** The measure of this id; a name that nothing has is reported with the nearest one. */
export function measureNamed(
  draft: PlanDraft,
  findings: Findings,
  path: DocumentPath,
  id: string,
): Measure | undefined {
  if (draft.measures && !draft.measures.has(id)) {
    findings.unknownName('plan/unknown-measure', path, 'measure', id, [...draft.measures.keys()]);
  }
  return draft.measures?.get(id);
}
