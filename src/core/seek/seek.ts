// Goal seek: what must a lever stand at for a payment to reach a goal? The answer is the figure
// nearest to where the lever stands, in the lever's own steps, decided by the exact view: one step
// less does not reach it. Where no figure does, the most that any pays is said, and what stands in
// the way. Then three ways to get there that change least. In: a what-if and a goal. Out: the
// answer.

import { type Diagnostic, diagnose, type Outcome, outcomeOf } from '../diagnostic.ts';
import { nearestWord } from '../document/nearest-word.ts';
import { compareExact, type Exact, ZERO } from '../exact-number.ts';
import { type Lever, standing } from '../what-if/lever.ts';
import type { WhatIf } from '../what-if/what-if.ts';
import { LeverPay } from './lever-pay.ts';
import { type NextStep, nextSteps } from './next-steps.ts';
import { type Obstacle, obstaclesAt } from './obstacles.ts';
import { dealLever, dealLevers, oneMoreOfEach } from './typical-deals.ts';
import { type Way, waysTo } from './ways.ts';

/** A figure of a lever and what it pays. */
export interface PaidFigure {
  readonly figure: Exact;
  readonly pays: Exact;
}

export interface LeverAnswer {
  readonly lever: Lever;
  /** The nearest figure that reaches the goal; absent where none does. */
  readonly reached?: PaidFigure & { readonly oneStepLess: PaidFigure };
  /** Where none does: the most that any figure pays, and what stands in the way there. */
  readonly most?: PaidFigure & { readonly obstacles: readonly Obstacle[] };
}

export interface SeekAnswer {
  readonly goal: Exact;
  readonly present: Exact;
  /** Whether the payment is there already; then nothing is sought. */
  readonly isReached: boolean;
  readonly levers: readonly Lever[];
  readonly asked?: LeverAnswer;
  readonly ways: readonly Way[];
  /** Where there is no way: the lever that comes nearest by itself, and what stands in its way. */
  readonly nearest?: LeverAnswer;
  readonly steps: readonly NextStep[];
}

export interface SeekRequest {
  readonly whatIf: WhatIf;
  readonly goal: Exact;
  /** A lever's id, or the end of one that no other has. */
  readonly by?: string;
}

export function seek({ whatIf, goal, by }: SeekRequest): Outcome<SeekAnswer> {
  const present = whatIf.paid();
  const more = oneMoreOfEach(whatIf);
  const levers = [...whatIf.levers(), ...dealLevers(whatIf, more)];
  const isReached = present.gte(goal);
  const lever = by === undefined ? undefined : leverNamed(by, levers, whatIf);
  if (lever && !lever.ok) return lever;
  const pays = levers.map((each) => LeverPay.open(whatIf, each));
  const opened = pays.flatMap((each) => (each.ok ? [each.product] : []));
  const chosen =
    lever &&
    (opened.find((each) => each.lever.id === lever.product.id) ??
      LeverPay.open(whatIf, lever.product));
  const asked = chosen instanceof LeverPay ? outcomeOf(chosen, []) : chosen;
  if (asked && !asked.ok) return asked;
  const answer = asked && !isReached ? answerOf(asked.product, goal, whatIf) : undefined;
  const ways = isReached ? [] : waysTo(whatIf, opened, goal);
  const isBarred = !isReached && ways.length === 0 && !answer?.reached;
  const nearest = isBarred ? nearestTo(whatIf, opened, goal) : undefined;
  return outcomeOf(
    {
      goal,
      present,
      isReached,
      levers,
      ...(answer && { asked: answer }),
      ways,
      ...(nearest && { nearest }),
      steps: nextSteps(whatIf, more),
    },
    [],
  );
}

