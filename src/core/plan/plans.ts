// The plans of a company: each with its versions, one after the other. An assignment names a plan,
// and the version in force on the day holds. In: checked plans. Out: versions by plan, in order of
// time, or findings where two would hold on one day. Source: ENGINE.md section 4.

import { isoDate } from '../calendar.ts';
import { compareText, type Diagnostic, diagnose, type Outcome, outcomeOf } from '../diagnostic.ts';
import { overlaps, type Span } from '../period-data/period-data.ts';
import type { Plan } from './plan.ts';

/** Versions by plan id, in order of time; at least one each. */
export type Plans = ReadonlyMap<string, readonly Plan[]>;

export function plansOf(read: readonly Plan[]): Outcome<Plans> {
  const inOrder = read.toSorted(
    (a, b) => a.effective.from - b.effective.from || compareText(a.file, b.file),
  );
  const plans = Map.groupBy(inOrder, ({ id }) => id);
  return outcomeOf<Plans>(plans, [...plans.values()].flatMap(clashes));
}

export function allPlans(plans: Plans): readonly Plan[] {
  return [...plans.values()].flat();
}

/** The versions of a plan that hold on some day of a span; all of them where none does. */
export function versionsIn(plans: Plans, id: string, span: Span): readonly Plan[] {
  const versions = plans.get(id) ?? [];
  const holding = versions.filter(({ effective }) => overlaps(effective, span));
  return holding.length > 0 ? holding : versions;
}

/** Versions that hold at the same time, or cannot be told apart by name. */
function clashes(versions: readonly Plan[]): readonly Diagnostic[] {
  return versions.flatMap((plan, index) => {
    const before = versions.slice(0, index);
    const same = before.find(({ effective }) => overlaps(effective, plan.effective));
    const alike = before.find(({ version }) => version === plan.version);
    const told = (field: string, what: string, remedy: string): Diagnostic =>
      diagnose('plan/duplicate-plan', plan.placeOf([field]), what, remedy);
    if (same) {
      const until = isoDate(same.effective.to);
      return told(
        'plan',
        `the plan \`${plan.id}\` stands in ${same.file} too, which holds until ${until}`,
        'give each plan an id of its own, or let one version end on the day before the next',
      );
    }
    if (!alike) return [];
    return told(
      'version',
      `version \`${plan.version}\` of plan \`${plan.id}\` stands in ${alike.file} too`,
      'give each version of a plan a name of its own',
    );
  });
}
