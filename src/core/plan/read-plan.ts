// Reads a plan document into a checked plan, or into all of its problems at once.
// In: the parsed document, and the company whose deals its formulas may name (none when a plan is
// checked on its own). Out: the plan. Header, measures, components and gates are read one by one,
// so that a fault in one entry hides nothing in another.

import { periodsOfYear } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import {
  type Component,
  type ComponentDraft,
  componentKindNames,
  componentShape,
  isComponentKind,
  poolFieldOf,
  ruleListsOf,
} from '../components/kinds.ts';
import { byPlace, type Outcome, outcomeOf } from '../diagnostic.ts';
import {
  LIST_FORM,
  MAP_FORM,
  tooFew,
  unknownKind,
  wrongShape,
} from '../document/entry-findings.ts';
import { type FieldsOf, isWritten, type Shape } from '../document/fields.ts';
import { Findings } from '../document/findings.ts';
import { keyFindings } from '../document/issues.ts';
import { identifier } from '../document/leaves.ts';
import { isList, isMap, nodeAt } from '../document/nodes.ts';
import { type Exact, exactInteger, ONE, ZERO } from '../exact-number.ts';
import type { Measure } from '../measures/measure.ts';
import { readMeasure } from '../measures/read-measure.ts';
import type { DealRule } from '../rules/deal-rule.ts';
import { readRules } from '../rules/read-rules.ts';
import type { DocumentPath, SourceDocument } from '../source.ts';
import { planChecks } from './checks/all-checks.ts';
import { ratioUnit } from './checks/measures.ts';
import {
  gateShape,
  groupCapShape,
  headerShape,
  holdShape,
  linkShape,
  modifierShape,
  sectionNames,
} from './document.ts';
import type { Entry, PlanDraft } from './draft.ts';
import {
  type Gate,
  type GroupCap,
  type Hold,
  type Link,
  type Modifier,
  type PeriodWeights,
  type Plan,
  rulesKey,
} from './plan.ts';
import type { Pool } from './pool-terms.ts';
import { readClawback } from './read-clawback.ts';
import { readHold } from './read-holds.ts';

export function readPlan(document: SourceDocument, company: Company | undefined): Outcome<Plan> {
  const findings = new Findings(document);
  const draft = readDraft(findings, company);
  for (const check of planChecks) check(draft, findings);
  const diagnostics = findings.all.toSorted(byPlace);
  const failed = diagnostics.some((each) => each.severity === 'error');
  return outcomeOf(failed ? undefined : planOf(draft, document), diagnostics);
}

function readDraft(findings: Findings, company: Company | undefined): PlanDraft {
  const header = findings.read([], headerShape, sectionNames);
  const measures = readMeasures(findings, company);
  const components = readComponents(findings);
  const rules = readComponentRules(findings, components, company);
  const entries = <S extends Shape>(name: string, shape: S): readonly Entry<FieldsOf<S>>[] =>
    readList(findings, name, false).map((path) => ({ path, fields: findings.read(path, shape) }));
  const modifiers = entries('modifiers', modifierShape);
  const links = entries('links', linkShape);
  const gates = entries('gates', gateShape);
  const units = company?.model.units;
  const holds = entries('holds', holdShape).map((each) => readHold(findings, each, units));
  const clawback = readClawback(findings, header, company);
  const groupCaps = entries('groupCaps', groupCapShape);
  return {
    header,
    measures,
    components,
    rules,
    modifiers,
    links,
    gates,
    holds,
    groupCaps,
    clawback,
    company,
  };
}

function readMeasures(findings: Findings, company: Company | undefined): PlanDraft['measures'] {
  const { document } = findings;
  const node = nodeAt(document.root, ['measures']);
  if (node === undefined) return isWritten(document.root, [], 'measures') ? undefined : new Map();
  if (!isMap(node)) {
    findings.add(wrongShape(document, ['measures'], node, MAP_FORM));
    return undefined;
  }
  const ids = Object.keys(node);
  for (const id of ids) findings.add(...keyFindings(document, ['measures', id], identifier));
  const context = {
    units: company?.model.units,
    countsOn: company?.model.countsOn ?? 'close_date',
  };
  return linkRatios(new Map(ids.map((id) => [id, readMeasure(findings, id, context)])));
}

function readComponents(findings: Findings): readonly Entry<ComponentDraft>[] {
  return readList(findings, 'components', true).flatMap((path) => {
    const node = nodeAt(findings.document.root, path);
    const kind = isMap(node) ? node['kind'] : undefined;
    if (typeof kind === 'string' && isComponentKind(kind)) {
      const fields = findings.read(path, componentShape(kind), ['kind']);
      return [{ path, fields: { ...fields, kind } as ComponentDraft }];
    }
    const { document } = findings;
    if (!isMap(node)) findings.add(wrongShape(document, path, node, MAP_FORM));
    else findings.add(unknownKind(document, path, 'kind', componentKindNames));
    return [];
  });
}

