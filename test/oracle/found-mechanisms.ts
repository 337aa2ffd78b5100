// The mechanisms that showed in what came of a scenario. In: a scenario and a payee's calculation.
// Out: names.

import { exactText, type PayeeCalculation } from '../../src/core/index.ts';
import { MECHANISMS } from './mechanisms.ts';
import { Fraction } from './naive/fraction.ts';
import type { Scenario } from './scenario.ts';

/** By what one payee's calculation came to. */
export function foundMechanisms(
  { plan }: Scenario,
  { compiled, values }: PayeeCalculation,
): readonly string[] {
  const figure = (cell: string | undefined): Fraction => {
    const datum = cell === undefined ? undefined : values.cells.get(cell);
    return typeof datum === 'object' ? Fraction.of(exactText(datum)) : Fraction.whole(0);
  };
  const zero = Fraction.whole(0);
  const components = compiled.segments.flatMap((each) => each.components);
  const payouts = components.map(({ payout }) => figure(payout));
  const limits = compiled.segments.flatMap((each) => each.limits);
  const limit = (line: string): boolean =>
    limits.some(({ id, adds }) => id.startsWith(line) && !figure(adds).isZero);
  const links = compiled.segments.flatMap((each) => each.links);
  const gates = compiled.segments.flatMap((each) => each.gates);
  const judged = gates.flatMap((gate) => gate.judged ?? []);
  const isOnRow = components.some(({ attainment, result }, index) => {
    const on = values.cells.get(attainment ?? result ?? '');
    const text = typeof on === 'object' ? exactText(on) : undefined;
    const { points = [], steps = [], tiers = [] } = plan.components[index]?.curve ?? {};
    const starts = [...points.map(({ at }) => at), ...[...steps, ...tiers].map(({ from }) => from)];
    return starts.some((start) => String(Fraction.of(start)) === text && text !== '0');
  });
  return [
    ...(zero.isBelow(figure(compiled.total)) ? ['payment above zero'] : []),
    ...(payouts.some((payout) => payout.under > 4n) ? ['odd cents in a payout'] : []),
    ...(figure(compiled.total).isBelow(zero) ? ['negative payment'] : []),
    ...(payouts.some((payout) => payout.isBelow(zero)) ? ['negative payout'] : []),
    ...(isOnRow ? ['result exactly on a row'] : []),
    ...(judged.some(({ met }) => values.cells.get(met) === false) ? ['gate not met'] : []),
    ...(judged.some(({ cost }) => zero.isBelow(figure(cost))) ? ['gate that costs something'] : []),
    ...(limit('plan-cap') ? ['plan cap that cuts'] : []),
    ...(limit('group-cap') ? ['group cap that cuts'] : []),
    ...(limit('plan-floor') ? ['plan floor that adds'] : []),
    ...(limit('not-taken-back') ? ['recovery held at what was paid'] : []),
    ...(links.some(({ judged }) => zero.isBelow(figure(judged?.cost))) ? ['link that holds'] : []),
    ...(compiled.segments.length > 1 ? ['several segments in a period'] : []),
    ...compiled.settlement.lines.flatMap(({ id, adds }) =>
      figure(adds).isZero ? [] : lineNamed(id),
    ),
  ];
}

/** Lines of holds and of what waits are named by their ids too. */
function lineNamed(id: string): readonly string[] {
  const known = MECHANISMS.find(
    (each) =>
      each.startsWith('line ') && (each === `line ${id}` || id.endsWith(`-${each.slice(5)}`)),
  );
  return known === undefined ? [] : [known];
}
