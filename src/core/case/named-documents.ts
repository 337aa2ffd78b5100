// A case may name its plan instead of writing it: a plan file, or a plan of a company's folder.
// Its deals then have that company's attributes. Reading the files is for the caller.
// In: a case's document. Out: what it names; the shape of its deals, its own or the company's.

import { isMap, nodeAt } from '../document/nodes.ts';
import type { DocumentMap, DocumentNode, SourceDocument } from '../source.ts';

/** What a case names, as it stands in the file. */
interface CaseNames {
  readonly plan?: string;
  readonly company?: string;
}

/** The documents behind those names: all versions of the plan, and the company. */
export interface NamedDocuments {
  readonly plans?: readonly SourceDocument[];
  readonly company?: SourceDocument;
}

export function caseNames({ root }: SourceDocument): CaseNames {
  const [plan, company] = [nodeAt(root, ['plan']), nodeAt(root, ['company'])];
  return {
    ...(typeof plan === 'string' && { plan }),
    ...(typeof company === 'string' && { company }),
  };
}

/** What the deals of a case have; the date they count on stands among the attributes. */
export interface DealsShape {
  readonly attributes: DocumentMap;
  readonly derived?: DocumentNode;
  readonly countsOn: string;
}

/** The date of a deal where the case itself says what deals are. */
const DATE = 'date';

export function dealsShape(document: SourceDocument, { company }: NamedDocuments): DealsShape {
  if (company) return companyDeals(company.root);
  const derived = nodeAt(document.root, ['derived']);
  const units = mapAt(document.root, ['attributes']);
  const attributes = Object.entries(units).map(
    ([name, source]) => [name, isMap(source) ? source : { unit: source }] as const,
  );
  return {
    attributes: { [DATE]: { unit: 'date' }, ...Object.fromEntries(attributes) },
    ...(derived !== undefined && { derived }),
    countsOn: DATE,
  };
}

/** A case's deals have each attribute in a column of its name, wherever the company's stand. */
function companyDeals(root: DocumentNode): DealsShape {
  const deals = mapAt(root, ['data', 'deals']);
  const lookups = nodeAt(deals, ['lookups']);
  const tables = [deals, ...(Array.isArray(lookups) ? lookups : [])];
  const sources = tables.flatMap((each) => Object.entries(mapAt(each, ['attributes'])));
  const units = sources.map(([name, source]) => {
    return [name, { unit: nodeAt(source, ['unit']) ?? '' }] as const;
  });
  const { derived, stage, countsOn } = deals;
  return {
    attributes: {
      ...(stage !== undefined && { stage: { unit: 'text' } }),
      ...Object.fromEntries(units),
    },
    ...(derived !== undefined && { derived }),
    countsOn: typeof countsOn === 'string' ? countsOn : DATE,
  };
}

function mapAt(root: DocumentNode, path: readonly string[]): DocumentMap {
  const node = nodeAt(root, path);
  return isMap(node) ? node : {};
}
