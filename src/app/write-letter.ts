// writeLetter: the plan letter of a payee, or of a role, as one file. In: a plan (or a company and
// perhaps a payee who tells which plan), the version before, a printer and a folder.
// Out: the file's path, or findings with nothing written.

import {
  buildLetter,
  type Letter,
  type Outcome,
  outcomeOf,
  payeesOf,
  type SourceDocument,
} from '../core/index.ts';
import { fileStem } from './file-stem.ts';
import { findPlan, type PlanSubject, readFrom } from './find-plan.ts';
import type { LetterLook, OpenLetterPrinter, OutputFolder } from './ports.ts';

export interface LetterSubject extends PlanSubject {
  readonly against?: () => Promise<Outcome<SourceDocument>>;
}

/** A letter, or the plans among which one has to be named. */
export type FoundLetter = { readonly letter: Letter } | { readonly choices: readonly string[] };

export async function findLetter(subject: LetterSubject): Promise<Outcome<FoundLetter>> {
  const found = await findPlan(subject);
  if (!found.ok) return found;
  if ('choices' in found.product) return outcomeOf<FoundLetter>(found.product, []);
  const { plan, scene } = found.product;
  const before = subject.against && (await readFrom(subject.against, scene.company));
  if (before && !before.ok) return before;
  const { company, data } = scene;
  const onPlan = payeesOf(plan, data);
  const payee = subject.payee ?? (onPlan.length === 1 ? onPlan[0] : undefined);
  const letter = buildLetter({
    plan,
    company,
    ...(data && { data }),
    ...(payee !== undefined && { payee }),
    ...(before && { against: before.product }),
  });
  return outcomeOf({ letter }, []);
}

/** `letter_cmo_mei-ling-tan.pdf` */
export function letterFileName({ plan, payee }: Letter): string {
  const who = payee ? `_${fileStem(payee.id)}` : '';
  return `letter_${fileStem(plan.id)}${who}.pdf`;
}

export interface WriteLetterRequest {
  readonly letter: Letter;
  readonly look: LetterLook;
  readonly name: string;
  readonly output: OutputFolder;
  readonly openPrinter: OpenLetterPrinter;
  /** Lines for the operator: how the browser was started. */
  readonly log: (line: string) => void;
}

export async function writeLetter(
  request: WriteLetterRequest,
): Promise<Outcome<readonly string[]>> {
  const { output } = request;
  let written: Outcome<readonly string[]> | undefined;
  try {
    written = await printInto(request);
    return written;
  } finally {
    if (!written?.ok) await output.discard();
  }
}

async function printInto({ letter, look, name, output, openPrinter, log }: WriteLetterRequest) {
  const refused = await output.open([name]);
  if (refused.length > 0) return outcomeOf<readonly string[]>(undefined, refused);
  const opened = await openPrinter(log);
  if (!opened.ok) return opened;
  try {
    const fault = await output.put(name, await opened.product.print(letter, look));
    return fault ? outcomeOf<readonly string[]>(undefined, [fault]) : await output.commit();
  } finally {
    await opened.product.close();
  }
}
