// Caps that cut into the plan's own promises: a component's cap below what its curve's last row
// pays. What lies beyond the last row may be cut; what the plan spells out and never pays misleads.
// Proven by paying the last row's start with the cap and without it. In: components under the lens,
// and the plan without the cap. Out: doubts at the caps.

import type { Exact } from '../exact-number.ts';
import type { ComponentLook } from './component-look.ts';
import type { Doubt, PlanProof } from './doubt.ts';
import { ResultScale } from './result-scale.ts';
import { moneyWords } from './spoken-figures.ts';

export const proveCaps: PlanProof = ({ looks, without }) =>
  looks.flatMap((look) => capOf(look, without(look, 'payoutCap')));

function capOf(look: ComponentLook, free: ComponentLook | undefined): readonly Doubt[] {
  const top = look.breakpoints.at.findLast((at) => !look.highest || at.lte(look.highest));
  if (!free || !top) return [];
  const [paid, promised] = [look.payoutAt(top), free.payoutAt(top)];
  if (paid.gte(promised)) return [];
  const { currency } = look.plan;
  const words = (money: Exact): string => moneyWords(money, currency);
  const scale = new ResultScale(look);
  const place = scale.words(scale.resultAt(top));
  return [
    {
      code: 'payout/cap-below-top',
      path: [...look.path, 'payoutCap'],
      about: look.component.id,
      what:
        `the curve pays ${words(promised)} at ${place}, and the cap leaves ${words(paid)} ` +
        `(${look.words})`,
      remedy: 'end the curve where the cap cuts it, or raise the cap',
    },
  ];
}