function readComponentRules(
  findings: Findings,
  components: readonly Entry<ComponentDraft>[],
  company: Company | undefined,
): PlanDraft['rules'] {
  const units = company?.model.units;
  const read = components.flatMap(({ path, fields }) =>
    [...ruleListsOf(fields)].map(([field, list]): [string, readonly DealRule[]] => [
      rulesKey(fields.id ?? '', field),
      readRules(findings, [...path, field], list, units),
    ]),
  );
  return new Map(read);
}

/** Paths of a list's entries. */
function readList(findings: Findings, name: string, required: boolean): readonly DocumentPath[] {
  const { document } = findings;
  if (!isMap(document.root)) return [];
  const node = document.root[name];
  if (isList(node) && node.length > 0) return node.map((_, index) => [name, index]);
  if (node === undefined && (!required || isWritten(document.root, [], name))) return [];
  const fault = isList(node)
    ? tooFew(document, [name], 0, 1)
    : wrongShape(document, [name], node, LIST_FORM);
  findings.add(fault);
  return [];
}

/** A draft without faults as a plan; every field that was asked for is there. */
function planOf(draft: PlanDraft, document: SourceDocument): Plan {
  const header = draft.header as Required<PlanDraft['header']>;
  const { plan: id, title, version, effective, payoutPeriod, rounding, planCap } = header;
  return {
    id,
    title,
    version,
    effective,
    payoutPeriod,
    rounding,
    ...(header.role && { role: header.role }),
    ...(header.purpose && { purpose: header.purpose }),
    ...(planCap && { planCap }),
    ...(header.planFloor && { planFloor: header.planFloor }),
    ...(header.draw && { draw: header.draw }),
    ...(header.negativePayment && { negativePayment: header.negativePayment }),
    ...(draft.clawback && { clawback: draft.clawback }),
    ...(header.proration && { proration: header.proration }),
    ...(header.segments && { segments: header.segments }),
    ...(header.ramp && { ramp: header.ramp }),
    ...(header.payoutRateOn && { payoutRateOn: header.payoutRateOn }),
    currency: header.currency ?? draft.company?.currency ?? 'USD',
    periodWeights: weightsOf(header),
    measures: draft.measures as ReadonlyMap<string, Measure>,
    accepts: header.accepts ?? [],
    components: draft.components.map(({ fields }) => fields as Component),
    rules: draft.rules,
    pools: poolsOf(id, draft),
    modifiers: draft.modifiers.map(({ fields }) => fields as Modifier),
    links: draft.links.map(({ fields }) => fields as Link),
    gates: draft.gates.map(({ fields }) => fields as Gate),
    holds: draft.holds.map(({ fields }) => fields as Hold),
    groupCaps: draft.groupCaps.map(({ fields }) => fields as GroupCap),
    file: document.file,
    root: document.root,
    placeOf: document.placeOf,
  };
}

/** Pools by component; a plan read without its company pays nobody, and has nothing to share. */
function poolsOf(plan: string, { components, company }: PlanDraft): Plan['pools'] {
  const pools = new Map<string, Pool>();
  for (const { fields } of components) {
    const field = poolFieldOf(fields);
    const component = fields.id;
    if (!field || component === undefined) continue;
    const terms =
      'company' in field ? company?.pools.find(({ id }) => id === field.company) : field;
    const { money, shareBy, whenAllZero } = terms ?? NO_POOL;
    const id = JSON.stringify('company' in field ? [field.company] : [plan, component]);
    pools.set(component, { id, money, shareBy, whenAllZero });
  }
  return pools;
}

const NO_POOL = { money: ZERO, shareBy: 'score', whenAllZero: 'nothing' } as const;

function weightsOf(header: Required<PlanDraft['header']>): PeriodWeights {
  const count = periodsOfYear(2001, header.payoutPeriod, { startMonth: 1 }).length;
  const even: readonly Exact[] = Array.from({ length: count }, () => ONE.div(exactInteger(count)));
  const listed = (weights: 'even' | readonly Exact[] | undefined) =>
    weights === undefined || weights === 'even' ? even : weights;
  const { quota, targetIncentive } = header.periodWeights ?? {};
  return { quota: listed(quota), targetIncentive: listed(targetIncentive) };
}

/** A ratio's unit follows from both of its sides, as far as they could be read. */
function linkRatios(
  measures: ReadonlyMap<string, Measure | undefined>,
): ReadonlyMap<string, Measure | undefined> {
  const linked = [...measures].map(([id, measure]): [string, Measure | undefined] => {
    if (measure?.calculate !== 'ratio') return [id, measure];
    const [over, under] = [measures.get(measure.numerator), measures.get(measure.denominator)];
    const unit = over && under && ratioUnit(over, under);
    return [id, unit ? { ...measure, unit } : measure];
  });
  return new Map(linked);
}
