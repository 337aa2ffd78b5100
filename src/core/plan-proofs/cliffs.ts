// Payout cliffs: one dollar more, and the pay jumps. People hold deals back for a cliff, or bring
// them forward; a retroactive tier or a threshold means to have one, so it is said, with its size,
// and never refused. Proven by paying a hair below, at and above each breakpoint. In: a component
// under the lens. Out: a doubt that names its largest jump.

import { minorDigits } from '../currency.ts';
import { compareExact, type Exact, exact, largest, ONE, smallest } from '../exact-number.ts';
import { HAIR } from './breakpoints.ts';
import type { ComponentLook } from './component-look.ts';
import type { Doubt, PlanProof } from './doubt.ts';
import { ResultScale } from './result-scale.ts';
import { moneyWords } from './spoken-figures.ts';

/**
 * A jump is worth a word from a twentieth of the component's target incentive (or, where it has
 * none, of what is paid just below): less than that moves nobody to move a deal.
 */
const NOTABLE_PART = exact('0.05');

interface Jump {
  readonly at: Exact;
  /** The pay jumps just above the breakpoint, which belongs to the row before it. */
  readonly isAbove: boolean;
  readonly size: Exact;
}

export const proveCliffs: PlanProof = ({ looks }) => looks.flatMap(cliffOf);

function cliffOf(look: ComponentLook): readonly Doubt[] {
  // What a person judges cannot be sold a dollar more of.
  if (look.isJudged) return [];
  const jumps = look.breakpoints.at
    .flatMap((at) => jumpsAt(look, at))
    .filter((jump) => isNotable(look, jump));
  const [first, ...others] = jumps.toSorted((a, b) => compareExact(b.size, a.size));
  if (!first) return [];
  const more =
    others.length === 0
      ? ''
      : `; ${others.length} more such ${others.length === 1 ? 'step' : 'steps'}`;
  return [
    {
      code: 'payout/cliff',
      path: look.pathOfRow(first.at),
      about: look.component.id,
      what: `${jumpWords(look, first)} (${look.words})${more}`,
      remedy:
        'let the pay rise to there on a line (`shape: linear`, `shape: marginal`), or say in ' +
        '`accepts` that the step is meant',
    },
  ];
}

function jumpsAt(look: ComponentLook, at: Exact): readonly Jump[] {
  const { lowest, highest } = look;
  if ((lowest && at.lte(lowest)) || (highest && at.gt(highest))) return [];
  const [below, here] = [look.payoutAt(at.minus(HAIR)), look.payoutAt(at)];
  const above = highest?.eq(at) ? here : look.payoutAt(at.plus(HAIR));
  return [
    { at, isAbove: false, size: here.minus(below) },
    { at, isAbove: true, size: above.minus(here) },
  ];
}

/** A cent is no jump but a payout that is rounded up. */
function isNotable(look: ComponentLook, { at, size }: Jump): boolean {
  const whole = look.targetIncentive ?? look.payoutAt(at.minus(HAIR));
  return size.gt(minorUnit(look.plan.currency)) && size.gte(whole.times(NOTABLE_PART));
}

function minorUnit(currency: string): Exact {
  const digits = minorDigits(currency);
  return digits === 0 ? ONE : exact(`0.${'1'.padStart(digits, '0')}`);
}

/** `at a result of 124,999 USD, 1 USD more pays 1,250.10 USD more`: in the unit people count in. */
function jumpWords(look: ComponentLook, { at, isAbove }: Jump): string {
  const scale = new ResultScale(look);
  const { currency } = look.plan;
  const place = scale.resultAt(at);
  const start = isAbove ? place : place.minus(scale.step);
  const end = start.plus(scale.step);
  const [low, high] = [start, end].map((each) =>
    look.payoutAt(bounded(look, scale.argumentAt(each))),
  );
  const gain = moneyWords((high as Exact).minus(low as Exact), currency);
  const step = `${scale.stepWords} ${scale.isLowerBetter ? 'less' : 'more'}`;
  return `at ${scale.words(start)}, ${step} pays ${gain} more`;
}

function bounded({ lowest, highest }: ComponentLook, argument: Exact): Exact {
  const least = lowest ? largest(lowest, argument) : argument;
  return highest ? smallest(highest, least) : least;
}
