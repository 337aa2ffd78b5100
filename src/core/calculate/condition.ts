// What may stand between a result and its pay: a gate, or a link to another component. All act the
// same way, one after the other, and each has a cost: the payment without it minus the payment with
// it. In: nothing. Out: the type that the payout chain and the costs work on.

import type { DocumentPath } from '../source.ts';
import type { Formula } from '../worksheet/operations.ts';

export interface Condition {
  /** Names its cells: `gate.icp-fit`. */
  readonly id: string;
  /** Sets cells apart that are calculated with or without it. */
  readonly key: string;
  readonly title: string;
  readonly path: DocumentPath;
  readonly actsOn: 'all' | readonly string[];
  /** What it leaves of pay. Absent while it is not judged: over the year, before its end. */
  readonly leaves?: {
    readonly factor: (factor: Formula) => Formula;
    readonly money: (money: Formula) => Formula;
  };
  /** Of a gate that defers, in place of what it leaves: whether what waits may be paid. */
  readonly opens?: Formula;
}

export function isInForce({ leaves, opens }: Condition): boolean {
  return leaves !== undefined || opens !== undefined;
}
