// The kinds of deals that the hero test mixes: one of the company's own deals at every size and
// with every trait that the plan can tell apart, each as some deal of the company has it. Kinds of
// which the worksheet counts the same are one. In: a what-if without deals, and the company's
// deals. Out: kinds, found by their place in the grid of sizes and traits.

import type { Wants } from '../company/company.ts';
import { type Exact, ZERO } from '../exact-number.ts';
import type { Deal } from '../period-data/period-data.ts';
import { NO_CHANGES } from '../what-if/scenario.ts';
import type { WhatIf } from '../what-if/what-if.ts';
import { prepareDealFormula } from '../worksheet/exact.ts';
import type { FastView } from '../worksheet/fast.ts';
import { type Copied, DealCopier } from './deal-copy.ts';
import type { Looks, Trait } from './traits.ts';

export interface DealKind {
  /** What the deal table and look-ups say of it, as it counts on the period's last day. */
  readonly copied: Copied;
  /** The deal of the company that it is a copy of, but for what was changed. */
  readonly like: Deal;
  /** All that is known of it, with what is calculated. */
  readonly deal: Deal;
  readonly size: Exact;
  /** What the company has of it: its size, or nothing. */
  readonly wanted: Exact;
  /** What the worksheet reads of one, in doubles. */
  readonly counted: Float64Array;
  /** Its size, then its traits, as places in the grid's lists; none for deals as they are. */
  readonly at: readonly number[];
}

export interface DealGrid {
  readonly traits: readonly Trait[];
  readonly kinds: readonly DealKind[];
  /** How many sizes there are, and how many of each trait. */
  readonly lengths: readonly number[];
  /** The kind at a place; none where the plan counts nothing of it. */
  readonly find: (at: readonly number[]) => number | undefined;
}

type Made = Pick<DealKind, 'like' | 'copied' | 'at'>;

/** More kinds are not told apart: of long lists the last are left out. */
const KINDS_AT_MOST = 3000;

export class DealKinds {
  readonly #whatIf: WhatIf;
  readonly #fast: FastView;
  readonly #copier: DealCopier;
  readonly #sizeOf: (deal: Deal) => Exact | undefined;
  readonly #isWanted: (deal: Deal) => boolean;

  constructor(whatIf: WhatIf, wants: Wants, fast: FastView) {
    const { company, period } = whatIf.request;
    const [sizeOf, isWanted] = [wants.of, wants.where].map(({ formula }) =>
      prepareDealFormula(formula),
    ) as [ReturnType<typeof prepareDealFormula>, ReturnType<typeof prepareDealFormula>];
    this.#whatIf = whatIf;
    this.#fast = fast;
    this.#copier = new DealCopier(company, whatIf.present.compiled.plan, period.to);
    this.#sizeOf = ({ attributes }) => {
      const size = sizeOf(attributes);
      return typeof size === 'object' && size.gt(ZERO) ? size : undefined;
    };
    this.#isWanted = ({ attributes }) => isWanted(attributes) === true;
  }

  /** The company's deals as they are, where the plan counts anything of them. */
  asTheyAre(deals: readonly Deal[]): readonly DealKind[] {
    const sized = deals.filter((deal) => this.#sizeOf(deal) !== undefined);
    return this.#counted(sized.map((like) => ({ like, copied: this.#copier.copy(like), at: [] })));
  }

  /** One deal at sizes and with traits. */
  grid(model: Deal, { traits: all, sizedBy, scaled }: Looks, sizes: readonly Exact[]): DealGrid {
    const traits = thinned(all, sizes.length);
    const lengths = [sizes.length, ...traits.map(({ donors }) => donors.length)];
    const own = this.#sizeOf(model) as Exact;
    const base = this.#copier.copy(model);
    const made = placesIn(lengths).map((at) => {
      const size = sizes[at[0] as number] as Exact;
      const copied = new Map(base);
      const grow = (from: Deal, name: string, of: Exact): void => {
        const money = from.attributes.get(name);
        if (typeof money === 'object') copied.set(name, money.times(size).div(of));
      };
      for (const name of [...sizedBy, ...scaled]) grow(model, name, own);
      for (const [index, trait] of traits.entries()) {
        const donor = trait.donors[at[index + 1] as number] as Deal;
        const theirs = this.#sizeOf(donor);
        for (const name of trait.sources) {
          if (scaled.has(name) && theirs) grow(donor, name, theirs);
          else copied.set(name, this.#copier.read(donor, name));
        }
      }
      return { like: model, copied, at };
    });
    return gridOf(traits, lengths, this.#counted(made));
  }

  /** One calculation counts them all; where a figure is not known, the halves by themselves. */
  #counted(made: readonly Made[]): readonly DealKind[] {
    if (made.length === 0) return [];
    const byId = new Map(made.map((each, index) => [`kind-${index + 1}`, each]));
    const add = [...byId].map(([id, { copied }]) => ({ id, count: 1, attributes: copied }));
    const outcome = this.#whatIf.calculate({ ...NO_CHANGES, add });
    if (!outcome.ok) {
      if (made.length === 1) return [];
      const half = Math.ceil(made.length / 2);
      return [made.slice(0, half), made.slice(half)].flatMap((part) => this.#counted(part));
    }
    const { deals, columns } = outcome.product;
    return deals.flatMap(({ deal }, index): readonly DealKind[] => {
      const [from, size] = [byId.get(deal.id), this.#sizeOf(deal)];
      const counted = this.#fast.countDeals(columns.part(index, 1));
      if (!from || !size || counted.every((figure) => figure === 0)) return [];
      const wanted = this.#isWanted(deal) ? size : ZERO;
      return [{ ...from, deal, size, wanted, counted }];
    });
  }
}

/** Lists as long as they may be together, by leaving out the last of the longest. */
function thinned(traits: readonly Trait[], sizes: number): readonly Trait[] {
  const all = traits.map((trait) => ({ ...trait, donors: [...trait.donors] }));
  const product = (): number => all.reduce((kinds, { donors }) => kinds * donors.length, sizes);
  while (product() > KINDS_AT_MOST) {
    const longest = all.reduce((most, each) =>
      each.donors.length > most.donors.length ? each : most,
    );
    longest.donors.pop();
  }
  return all;
}

function placesIn(lengths: readonly number[]): readonly (readonly number[])[] {
  return lengths.reduce<readonly (readonly number[])[]>(
    (places, length) =>
      places.flatMap((place) => Array.from({ length }, (_, at) => [...place, at])),
    [[]],
  );
}

/** The first of those that count the same stands for them all. */
function gridOf(
  traits: readonly Trait[],
  lengths: readonly number[],
  all: readonly DealKind[],
): DealGrid {
  const kinds: DealKind[] = [];
  const known = new Map<string, number>();
  const byPlace = new Map<string, number>();
  for (const kind of all) {
    const key = [kind.counted.join(), kind.size, kind.wanted].join(' ');
    const index = known.get(key) ?? kinds.push(kind) - 1;
    known.set(key, index);
    byPlace.set(kind.at.join(), index);
  }
  return { traits, kinds, lengths, find: (at) => byPlace.get(at.join()) };
}
