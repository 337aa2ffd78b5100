// The worker in which a PDF is parsed. In: its bytes, as worker data. Out: the text of each page,
// line by line, or why it could not be read. A program of its own, started by read-statement.ts.

import { parentPort, workerData } from 'node:worker_threads';
import { reasonOf } from './failure-reason.ts';

export type PdfReply =
  | { readonly kind: 'pages'; readonly pages: readonly (readonly string[])[] }
  | { readonly kind: 'not-readable'; readonly reason: string };

parentPort?.postMessage(await readPages(workerData as Uint8Array));

async function readPages(bytes: Uint8Array): Promise<PdfReply> {
  try {
    const { extractText, getDocumentProxy } = await import('unpdf');
    const document = await getDocumentProxy(bytes);
    const { text } = await extractText(document, { mergePages: false });
    return { kind: 'pages', pages: text.map((page) => page.split('\n')) };
  } catch (cause) {
    return { kind: 'not-readable', reason: reasonOf(cause) };
  }
}
