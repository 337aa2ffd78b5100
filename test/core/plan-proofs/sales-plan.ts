// A plan that the checker has nothing against, from parts that a test replaces, and what the checker
// says about it with the base company's data, with its company alone, or with nothing around it.
// In: parts of a plan. Out: codes of doubts, or whole messages.

import {
  type Diagnostic,
  type PlanSurroundings,
  type ProvenPlan,
  provePlan,
  readPeriodData,
  readPlan,
} from '../../../src/core/index.ts';
import { parseYaml } from '../../../src/documents/read-yaml.ts';
import { openExample, sourceTables } from '../../bad-documents/examples.ts';
import { must } from '../../in-memory-company.ts';

const { company, tables } = openExample('bad-documents/base-company');

export interface Parts {
  readonly header?: string;
  readonly measures?: string;
  /** Points of a linear curve, `70% 0%, 100% 100%`, or a whole curve in braces. */
  readonly curve?: string;
  readonly weight?: string;
  readonly more?: string;
  readonly bookings?: string;
  readonly enablement?: string;
  readonly others?: string;
  readonly gates?: string;
  readonly links?: string;
  readonly accepts?: string;
}

/** `70% 0%, 100% 100%` as the points of a linear curve that holds above. */
export function linear(points: string, above = 'hold', below = 'nothing'): string {
  const rows = points.split(', ').map((point) => point.split(' '));
  const written = rows.map(([at, pays]) => `{ at: ${at}, pays: ${pays} }`).join(', ');
  return `{ shape: linear, points: [${written}], below: ${below}, above: ${above} }`;
}

const curveText = (curve: string): string => (curve.startsWith('{') ? curve : linear(curve));

/** A KPI on another measure, at a level. */
export function kpi(id: string, measure: string, level: string, more: Parts = {}): string {
  const { weight = '20%', curve = '80% 0%, 100% 100%' } = more;
  return `
  - { id: ${id}, kind: kpi, title: ${id}, weight: ${weight}, supports: revenue-growth, window: period,
      measure: ${measure}, quota: { level: ${level} }, attainment: ${more.more ?? 'ratio'},
      curve: ${curveText(curve)} }`;
}

export function mbo(curve: string, goal = 'evidence: Call reviews', scale = 'upTo: 100%'): string {
  return `
  - { id: enablement, kind: mbo, title: Enablement, weight: 20%, supports: bookings-growth,
      window: period, scorer: CEO, scale: { ${scale} }, missingScore: stop,
      goals: [{ id: playbook, title: Playbook in use, weight: 100%${goal && `, ${goal}`} }],
      curve: ${curveText(curve)} }`;
}

export function okr(id: string, curve: string, milestones = 3, weight = '20%'): string {
  const keyResults = Array.from({ length: milestones }, (_, index) => {
    const part = index === 0 ? 100 - 10 * (milestones - 1) : 10;
    return `{ id: k${index}, title: Key, weight: ${part}%, milestone: { by: 2026-06-30 } }`;
  });
  return `
  - { id: ${id}, kind: okr, title: ${id}, weight: ${weight}, supports: revenue-growth,
      window: period, objective: Be known, keyResults: [${keyResults.join(', ')}],
      curve: ${curveText(curve)} }`;
}

/** A gate of the plan that is complete without it. */
export function gate(more: Partial<Record<'id' | 'measure' | 'ask' | 'on' | 'not', string>> = {}) {
  return `
  - { id: ${more.id ?? 'happy'}, title: Happy, measure: ${more.measure ?? 'nps'}, window: period,
      require: { ${more.ask ?? 'atLeast: 30'} }, actsOn: ${more.on ?? '[bookings]'},
      whenNotMet: ${more.not ?? '{ scale: 80% }'} }`;
}

export function planText(parts: Parts = {}): string {
  const { header = '', measures = '', curve = '50% 0%, 100% 100%, 150% 200%', more = '' } = parts;
  const bookings = `
  - { id: bookings, kind: kpi, title: Bookings, weight: ${parts.weight ?? '80%'}, window: period,
      supports: bookings-growth, measure: bookings, quota: assigned, attainment: ratio,
      curve: ${curveText(curve)}${more && `, ${more}`} }`;
  const gates = parts.gates ?? gate();
  return `
plan: sales
title: Sales 2026
version: '1'
effective: { from: 2026-01-01, to: 2026-12-31 }
payoutPeriod: quarter
rounding: half-up
${header}
measures:
  bookings: { calculate: sum, of: amount, deals: own, where: stage = 'won' }
  nps: { calculate: reported, unit: number, combine: latest }
${measures}
components:${parts.bookings ?? bookings}${parts.enablement ?? mbo('80% 80%, 100% 100%')}
${parts.others ?? ''}
${gates && `gates:${gates}`}
${parts.links ? `links:${parts.links}` : ''}
${parts.accepts ? `accepts:${parts.accepts}` : ''}
`;
}

/** What is known around the plan: company and data, the company alone, or nothing. */
export type Around = 'data' | 'company' | 'nothing';

export function prove(
  parts: Parts,
  around: Around = 'data',
  replaced: Readonly<Record<string, string>> = {},
): ProvenPlan {
  const known = around === 'nothing' ? undefined : company;
  const plan = must(readPlan(must(parseYaml(planText(parts), 'plan.yaml')), known));
  if (around !== 'data') return provePlan(plan, known ? { company: known } : {});
  const source = must(sourceTables({ ...tables, ...replaced }));
  const data = must(readPeriodData(source, company, new Map([[plan.id, [plan]]])));
  return provePlan(plan, { company, data } satisfies PlanSurroundings);
}

/** The codes of all doubts. */
export function doubts(parts: Parts, around: Around = 'data'): readonly string[] {
  return prove(parts, around).diagnostics.map(({ code }) => code);
}

/** What the only doubt says. */
export function said(parts: Parts, around: Around = 'data'): string {
  const { diagnostics } = prove(parts, around);
  const [only, ...others] = diagnostics as readonly Diagnostic[];
  if (!only || others.length > 0) throw new Error(JSON.stringify(diagnostics, undefined, 1));
  return only.what;
}
