// The plan being typed against its last saved and its last published version, change by change.
// What a change does is worked out once and kept, so that each keystroke costs what it changed; and
// before each change the worker hears whether something else was typed meanwhile.
// In: versions, and whose figures. Out: diffs; none once they are no longer wanted.

import type { ComparedVersion } from '../../app/studio/plan-versions.ts';
import {
  type Company,
  exact,
  type PeriodData,
  type Plan,
  type PlanDiffer,
  type PricedChange,
  payeeTerms,
  planDiffer,
} from '../../core/index.ts';
import type { AgainstVersion } from '../../render/pages/changes-preview.ts';

const ROUND = { targetIncentive: exact('100000') };

export interface ComparedScene {
  readonly plan: Plan;
  readonly company: Company;
  readonly data: PeriodData | undefined;
  readonly payee: string | undefined;
}

export class VersionDiffs {
  readonly #differs = new Map<string, PlanDiffer>();

  /** `isWanted` is asked before each change, after whatever was sent meanwhile has been heard. */
  async against(
    versions: readonly ComparedVersion[],
    scene: ComparedScene,
    isWanted: () => boolean,
  ): Promise<readonly AgainstVersion[] | undefined> {
    const found: AgainstVersion[] = [];
    for (const version of versions) {
      const differ = this.#differFrom(version.plan, scene);
      const changes: PricedChange[] = [];
      for (const change of differ.changesTo(scene.plan)) {
        await otherMessages();
        if (!isWanted()) return undefined;
        changes.push(differ.priced(change));
      }
      found.push({ version, diff: differ.diffOf(scene.plan, changes) });
    }
    return found;
  }

  #differFrom(before: Plan, { plan, company, data, payee }: ComparedScene): PlanDiffer {
    const terms = data && payee !== undefined ? payeeTerms(plan, data, payee).at(-1) : undefined;
    const key = JSON.stringify([
      before.file,
      before.root,
      terms?.targetIncentive,
      [...(terms?.quotas ?? [])],
    ]);
    const found =
      this.#differs.get(key) ?? planDiffer({ before, company, figures: terms ?? ROUND });
    this.#differs.set(key, found);
    return found;
  }
}

function otherMessages(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
