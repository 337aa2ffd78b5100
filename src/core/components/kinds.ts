// The registry of component kinds. Adding one: its file, and a line here; the compiler lists what
// is missing. In: a component as read. Out: its kind's behaviour. No other file names a kind.

import { type Curve, curveAcross } from '../curves/kinds.ts';
import type { FieldsOf, Shape } from '../document/fields.ts';
import type { Measure } from '../measures/measure.ts';
import type { Plan } from '../plan/plan.ts';
import type { PoolField } from '../plan/pool-terms.ts';
import type { ComponentLook } from '../plan-proofs/component-look.ts';
import type { RuleList } from '../rules/deal-rule.ts';
import type { Formula } from '../worksheet/operations.ts';
import { commission } from './commission.ts';
import {
  type CheckContext,
  type CheckedFields,
  type CommonShape,
  type ComponentKind,
  type ComponentPart,
  type ComponentSheet,
  commonShape,
  type Earning,
  type FullPay,
  type PracticeDoubt,
  type ScoredItem,
} from './component-kind.ts';
import { kpi } from './kpi.ts';
import { mbo } from './mbo.ts';
import { okr } from './okr.ts';
import { override } from './override.ts';
import { pool } from './pool.ts';
import { spiff } from './spiff.ts';

const componentKinds = { kpi, okr, mbo, commission, spiff, override, pool };
type Kinds = typeof componentKinds;
export type ComponentKindName = keyof Kinds;
export const componentKindNames = Object.keys(componentKinds) as readonly ComponentKindName[];

type ShapeOf<Name extends ComponentKindName> = Kinds[Name]['shape'] &
  CommonShape extends infer All extends Shape
  ? All
  : never;

/** A checked component of any kind. */
export type Component = {
  [Name in ComponentKindName]: { readonly kind: Name } & CheckedFields<ShapeOf<Name>>;
}[ComponentKindName];

/** A component's fields as far as they could be read. */
export type ComponentDraft = {
  [Name in ComponentKindName]: { readonly kind: Name } & FieldsOf<ShapeOf<Name>>;
}[ComponentKindName];

export function isComponentKind(name: string): name is ComponentKindName {
  return Object.hasOwn(componentKinds, name);
}

/** All fields of a kind, for reading a component and for the editor's schema. */
export function componentShape(kind: ComponentKindName): Shape {
  return { ...commonShape, ...componentKinds[kind].shape };
}

type AnyKind = ComponentKind<Shape>;
function kindOf(kind: ComponentKindName): AnyKind {
  return componentKinds[kind] as unknown as AnyKind;
}

export function isWeighted(kind: ComponentKindName): boolean {
  return kindOf(kind).weighted;
}

/** Whether a component has an attainment or a score. */
export function attains(draft: ComponentDraft): boolean {
  return kindOf(draft.kind).attains(draft as never);
}

export function checkComponent(draft: ComponentDraft, context: CheckContext): void {
  kindOf(draft.kind).check(draft as never, context);
}

export function earnComponent(component: Component, sheet: ComponentSheet): Earning {
  return kindOf(component.kind).earn(component as never, sheet);
}

/** The payout curve of a component, where it has one. */
export function curveOf(component: Component | ComponentDraft): Curve | undefined {
  return 'curve' in component ? (component.curve as Curve | undefined) : undefined;
}

/** The measures a component stands on, the second dimension of its curve included. */
export function measuresOf(draft: ComponentDraft): readonly string[] {
  const curve = curveOf(draft);
  const across = curve && curveAcross(curve);
  const own = kindOf(draft.kind).measures(draft as never);
  return across === undefined ? own : [...own, across];
}

export function partsOf(component: Component): readonly ComponentPart[] {
  return kindOf(component.kind).parts(component as never);
}

export function scoredItemsOf(component: Component): readonly ScoredItem[] {
  return kindOf(component.kind).scored(component as never);
}

/** The rules per deal of a component, by the field that lists them. */
export function ruleListsOf(draft: ComponentDraft): ReadonlyMap<string, RuleList> {
  return kindOf(draft.kind).rules?.(draft as never) ?? new Map();
}

export function fullPayOf(kind: ComponentKindName): FullPay {
  return kindOf(kind).fullPay;
}

export function practiceOf(
  component: Component,
  look: ComponentLook,
  nth: number,
): readonly PracticeDoubt[] {
  return kindOf(component.kind).practice?.(component as never, look, nth) ?? [];
}

/** The pool that a component shares in, as written; kinds that share in none have none. */
export function poolFieldOf(draft: ComponentDraft): PoolField | undefined {
  return kindOf(draft.kind).shares?.pool(draft as never);
}

/** The cell of a payee's points in the pool that a component shares in. */
export function pointsOf(component: Component, sheet: ComponentSheet): Formula {
  const { shares } = kindOf(component.kind);
  if (!shares) throw new Error(`component ${component.id} shares in no pool`);
  return shares.points(component as never, sheet);
}

/** The weight of a component, where its kind has one. */
export function weightOf(component: Component | ComponentDraft) {
  return 'weight' in component ? component.weight : undefined;
}

/** Whether a component's quota is each payee's own. */
export function takesQuota(component: Component): boolean {
  return 'quota' in component && component.quota === 'assigned';
}

/** The measure that a component's curve looks at and its quota is of. */
export function measureLookedAt(
  component: Component,
  { measures }: Pick<Plan, 'measures'>,
): Measure | undefined {
  if (!('measure' in component)) return undefined;
  return measures.get(('tiersOn' in component && component.tiersOn?.measure) || component.measure);
}
