// Whether parts make a whole, for weights and shares: one rule, and how a message shows the sum.
// In: parts as ratios. Out: undefined where they make 100 %, or what they add up to.

import { compareExact, type Exact, ONE, sumOf } from '../exact-number.ts';
import { figureText } from './leaves.ts';

/** More parts than this are not listed: the sum says enough. */
const PARTS_SHOWN_MAX = 12;

/** `add up to 90% (60% + 30%)`, unless the parts make a whole. */
export function notWhole(parts: readonly Exact[]): string | undefined {
  const total = sumOf(parts);
  if (compareExact(total, ONE) === 0) return undefined;
  const percent = (number: Exact): string => figureText({ number, isPercent: true });
  const isListed = parts.length > 1 && parts.length <= PARTS_SHOWN_MAX;
  const listed = isListed ? ` (${parts.map(percent).join(' + ')})` : '';
  return `add up to ${percent(total)}${listed}`;
}
