// Figures that a link sets: `?set=result/new-arr/period=542884.56&set=deals/D-7=2`, as goal seek
// writes them. In: the link's query. Out: the state's figures; what is no lever is said.

import { isDecimalText, type Lever, moreLike } from '../core/index.ts';
import { figureNode, type ScenarioState } from './scenario-state.ts';

/** What could not be set. */
export function setLinked(
  state: ScenarioState,
  levers: readonly Lever[],
  query: string,
): readonly string[] {
  return new URLSearchParams(query).getAll('set').filter((written) => {
    const at = written.lastIndexOf('=');
    const [id, figure] = [written.slice(0, at), written.slice(at + 1)];
    return !isDecimalText(figure) || !setFigure(state, levers, id, figure);
  });
}

function setFigure(
  state: ScenarioState,
  levers: readonly Lever[],
  id: string,
  figure: string,
): boolean {
  const lever = levers.find((each) => each.id === id);
  if (lever) state.levers.set(id, figureNode(figure, lever.unit));
  if (lever || !id.startsWith('deals/')) return lever !== undefined;
  const like = id.slice('deals/'.length);
  const { as } = moreLike(like, new Set(state.imagined.keys()));
  state.imagined.set(as, { id: as, count: figure, like, attributes: {} });
  return true;
}
