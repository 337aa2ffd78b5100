// What somebody has moved on the page, as the document of a scenario: the same that is kept in a
// file, read by the same reader. In: changes by hand, or of a scenario. Out: the document.

import type { DocumentNode, Lever, Scenario } from '../core/index.ts';
import { exactText, isoDate, leverId } from '../core/index.ts';

export interface ImaginedNode {
  readonly id: string;
  readonly count: string;
  readonly like: string;
  readonly creditTo?: string;
  readonly attributes: Readonly<Record<string, string>>;
}

type Changes = Scenario['changes'];

/** Lists of entries, as documents have them. */
interface Moved {
  readonly results: readonly DocumentNode[];
  readonly scores: readonly DocumentNode[];
  readonly reported: readonly DocumentNode[];
}

/** Changes as text; a lever's figure by the lever's id. */
export class ScenarioState {
  readonly levers = new Map<string, string>();
  readonly imagined = new Map<string, ImaginedNode>();
  readonly edited = new Map<string, Readonly<Record<string, string>>>();
  readonly dropped = new Set<string>();
  /** What the page has no lever for stays as the scenario says. */
  #others: Moved = { results: [], scores: [], reported: [] };

  /** Starts with what a kept scenario says. */
  load({ changes }: Pick<Scenario, 'changes'>, levers: readonly Lever[]): void {
    for (const { id, lever, unit } of levers) {
      const figure = figureIn(changes, lever);
      if (figure) this.levers.set(id, figureNode(exactText(figure), unit));
    }
    this.#others = withoutLevers(changes, levers);
    for (const { id, like, count, creditTo, attributes } of changes.add) {
      const own = { attributes: attributeNodes(attributes), ...(creditTo && { creditTo }) };
      this.imagined.set(id, { id, count: String(count), like: like ?? '', ...own });
    }
    for (const { deal, attributes } of changes.edit) {
      this.edited.set(deal, attributeNodes(attributes));
    }
    for (const id of changes.drop) this.dropped.add(id);
  }

  clear(): void {
    for (const each of [this.levers, this.imagined, this.edited, this.dropped]) each.clear();
    this.#others = { results: [], scores: [], reported: [] };
  }

  /** `except` leaves one lever as it is, while it is moved. */
  changes(levers: readonly Lever[], except?: string): Readonly<Record<string, DocumentNode>> {
    const moved = levers.flatMap((lever) => {
      const figure = lever.id === except ? undefined : this.levers.get(lever.id);
      return figure === undefined ? [] : [{ ...lever.lever, figure }];
    });
    const { results, scores, reported } = movedNodes(moved);
    const others = this.#others;
    const node = {
      results: [...results, ...others.results],
      scores: [...scores, ...others.scores],
      reported: [...reported, ...others.reported],
      add: [...this.imagined.values()].map(({ id, count, like, creditTo, attributes }) => ({
        id,
        count,
        ...(like !== '' && { like }),
        ...(creditTo !== undefined && { creditTo }),
        ...(Object.keys(attributes).length > 0 && { attributes }),
      })),
      edit: [...this.edited].map(([deal, attributes]) => ({ deal, attributes })),
      drop: [...this.dropped],
    };
    return Object.fromEntries(Object.entries(node).filter(([, list]) => list.length > 0));
  }
}

function movedNodes(moved: readonly (Lever['lever'] & { readonly figure: string })[]): Moved {
  return {
    results: moved.flatMap((each) =>
      each.of === 'result'
        ? [{ measure: each.measure, window: each.window, figure: each.figure }]
        : [],
    ),
    scores: moved.flatMap((each) =>
      each.of === 'score'
        ? [{ component: each.component, goal: each.goal, score: each.figure }]
        : [],
    ),
    reported: moved.flatMap((each) =>
      each.of === 'reported' ? [{ measure: each.measure, figure: each.figure }] : [],
    ),
  };
}

/** As documents write figures: a ratio in percent. */
export function figureNode(figure: string, unit: Lever['unit']): string {
  if (unit !== 'ratio') return figure;
  const [whole = '0', places = ''] = figure.replace('-', '').split('.');
  const digits = `${whole}${places.padEnd(2, '0')}`;
  const at = whole.length + 2;
  const text = `${digits.slice(0, at)}.${digits.slice(at)}`;
  const short = text
    .replace(/^0+(?=\d)/, '')
    .replace(/\.?0*$/, (end) => (end.includes('.') ? '' : end));
  return `${figure.startsWith('-') ? '-' : ''}${short}%`;
}

function figureIn({ results, scores, reported }: Changes, lever: Lever['lever']) {
  switch (lever.of) {
    case 'result':
      return results.find((each) => each.measure === lever.measure && each.window === lever.window)
        ?.figure;
    case 'score':
      return scores.find((each) => each.component === lever.component && each.goal === lever.goal)
        ?.score;
    case 'reported':
      return reported.find((each) => each.measure === lever.measure)?.figure;
    default:
      return undefined;
  }
}

function withoutLevers({ results, scores, reported }: Changes, levers: readonly Lever[]): Moved {
  const ids = new Set(levers.map(({ id }) => id));
  const isOther = (lever: Lever['lever']): boolean => !ids.has(leverId(lever));
  return movedNodes([
    ...results
      .map(({ figure, ...each }) => ({ of: 'result', ...each, figure: exactText(figure) }) as const)
      .filter(isOther),
    ...scores
      .map(({ score, ...each }) => {
        return { of: 'score', ...each, figure: figureNode(exactText(score), 'ratio') } as const;
      })
      .filter(isOther),
    ...reported
      .map(({ measure, figure }) => {
        return { of: 'reported', measure, figure: exactText(figure) } as const;
      })
      .filter(isOther),
  ]);
}

function attributeNodes(
  attributes: Changes['edit'][number]['attributes'],
): Readonly<Record<string, string>> {
  const texts = [...attributes].map(([name, datum]) => {
    if (datum === undefined) return [name, ''] as const;
    if (typeof datum === 'boolean') return [name, datum ? 'yes' : 'no'] as const;
    if (typeof datum === 'number') return [name, isoDate(datum)] as const;
    return [name, typeof datum === 'string' ? datum : exactText(datum)] as const;
  });
  return Object.fromEntries(texts);
}
