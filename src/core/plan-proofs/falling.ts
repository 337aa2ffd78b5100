// Falling payouts: a better result that pays less. Between breakpoints pay is a straight line (or a
// curve without a turn), so that looking at each breakpoint and a hair to both sides is a proof. A
// curve over the result itself may fall all the way, where less of it is better; it may not turn.
// In: a component under the lens. Out: a doubt at the row where pay falls most.

import { compareExact, type Exact } from '../exact-number.ts';
import { HAIR } from './breakpoints.ts';
import type { ComponentLook } from './component-look.ts';
import type { Doubt, PlanProof } from './doubt.ts';
import { ResultScale } from './result-scale.ts';
import { moneyWords } from './spoken-figures.ts';

export const proveFalling: PlanProof = ({ looks }) => looks.flatMap(fallOf);

/** Two neighbouring samples of which the higher one pays less. */
interface Fall {
  readonly from: Exact;
  readonly to: Exact;
  readonly change: Exact;
}

function fallOf(look: ComponentLook): readonly Doubt[] {
  const { samples } = look;
  const steps = samples.slice(1).map((to, index): Fall => {
    const from = samples[index] as Exact;
    return { from, to, change: look.payoutAt(to).minus(look.payoutAt(from)) };
  });
  const isStated = steps.every(({ change }) => change.lte('0'));
  const falls = steps.filter(({ change }) => change.lt('0'));
  const [worst] = falls.toSorted((a, b) => compareExact(a.change, b.change));
  if (!worst || (isStated && look.cells.attainment === undefined)) return [];
  const [from, to] = [placeOf(look, worst.from, '-1'), placeOf(look, worst.to, '1')];
  return [
    {
      code: 'payout/falls',
      path: look.pathOfRow(rowOf(look, worst)),
      about: look.component.id,
      what: `${from}, and ${to} (${look.words})`,
      remedy: 'let each row pay at least what the rows before it pay, or say in `accepts` why not',
    },
  ];
}

/** `a result of 120,000 USD pays 10,400.00 USD`; a hair beside a breakpoint is a whole step. */
function placeOf(look: ComponentLook, sample: Exact, side: '1' | '-1'): string {
  const scale = new ResultScale(look);
  const near = look.breakpoints.at.find((at) => at.minus(sample).abs().lte(HAIR)) ?? sample;
  const isLevel = look.payoutAt(near).eq(look.payoutAt(sample));
  const result = isLevel ? scale.resultAt(near) : scale.resultAt(near).plus(scale.step.times(side));
  const paid = moneyWords(look.payoutAt(scale.argumentAt(result)), look.plan.currency);
  return `${scale.words(result)} pays ${paid}`;
}

/** The row at whose start the fall ends, or begins. */
function rowOf({ breakpoints }: ComponentLook, { from, to }: Fall): Exact {
  const ends = [to, from].map((sample) =>
    breakpoints.at.find((at) => at.minus(sample).abs().lte(HAIR)),
  );
  return ends.find((at) => at !== undefined) ?? to;
}