export function answerOf(pay: LeverPay, goal: Exact, whatIf: WhatIf): LeverAnswer {
  const { lever, figures } = pay;
  const { total } = whatIf.present.compiled;
  const paid = (place: number): PaidFigure => {
    return { figure: figures.at(place), pays: pay.read(place, total) ?? ZERO };
  };
  const place = pay.nearest(total, goal);
  if (place !== undefined) {
    return { lever, reached: { ...paid(place), oneStepLess: stepBack(pay, place, whatIf, paid) } };
  }
  const top = pay.most(total);
  const best = paid(top);
  const isBetter = lever.present === undefined || best.pays.gt(whatIf.paid());
  if (isBetter) return { lever, most: { ...best, obstacles: obstaclesOf(pay, top) } };
  const obstacles = obstaclesAt(whatIf.present, lever.components);
  return { lever, most: { figure: standing(lever), pays: whatIf.paid(), obstacles } };
}

/** Of levers none of which reaches a goal: the one that pays most. */
function nearestTo(
  whatIf: WhatIf,
  pays: readonly LeverPay[],
  goal: Exact,
): LeverAnswer | undefined {
  const { total } = whatIf.present.compiled;
  const tops = pays.map((pay) => ({ pay, most: pay.read(pay.most(total), total) ?? ZERO }));
  const [top] = tops.toSorted((one, other) => compareExact(other.most, one.most));
  return top && answerOf(top.pay, goal, whatIf);
}

/** At the most that is paid; limits also further on, where they begin to cut. */
function obstaclesOf(pay: LeverPay, top: number): readonly Obstacle[] {
  const { lever, figures } = pay;
  // A step may be too small for a cent.
  const further = Math.max(1, Math.round(top / 10));
  const [best, ...others] = [top, top + further, top - further]
    .filter((place) => place >= 0 && place <= figures.last)
    .map((place) => pay.at(place));
  const found = best?.ok ? obstaclesAt(best.product, lever.components) : [];
  const limits = others.flatMap((each) =>
    each.ok ? obstaclesAt(each.product, []).filter(({ kind }) => kind === 'limit') : [],
  );
  return [...new Map([...limits, ...found].map((each) => [each.id, each])).values()];
}

/** The figure before, towards where the lever stands; or that itself. */
function stepBack(
  { lever, figures }: LeverPay,
  place: number,
  whatIf: WhatIf,
  paid: (place: number) => PaidFigure,
): PaidFigure {
  const { present } = lever;
  const isUp = present === undefined || figures.at(place).gt(present);
  const before = isUp ? place - 1 : place + 1;
  const isPast =
    present !== undefined &&
    (isUp ? before < figures.above(present) : before > figures.below(present));
  if (isPast && present) return { figure: present, pays: whatIf.paid() };
  return before < 0 ? { figure: figures.at(0), pays: whatIf.paid() } : paid(before);
}

/** By its id, or by the end of it where no other lever ends alike. */
function leverNamed(name: string, levers: readonly Lever[], whatIf: WhatIf): Outcome<Lever> {
  const exactly = levers.find(({ id }) => id === name);
  if (exactly) return outcomeOf(exactly, []);
  const like = name.startsWith('deals/') ? name.slice('deals/'.length) : undefined;
  const { deals } = whatIf.request.data;
  if (like !== undefined && deals.some(({ id }) => id === like)) {
    return outcomeOf(dealLever(whatIf, like), []);
  }
  const alike = levers.filter(({ id }) => `/${id}/`.includes(`/${name}/`));
  const [only] = alike;
  if (only && alike.length === 1) return outcomeOf(only, []);
  return outcomeOf<Lever>(undefined, [
    unknownLever(name, alike.length > 1 ? alike : levers, whatIf),
  ]);
}

function unknownLever(name: string, levers: readonly Lever[], whatIf: WhatIf): Diagnostic {
  const ids = levers.map(({ id }) => id);
  const { plan } = whatIf.present.compiled;
  const near = nearestWord(name, [...ids, ...ids.flatMap((id) => id.split('/').slice(1))]);
  const what = `\`${name}\` is no lever of plan \`${plan.id}\` in ${whatIf.request.period.id}`;
  const remedy = near ? `write \`${near}\`` : `use one of: ${ids.join(', ')}`;
  return diagnose('seek/unknown-lever', plan.placeOf(['measures']), what, remedy);
}
