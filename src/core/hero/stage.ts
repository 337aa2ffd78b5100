// The stage of the hero test: one payee who is on the plan all year, scored in full, with reported
// figures where the plan asks for them, and no deal yet. Whatever is paid beyond that is paid for
// deals. In: a company, its plan and data. Out: what-ifs of the payout periods of a year.

import { type Period, periodAround, periodsOfYear } from '../calendar.ts';
import type { Company } from '../company/company.ts';
import { scoredItemsOf, takesQuota } from '../components/kinds.ts';
import { compareText, type Outcome, outcomeOf } from '../diagnostic.ts';
import { type Exact, ONE, smallest, ZERO } from '../exact-number.ts';
import { ExchangeRates } from '../period-data/exchange-rates.ts';
import type { PeriodData, PlacedRow, Score } from '../period-data/period-data.ts';
import type { Plan } from '../plan/plan.ts';
import { type NominalFigures, nominalFigures } from '../plan-proofs/nominal-figures.ts';
import { prepareWhatIf, type WhatIf } from '../what-if/what-if.ts';
import { DealColumns } from '../worksheet/deal-columns.ts';

export interface HeroScene {
  readonly company: Company;
  readonly plan: Plan;
  readonly data: PeriodData;
}

export interface HeroStage {
  readonly scene: HeroScene;
  readonly figures: NominalFigures;
  /** Mixes are played in the first period, and in the last if a year is looked at as one. */
  readonly plays: readonly [WhatIf, ...WhatIf[]];
  /** Every period of the year up to the second, and up to the last: deals move between the ends. */
  readonly years: readonly (readonly WhatIf[])[];
}

const HERO = 'hero';
/** The first day of a ramp that is over. */
const LONG_AGO = 3650;

export function setStage(scene: HeroScene): Outcome<HeroStage> {
  const { company, plan } = scene;
  const periods = periodsOf(scene);
  const figures = figuresOf(plan, scene.data);
  const data = dataOf(scene, figures, periods);
  const opened = periods.map((period) =>
    prepareWhatIf({ company, data, period, payee: HERO, plans: new Map([[plan.id, [plan]]]) }),
  );
  const findings = opened.flatMap((each) => (each.ok ? [] : each.diagnostics));
  const year = opened.flatMap((each) => (each.ok ? [each.product] : []));
  const [first, last] = [year[0], year.at(-1)];
  if (!first || !last || findings.length > 0) return outcomeOf<HeroStage>(undefined, findings);
  const plays = looksAtYear(plan) && last !== first ? ([first, last] as const) : ([first] as const);
  const ends = [...new Set([2, year.length])].filter((end) => end > 1 && end <= year.length);
  return outcomeOf({ scene, figures, plays, years: ends.map((end) => year.slice(0, end)) }, []);
}

/** The payout periods of the plan's year that it holds in whole. */
function periodsOf({ company, plan }: HeroScene): readonly Period[] {
  const { effective, payoutPeriod } = plan;
  const around = periodAround(effective.from, payoutPeriod, company.calendar);
  const year = periodsOfYear(around.fiscalYear, payoutPeriod, company.calendar);
  const whole = year.filter(({ from, to }) => effective.from <= from && to <= effective.to);
  return whole.length > 0 ? whole : [around];
}

function looksAtYear({ components, gates, modifiers }: Plan): boolean {
  return [...components, ...gates, ...modifiers].some(({ window }) => window === 'year');
}

/** Of a payee on the plan; of a plan that nobody is on, those of somebody with the same quotas. */
function figuresOf(plan: Plan, data: PeriodData): NominalFigures {
  const own = nominalFigures(plan, data);
  if (own.isReal) return own;
  const asked = plan.components.filter(takesQuota).map(({ id }) => id);
  const alike = data.assignments
    .filter(({ quotas }) => asked.length > 0 && asked.every((id) => quotas.has(id)))
    .toSorted((one, other) => compareText(one.payee, other.payee))[0];
  return alike ? nominalFigures({ ...plan, id: alike.plan }, data) : own;
}

function dataOf(
  { plan, data }: HeroScene,
  figures: NominalFigures,
  periods: readonly Period[],
): PeriodData {
  const row = unplaced(plan);
  const { from } = periods[0] as Period;
  const quotas = plan.components
    .filter(takesQuota)
    .map(({ id }) => [id, figures.quotaOf(id)] as const);
  return {
    people: new Map([[HERO, { id: HERO, name: 'The hero', reporting: [] }]]),
    assignments: [
      {
        payee: HERO,
        plan: plan.id,
        from,
        to: plan.effective.to,
        targetIncentive: figures.targetIncentive,
        balances: new Map(),
        quotas: new Map(quotas),
        ...(plan.ramp && { rampFrom: from - LONG_AGO }),
        ...(plan.draw && { drawFrom: from }),
        ...row,
      },
    ],
    quotas: [],
    deals: [],
    isPaidApart: false,
    dealColumns: DealColumns.of(0, []),
    scores: periods.flatMap(({ id }) => fullScores(plan, id, row)),
    reported: periods.flatMap(({ id }) => reportedOf(plan, data, figures, id, row)),
    rates: new ExchangeRates([]),
    adjustments: [],
  };
}

function unplaced({ placeOf }: Plan): PlacedRow {
  const place = placeOf(['plan']);
  return { place, placeOf: () => place, written: () => '' };
}

/** 100 %, or the most that a scale has below it. */
function fullScores({ components }: Plan, period: string, row: PlacedRow): readonly Score[] {
  return components.flatMap((component) =>
    scoredItemsOf(component).map(({ goal, scale }): Score => {
      const levels = 'levels' in scale ? scale.levels.filter((level) => level.lte(ONE)) : [];
      const score = 'levels' in scale ? (levels.at(-1) ?? ZERO) : smallest(scale.upTo, ONE);
      return { payee: HERO, period, component: component.id, goal, score, ...row };
    }),
  );
}

/** As somebody of the plan has them, else where a gate asks for them, else the quota. */
function reportedOf(
  { measures, gates, components }: Plan,
  { reported }: PeriodData,
  { quotaOf }: NominalFigures,
  period: string,
  row: PlacedRow,
): PeriodData['reported'] {
  const asked = [...measures.values()].filter(({ calculate }) => calculate === 'reported');
  return asked.map(({ id: measure }) => {
    const known = reported.find((each) => each.measure === measure)?.figure;
    const gate = gates.find((each) => each.measure === measure)?.require;
    const bound = gate && ('atLeast' in gate ? gate.atLeast : gate.atMost).number;
    const paid = components.find((each) => 'measure' in each && each.measure === measure);
    const figure: Exact = known ?? bound ?? (paid ? quotaOf(paid.id) : ZERO);
    return { measure, period, payee: HERO, figure, ...row };
  });
}
