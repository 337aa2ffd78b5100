// The fingerprint of a statement: what it was calculated from and what came out, each as a hash of
// canonical text, so that it is the same on every machine and whoever has the plan and the data
// can make it again. Comments and layout of a plan file play no part: what it says does.
// In: a calculation and the statement's lines. Out: hashes, and the line that bears them on paper.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PayeeCalculation } from '../calculate/calculate.ts';
import { compareText } from '../diagnostic.ts';
import { exactText } from '../exact-number.ts';
import type { Plan } from '../plan/plan.ts';
import type { DocumentNode } from '../source.ts';
import type { Datum } from '../worksheet/operations.ts';
import type { StatementLine } from './statement-line.ts';

/** Changes whenever the same plan and inputs can come to other cents than before. */
export const engineVersion = '1';

/** SHA-256 in hexadecimal, but for the engine's version. */
export interface Fingerprint {
  readonly engine: string;
  /** What the plan or plans of the period say. */
  readonly plan: string;
  /** The payee's numbers and deals, as far as the plan looks at them. */
  readonly inputs: string;
  /** The lines of the payment, in cents. */
  readonly result: string;
}

export function fingerprintOf(
  calculation: PayeeCalculation,
  lines: readonly Pick<StatementLine, 'id' | 'payout'>[],
): Fingerprint {
  const plans = new Set(calculation.compiled.segments.map(({ plan }) => plan));
  return {
    engine: engineVersion,
    plan: hashOf([...plans].map(planText)),
    inputs: hashOf(inputsText(calculation)),
    result: hashOf(lines.map(({ id, payout }) => [id, exactText(payout.exact), payout.currency])),
  };
}

const MARK = 'ontarget';
const PRINTED_DIGITS = 16;

/** Who is paid for which period, and the fingerprint: one line, the same in every format. */
export function fingerprintLine(
  payee: string,
  period: string,
  { engine, plan, inputs, result }: Fingerprint,
): string {
  const short = (hash: string): string => hash.slice(0, PRINTED_DIGITS);
  const hashes = [`plan ${short(plan)}`, `inputs ${short(inputs)}`, `result ${short(result)}`];
  return [MARK, payee, period, `engine ${engine}`, ...hashes].join(' · ');
}

/** A line that `fingerprintLine` wrote; its hashes are shortened. */
export interface ReadFingerprint {
  readonly payee: string;
  readonly period: string;
  readonly fingerprint: Fingerprint;
}

const HASH = `([0-9a-f]{${PRINTED_DIGITS}})`;
const LINE = new RegExp(
  `${MARK} · (.+?) · (\\S+) · engine (\\S+) · plan ${HASH} · inputs ${HASH} · result ${HASH}`,
);

export function readFingerprint(text: string): ReadFingerprint | undefined {
  const found = LINE.exec(text);
  if (!found) return undefined;
  const [, payee = '', period = '', engine = '', plan = '', inputs = '', result = ''] = found;
  return { payee, period, fingerprint: { engine, plan, inputs, result } };
}

/** Which parts of a full fingerprint a shortened one does not stand for. */
export function fingerprintChanges(
  read: Fingerprint,
  full: Fingerprint,
): readonly (keyof Fingerprint)[] {
  const parts: readonly (keyof Fingerprint)[] = ['engine', 'plan', 'inputs', 'result'];
  return parts.filter(
    (part) => !(part === 'engine' ? full.engine : full[part]).startsWith(read[part]),
  );
}

/** What one plan says. */
export function planHash(plan: Plan): string {
  return hashOf([planText(plan)]);
}

function planText({ id, version, root }: Plan): Canonical {
  return [id, version, canonical(root)];
}

function inputsText({ payee, period, inputs, deals, columns, compiled }: PayeeCalculation) {
  const attributes = [...compiled.worksheet.attributes].sort(compareText);
  return [
    payee.id,
    period.id,
    [...inputs].map(([name, datum]) => [name, datumText(datum)]).sort(byFirst),
    deals
      .map(({ deal }, index) => [
        deal.id,
        ...attributes.map((name) => [name, datumText(columns.get(name)?.at(index))]),
      ])
      .sort(byFirst),
  ];
}

/** Text, or a list of what is canonical. */
type Canonical = string | readonly Canonical[];

function canonical(node: DocumentNode): Canonical {
  if (typeof node === 'string') return node;
  if (Array.isArray(node)) return node.map(canonical);
  const entries = Object.entries(node as Readonly<Record<string, DocumentNode>>);
  return entries.map(([key, each]): Canonical => [key, canonical(each)]).sort(byFirst);
}

function datumText(datum: Datum): string {
  if (datum === undefined) return 'unknown';
  return typeof datum === 'object' ? exactText(datum) : `${typeof datum} ${datum}`;
}

function byFirst(left: Canonical, right: Canonical): number {
  return compareText(String(left[0]), String(right[0]));
}

function hashOf(content: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))));
}
