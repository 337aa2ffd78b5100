// The versions that a plan being typed is compared with: as its file was last saved, and the
// published one. A version is published once it has started; of several, the last to start holds,
// wherever it stands, in this file or in another one, retired or not.
// In: the plan as typed and as saved, the company's other plans, today. Out: versions and why.

import { compareText, type PeriodData, type Plan, payeesOf } from '../../core/index.ts';

export interface ComparedVersion {
  readonly plan: Plan;
  /** `before`: what held before this file. `unstarted`: where no version has started yet. */
  readonly is: 'saved' | 'saved-published' | 'published' | 'before' | 'unstarted';
  /** How many payees it is for. */
  readonly people: number;
}

export interface VersionScene {
  readonly typed: Plan;
  /** Absent where what stands on disk cannot be read as a plan. */
  readonly saved: Plan | undefined;
  /** Plans in other files. */
  readonly others: readonly Plan[];
  readonly data: PeriodData | undefined;
  /** As a day number. */
  readonly today: number;
}

export function comparedVersions(scene: VersionScene): readonly ComparedVersion[] {
  const { saved, data } = scene;
  const of = (is: ComparedVersion['is'], plan: Plan | undefined): readonly ComparedVersion[] =>
    plan ? [{ is, plan, people: payeesOf(plan, data).length }] : [];
  const elsewhere = scene.others.filter(({ id }) => id === scene.typed.id);
  const all = saved?.id === scene.typed.id ? [...elsewhere, saved] : elsewhere;
  const published = latest(all.filter(({ effective }) => effective.from <= scene.today));
  if (published === undefined) {
    return [...of('saved', saved), ...of('unstarted', latest(elsewhere))];
  }
  if (published !== saved) return [...of('saved', saved), ...of('published', published)];
  const earlier = elsewhere.filter(({ effective }) => effective.from < saved.effective.from);
  return [...of('saved-published', saved), ...of('before', latest(earlier))];
}

/** The last to start; of two on one day, the last by the file's name. */
function latest(plans: readonly Plan[]): Plan | undefined {
  return plans
    .toSorted((a, b) => a.effective.from - b.effective.from || compareText(a.file, b.file))
    .at(-1);
}
