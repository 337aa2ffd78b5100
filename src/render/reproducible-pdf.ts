// Makes the bytes of a PDF from Chromium depend on the document alone.
// In: the bytes and the date to state in them. Out: bytes of the same length and layout.
// Chromium writes the time of printing and ids that count on over all documents of a process;
// both have a fixed width, so they are replaced in place and the cross-reference table stays true.
// Source: reproducible-builds.org (strip what differs, keep the order).

const TIMESTAMP = /(\/(?:CreationDate|ModDate) \(D:)\d{14}[+-]\d{2}'\d{2}'\)/g;
const NODE_ID = /\(node(\d+)\)/g;
const NODE_ID_DIGITS = 8;

/** `documentDate` is an ISO date (`2026-03-31`), stated as midnight UTC. */
export function reproduciblePdf(bytes: Uint8Array, documentDate: string): Uint8Array {
  // Latin-1 maps every byte to one character and back.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const day = documentDate.replaceAll('-', '');
  const dated = text.replace(TIMESTAMP, `$1${day}000000+00'00')`);
  const numbers = rankedNumbers(dated);
  const settled = dated.replace(NODE_ID, (_, digits: string) => `(node${numbers.get(digits)})`);
  return Uint8Array.from(Buffer.from(settled, 'latin1'));
}

/** 1, 2, 3 … by size: the tree of ids in the file is sorted and must stay so. */
function rankedNumbers(text: string): Map<string, string> {
  const found = new Set([...text.matchAll(NODE_ID)].map(([, digits = '']) => digits));
  const sorted = [...found].sort();
  const odd = sorted.find((digits) => digits.length !== NODE_ID_DIGITS);
  if (odd !== undefined) throw new Error(`node id ${odd} has not ${NODE_ID_DIGITS} digits`);
  const padded = (rank: number): string => String(rank).padStart(NODE_ID_DIGITS, '0');
  return new Map(sorted.map((digits, index) => [digits, padded(index + 1)]));
}
