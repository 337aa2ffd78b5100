// Takes aim at boundaries: rows of curves and bounds of gates are put exactly where a payee's
// results come to, so that it is seen to which side they belong. In: choices and a scenario.
// Out: the scenario with some of its figures moved.

import { runsOn } from '../earned.ts';
import { Fraction } from '../fraction.ts';
import { measured, Refusal } from '../measured.ts';
import { lastWindow } from '../naive-pay.ts';
import type {
  ComponentDocument,
  CurveDocument,
  GateDocument,
  PlanDocument,
  Row,
  Scenario,
} from '../scenario.ts';
import type { Pick } from './pick.ts';

export function aimed(pick: Pick, scenario: Scenario): Scenario {
  const [first] = scenario.tables.assignments;
  if (!first) return scenario;
  const { plan } = scenario;
  const gates = plan.gates?.map((gate) =>
    pick.odds(40) ? aimedGate(gate, scenario, first) : gate,
  );
  const components = plan.components.map((component) =>
    pick.odds(40) ? aimedComponent(component, scenario, first) : component,
  );
  const moved: PlanDocument = { ...plan, components, ...(gates && { gates }) };
  return { ...scenario, plan: moved };
}

/** A figure as it would be written in place of another one; nothing where it has no end. */
function writtenLike(
  like: string,
  find: () => Fraction | undefined,
): { readonly text: string; readonly figure: Fraction } | undefined {
  const figure = found(find);
  if (!figure) return undefined;
  const isPercent = like.endsWith('%');
  const shown = String(isPercent ? figure.times(Fraction.whole(100)) : figure);
  if (!/^\d+(\.\d{1,6})?$/.test(shown)) return undefined;
  return { text: isPercent ? `${shown}%` : shown, figure };
}

function found(find: () => Fraction | undefined): Fraction | undefined {
  try {
    return find();
  } catch (stopped) {
    if (stopped instanceof Refusal) return undefined;
    throw stopped;
  }
}

function aimedGate(gate: GateDocument, scenario: Scenario, assignment: Row): GateDocument {
  const [bound, figure] = Object.entries(gate.require)[0] as [string, string];
  const hit = writtenLike(figure, () => {
    const window = lastWindow(scenario, assignment, gate.window);
    return window && measured(gate.measure, window);
  });
  return hit ? { ...gate, require: { [bound]: hit.text } } : gate;
}

function aimedComponent(
  component: ComponentDocument,
  scenario: Scenario,
  assignment: Row,
): ComponentDocument {
  const { curve } = component;
  if (!curve || component.per === 'deal') return component;
  const hit = writtenLike(startsOf(curve).at(-1) ?? '', () => {
    const window = lastWindow(scenario, assignment, component.window);
    return window && runsOn(component, window);
  });
  return hit ? { ...component, curve: withStart(curve, hit.text, hit.figure) } : component;
}

function startsOf({ points = [], steps = [], tiers = [], rows = [] }: CurveDocument): string[] {
  return [...points.map(({ at }) => at), ...[...steps, ...tiers, ...rows].map(({ from }) => from)];
}

/** The first row past a figure, or else the last one, starts there; rows stay in order. */
function withStart(curve: CurveDocument, text: string, figure: Fraction): CurveDocument {
  const starts = startsOf(curve).map((start) => Fraction.of(start));
  const past = starts.findIndex((start) => figure.isBelow(start));
  const moved = past < 0 ? starts.length - 1 : past;
  const isFixed = moved === 0 && curve.tiers !== undefined;
  const isTaken = starts.some((start) => start.equals(figure));
  if (isFixed || isTaken) return curve;
  const put = <Entry extends object>(rows: readonly Entry[] | undefined, start: Partial<Entry>) =>
    rows?.map((row, index) => (index === moved ? { ...row, ...start } : row));
  const { points, steps, tiers, rows } = curve;
  return {
    ...curve,
    ...(points && { points: put(points, { at: text }) ?? [] }),
    ...(steps && { steps: put(steps, { from: text }) ?? [] }),
    ...(tiers && { tiers: put(tiers, { from: text }) ?? [] }),
    ...(rows && { rows: put(rows, { from: text }) ?? [] }),
  };
}
