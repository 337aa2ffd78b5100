// Calculates an overview once for each period of an opened company, and what the checker finds once
// for all. A folder that changed is opened anew, so nothing here can be out of date.
// In: opened companies. Out: overviews.

import type { Diagnostic, Period } from '../../core/index.ts';
import type { OpenCompany } from '../open-company.ts';
import type { Overview } from '../studio-ports.ts';
import { overviewOf, provenDoubts } from './overview.ts';

interface Kept {
  readonly doubts: readonly Diagnostic[];
  readonly overviews: Map<string, Overview>;
}

export class KeptOverviews {
  readonly #kept = new WeakMap<OpenCompany, Kept>();

  /** What opening the folder said is shown beside the doubts about the plans. */
  of(opened: OpenCompany, period: Period, said: readonly Diagnostic[]): Overview {
    const kept = this.#kept.get(opened) ?? { doubts: provenDoubts(opened), overviews: new Map() };
    this.#kept.set(opened, kept);
    const { doubts, overviews } = kept;
    const overview = overviews.get(period.id) ?? overviewOf(opened, period, [...said, ...doubts]);
    overviews.set(period.id, overview);
    return overview;
  }
}
