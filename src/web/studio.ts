// What the studio's routes work with, and what each page needs first: the opened company and the
// period asked for. In: ports. Out: pages' frames, or a refusal that says what is wrong.

import type { Request } from 'express';
import type { OpenCompany } from '../app/open-company.ts';
import type { CompanyFolder, OpenRenderersFor } from '../app/ports.ts';
import type { OpenKept } from '../app/studio/kept-company.ts';
import { payoutPeriods, periodToOpen } from '../app/studio/payout-periods.ts';
import type {
  CompanyFiles,
  Comparison,
  PlanDesk,
  StudioFrame,
  StudioPages,
} from '../app/studio-ports.ts';
import type { Diagnostic } from '../core/index.ts';
import { notFound, Refusal } from './refusal.ts';

export interface Studio {
  /** The address it listens on. */
  readonly host: string;
  /** As it was named when the studio was started. */
  readonly folder: string;
  readonly isExample: boolean;
  readonly open: OpenKept;
  readonly company: CompanyFolder;
  readonly files: CompanyFiles;
  readonly desk: PlanDesk;
  readonly pages: StudioPages;
  readonly openRenderers: OpenRenderersFor;
  readonly comparisonWorkbook: (of: Comparison, frame: StudioFrame) => Promise<Uint8Array>;
  readonly log: (line: string) => void;
}

export interface OpenedPage {
  readonly opened: OpenCompany;
  readonly frame: StudioFrame;
  readonly said: readonly Diagnostic[];
}

/** The company and the period that a request names, or the one to begin with. */
export async function openPage(studio: Studio, request: Request): Promise<OpenedPage> {
  const outcome = await studio.open();
  if (!outcome.ok) {
    const text = 'Nothing can be shown until these are put right; the page then works again.';
    throw new Refusal(422, 'The company folder has problems', text, outcome.diagnostics);
  }
  const opened = outcome.product;
  const periods = payoutPeriods(opened);
  const asked = request.params['period'] ?? request.query['period'];
  const period =
    asked === undefined
      ? periodToOpen(opened, periods)
      : periods.find(({ id }) => id === String(asked));
  if (!period) throw notFound('The company has no such payout period. Choose one in the overview.');
  const { name, locale, currency } = opened.company;
  const { folder, isExample } = studio;
  const frame = { company: { name, locale, currency }, folder, isExample, periods, period };
  return { opened, frame, said: outcome.diagnostics };
}
