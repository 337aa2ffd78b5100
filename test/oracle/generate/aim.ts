// Takes aim at boundaries: rows of curves and bounds of gates are put exactly where a payee's
// results come to, so that it is seen to which side they belong. In: choices and a scenario.
// Out: the scenario with some of its figures moved.

import { runsOn } from '../naive/attainment.ts';
import { Refusal } from '../naive/credit.ts';
import { Fraction } from '../naive/fraction.ts';
import { measured } from '../naive/measured.ts';
import { lastWindow } from '../naive/time.ts';
import type {
  ComponentDocument,
  CurveDocument,
  GateDocument,
  PlanDocument,
} from '../plan-document.ts';
import type { Scenario } from '../scenario.ts';
import type { Pick } from './pick.ts';

export function aimed(pick: Pick, scenario: Scenario): Scenario {
  const [first] = scenario.tables.assignments;
  if (!first) return scenario;
  const { plan } = scenario;
  const gates = plan.gates?.map((gate) =>
    pick.odds(40) ? aimedGate(gate, scenario, first['payee'] ?? '') : gate,
  );
  const components = plan.components.map((component) =>
    pick.odds(40) ? aimedComponent(component, scenario, first['payee'] ?? '') : component,
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

function aimedGate(gate: GateDocument, scenario: Scenario, payee: string): GateDocument {
  const [bound, figure] = Object.entries(gate.require)[0] as [string, string];
  const hit = writtenLike(figure, () => {
    const window = lastWindow(scenario, payee, gate.window);
    return window && measured(gate.measure, window);
  });
  return hit ? { ...gate, require: { [bound]: hit.text } } : gate;
}

function aimedComponent(
  component: ComponentDocument,
  scenario: Scenario,
  payee: string,
): ComponentDocument {
  const { curve } = component;
  if (!curve || component.per === 'deal' || component.tiersOn) return component;
  const hit = writtenLike(likeIn(curve), () => {
    const window = lastWindow(scenario, payee, component.window);
    return window && runsOn(component, window);
  });
  return hit ? { ...component, curve: withStart(curve, hit.text, hit.figure) } : component;
}

/** A place beyond zero: zero needs no percent sign. */
function likeIn(curve: CurveDocument): string {
  return curve.until ?? curve.accelerators?.[0]?.from ?? startsOf(curve).at(-1) ?? '';
}

function startsOf({ points = [], steps = [], tiers = [], rows = [] }: CurveDocument): string[] {
  return [...points.map(({ at }) => at), ...[...steps, ...tiers, ...rows].map(({ from }) => from)];
}

/** The first row past a figure, or else the last one, starts there; rows stay in order. */
function withStart(curve: CurveDocument, text: string, figure: Fraction): CurveDocument {
  const starts = startsOf(curve).map((start) => Fraction.of(start));
  const past = starts.findIndex((start) => figure.isBelow(start));
  if (past < 0 && (curve.until || curve.accelerators)) return withEnd(curve, text, figure);
  const moved = past < 0 ? starts.length - 1 : past;
  const isFixed = moved === 0 && curve.tiers !== undefined;
  const isTaken = starts.some((start) => start.equals(figure));
  if (isFixed || isTaken || curve.decelerator) return curve;
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

/** Beyond the last row: there the tiers end, or the first accelerator starts. */
function withEnd(curve: CurveDocument, text: string, figure: Fraction): CurveDocument {
  const { until, accelerators = [] } = curve;
  const isTaken = startsOf(curve).some((start) => Fraction.of(start).equals(figure));
  const [first, second] = accelerators;
  const isPast = second?.from !== undefined && !figure.isBelow(Fraction.of(second.from));
  const slower = curve.decelerator?.below;
  const isBefore = slower !== undefined && !Fraction.of(slower).isBelow(figure);
  if (isTaken || isPast || isBefore) return curve;
  if (until !== undefined) return { ...curve, until: text };
  return first
    ? { ...curve, accelerators: [{ ...first, from: text }, ...accelerators.slice(1)] }
    : curve;
}
