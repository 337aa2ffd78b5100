// What the use cases need from the outside, in domain words. Adapters in documents/, render/ and
// store/ provide these; wire.ts joins them. In: nothing. Out: interfaces.

import type { Company, Outcome, SourceDocument, SourceTables } from '../core/index.ts';

/** A company's folder: its documents and its tables. */
export interface CompanyFolder {
  readonly companyDocument: () => Promise<Outcome<SourceDocument>>;
  /** Every plan that can be parsed; what cannot is among the findings. */
  readonly planDocuments: () => Promise<Outcome<readonly SourceDocument[]>>;
  /** The tables that the company's mapping names, in the order of the mapping. */
  readonly tables: (company: Company) => Promise<Outcome<SourceTables>>;
}
