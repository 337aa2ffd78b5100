// writeLetter: the plan letter of a payee, or of a role, as one file. In: a plan (or a company and
// perhaps a payee who tells which plan), the version before, a printer and a folder.
// Out: the file's path, or findings with nothing written.

import {
  buildLetter,
  type Company,
  diagnose,
  type Letter,
  type Outcome,
  outcomeOf,
  type PeriodData,
  type Plan,
  readPlan,
  type SourceDocument,
} from '../core/index.ts';
import { fileStem } from './file-stem.ts';
import { type LetterScene, openScene } from './letter-scene.ts';
import type { CompanyFolder, LetterLook, OpenLetterPrinter, OutputFolder } from './ports.ts';

export interface LetterSubject {
  readonly folder: CompanyFolder;
  /** The plan; without it, the one plan of the company, or of the payee. */
  readonly plan?: () => Promise<Outcome<SourceDocument>>;
  readonly payee?: string;
  readonly against?: () => Promise<Outcome<SourceDocument>>;
}

/** A letter, or the plans among which one has to be named. */
export type FoundLetter = { readonly letter: Letter } | { readonly choices: readonly string[] };

export async function findLetter(subject: LetterSubject): Promise<Outcome<FoundLetter>> {
  const opened = await openScene(subject.folder, subject.payee !== undefined);
  if (!opened.ok) return opened;
  const { company } = opened.product;
  const named = subject.plan && (await readFrom(subject.plan, company));
  if (named && !named.ok) return named;
  const before = subject.against && (await readFrom(subject.against, company));
  if (before && !before.ok) return before;
  const plans = named ? [named.product] : plansFor(opened.product, subject.payee);
  const [plan] = plans;
  if (!plan || plans.length > 1) {
    const choices = opened.product.plans.map(({ file }) => file);
    return outcomeOf<FoundLetter>({ choices }, []);
  }
  return letterOf(plan, opened.product, subject.payee, before?.product);
}

async function readFrom(
  open: () => Promise<Outcome<SourceDocument>>,
  company: Company,
): Promise<Outcome<Plan>> {
  const document = await open();
  return document.ok ? readPlan(document.product, company) : document;
}

/** The newest version of each plan that the payee is on, or of every plan. */
function plansFor({ plans, data }: LetterScene, payee: string | undefined): readonly Plan[] {
  const newest = new Map(plans.map((plan) => [plan.id, plan]));
  if (payee === undefined) return [...newest.values()];
  const own = (data?.assignments ?? []).filter((each) => each.payee === payee);
  return [...newest.values()].filter(({ id }) => own.some((each) => each.plan === id));
}

function letterOf(
  plan: Plan,
  { company, data }: LetterScene,
  wanted: string | undefined,
  against: Plan | undefined,
): Outcome<FoundLetter> {
  const onPlan = payeesOf(plan, data);
  if (wanted !== undefined && !onPlan.includes(wanted)) {
    const what = `no assignment puts \`${wanted}\` on the plan \`${plan.id}\``;
    const remedy =
      onPlan.length > 0
        ? `name one of: ${onPlan.join(', ')}`
        : 'add an assignment, or leave out `--payee` for a letter that names nobody';
    return outcomeOf<FoundLetter>(undefined, [
      diagnose('calculation/unknown-payee', plan.placeOf(['plan']), what, remedy),
    ]);
  }
  const payee = wanted ?? (onPlan.length === 1 ? onPlan[0] : undefined);
  const letter = buildLetter({
    plan,
    company,
    ...(data && { data }),
    ...(payee !== undefined && { payee }),
    ...(against && { against }),
  });
  return outcomeOf({ letter }, []);
}

function payeesOf({ id, effective }: Plan, data: PeriodData | undefined): readonly string[] {
  const on = (data?.assignments ?? []).filter(
    (each) => each.plan === id && each.from <= effective.to && each.to >= effective.from,
  );
  return [...new Set(on.map(({ payee }) => payee))];
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
