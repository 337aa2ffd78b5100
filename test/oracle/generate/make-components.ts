// Generated components: each kind with every way to be measured, scored, capped and trued up.
// In: choices and the plan's measures. Out: component documents; the weighted ones share 100 %.

import type {
  ComponentDocument,
  CurveDocument,
  KeyResultDocument,
  LimitDocument,
  QuotaDocument,
} from '../plan-document.ts';
import { factorCurve, figureIn } from './make-curves.ts';
import type { MadeMeasure } from './make-measures.ts';
import { onRates, spiff } from './make-rates.ts';
import type { Pick } from './pick.ts';
import type { Manner } from './wanted.ts';

export const WEIGHTED = ['kpi', 'okr', 'mbo'];

/** What all components of a plan are made with. */
export interface Making {
  readonly pick: Pick;
  readonly measures: readonly MadeMeasure[];
  readonly manner: Manner;
}

type Common = Omit<ComponentDocument, 'weight'>;

export function makeComponents(
  pick: Pick,
  measures: readonly MadeMeasure[],
  manner: Manner,
): readonly ComponentDocument[] {
  const kinds = manner.reversible
    ? ['kpi', 'commission', 'override']
    : ['kpi', 'commission', 'kpi', 'okr', 'mbo', 'spiff', 'override', 'pool'];
  const made = pick.list(1, 4, (index) => {
    const making = { pick, measures, manner };
    return component(pick.one(kinds), `${'abcd'[index]}`, making);
  });
  const weighted = made.filter(({ kind }) => WEIGHTED.includes(kind));
  const weights = pick.shares(weighted.length);
  return made.map((each) => {
    const weight = weights[weighted.indexOf(each)];
    return weight === undefined ? each : { ...each, weight };
  });
}

function component(kind: string, letter: string, making: Making): Common {
  const { pick } = making;
  const isPool = kind === 'pool';
  const windows = ['period', 'year-to-date', 'year-to-date', 'year'];
  const window = isPool ? 'period' : pick.one(windows);
  const common = {
    id: `${kind}-${letter}`,
    kind,
    title: `${kind.toUpperCase()} ${letter}`,
    window,
    ...(window === 'year-to-date' && {
      negativeTrueUp: pick.one(['floor-at-zero', 'recover']),
    }),
    ...(!isPool && limits(pick, WEIGHTED.includes(kind))),
  };
  return { ...common, ...own(kind, window, making) };
}

function own(kind: string, window: string, making: Making): Partial<ComponentDocument> {
  switch (kind) {
    case 'kpi':
      return kpi(making);
    case 'okr':
      return okr(making);
    case 'mbo':
      return mbo(making, window);
    case 'pool':
      return pool(making);
    case 'spiff':
      return spiff(making);
    default:
      return onRates(making, kind === 'override');
  }
}

function limits(
  pick: Pick,
  hasTarget: boolean,
): { readonly payoutCap?: LimitDocument; readonly payoutFloor?: LimitDocument } {
  const isMoney = !hasTarget || pick.odds(30);
  const limit = (least: number, most: number): LimitDocument =>
    isMoney
      ? { money: `${pick.whole(least, most) * 20}.${pick.one(['00', '50', '05'])}` }
      : { ofTarget: pick.percent(least, most) };
  return {
    ...pick.maybe(25, () => ({ payoutCap: limit(50, 200) })),
    ...pick.maybe(15, () => ({ payoutFloor: limit(0, 40) })),
  };
}

function kpi(making: Making): Partial<ComponentDocument> {
  const { pick, measures, manner } = making;
  const measure = pick.one(measures);
  const { id, unit, addsUp, document } = measure;
  // Nothing is attained inversely where the result is zero: mostly what is reported is held so.
  const isInverse = document.calculate === 'reported' || (manner.hasGaps && pick.odds(20));
  const others = manner.rising ? [] : ['mirror', ...(isInverse ? ['inverse', 'inverse'] : [])];
  const attainment = pick.one([
    'ratio',
    'ratio',
    'none',
    ...others,
    ...(addsUp || manner.rising ? [] : ['progress']),
  ]);
  if (attainment === 'none') {
    return { measure: id, attainment, curve: curveOn(unit, making) };
  }
  const isLevel = !addsUp;
  return {
    measure: id,
    attainment,
    quota: isLevel ? level(pick, measure) : quota(making, measure),
    ...(attainment === 'progress' && { baseline: unit === 'ratio' ? '12.5%' : '0.75' }),
    ...pick.maybe(20, () => ({ attainmentCap: pick.percent(80, 160) })),
    curve: curveOn('ratio', making),
  };
}

function curveOn(unit: MadeMeasure['unit'], { pick, measures, manner }: Making): CurveDocument {
  return factorCurve(pick, unit, measures, manner);
}

export function level(pick: Pick, { unit }: MadeMeasure): QuotaDocument {
  return pick.odds(25) ? 'assigned' : { level: figureIn(pick, unit) };
}

/** Annual figures that periods and points divide into round money, or do not at all. */
export function quota({ pick, manner }: Making, { unit }: MadeMeasure): QuotaDocument {
  const figure =
    unit === 'money'
      ? pick.one(['48000', '12000', '120000', ...(manner.isRound ? [] : ['100000.01'])])
      : pick.one(['4', '12', '24']);
  const kind = pick.one(['annual', 'perPeriod', 'assigned'] as const);
  return kind === 'assigned' ? kind : { [kind]: figure };
}

function okr({ pick, measures, manner }: Making): Partial<ComponentDocument> {
  const count = pick.whole(1, 4);
  const weights = pick.shares(count);
  const keyResults = weights.map((weight, index) => ({
    id: `key-${index + 1}`,
    title: `Key result ${index + 1}`,
    weight,
    ...scoredBy(pick, pick.one(measures), manner),
  }));
  return { objective: 'Grow', keyResults, curve: curveOn('ratio', { pick, measures, manner }) };
}

function scoredBy(
  pick: Pick,
  { id: measure, unit }: MadeMeasure,
  manner: Manner,
): Partial<KeyResultDocument> {
  const [low, high] = [figureIn(pick, unit), unit === 'ratio' ? '240%' : '70000'];
  const scoreCap = pick.maybe(30, () => ({ scoreCap: pick.percent(80, 150) }));
  const falling = manner.rising ? [] : (['lower', 'atMost', 'range-down'] as const);
  switch (pick.one(['raise', 'atLeast', 'range-up', 'milestone', ...falling] as const)) {
    case 'raise':
      return { measure, raise: { from: low, to: high }, ...scoreCap };
    case 'lower':
      return { measure, lower: { from: high, to: low }, ...scoreCap };
    case 'atLeast':
      return { measure, baseline: { atLeast: low } };
    case 'atMost':
      return { measure, baseline: { atMost: low } };
    case 'range-up':
      return { measure, range: range(pick, low, high) };
    case 'range-down':
      return { measure, range: range(pick, high, low) };
    case 'milestone':
      return { milestone: { by: '2026-12-31' }, ...scoreCap };
  }
}

function range(pick: Pick, acceptable: string, full: string) {
  return { acceptable, full, acceptableScore: pick.percent(0, 90) };
}

/** A sum shared by scores; nothing may take from a share, or add to it. */
function pool({ pick }: Making): Partial<ComponentDocument> {
  const weights = pick.shares(pick.whole(1, 2));
  const goals = weights.map((weight, index) => {
    return { id: `goal-${index + 1}`, title: `Goal ${index + 1}`, weight };
  });
  return {
    scorer: 'CEO',
    scale: { upTo: '100%' },
    missingScore: pick.one(['zero', 'stop']),
    goals,
    pool: {
      money: pick.one(['1000', '2500', '7777']),
      shareBy: pick.one(['score', 'score-times-target']),
      whenAllZero: pick.one(['equally', 'nothing']),
    },
  };
}

function mbo(making: Making, window: string): Partial<ComponentDocument> {
  const { pick } = making;
  const weights = pick.shares(pick.whole(1, 3));
  const isLong = window !== 'period';
  return {
    scorer: 'CEO',
    scale: pick.one([{ upTo: '150%' }, { levels: ['0%', '50%', '100%', '125%'] }]),
    missingScore: pick.one(['zero', 'stop']),
    ...(isLong && { combine: pick.one(['latest', 'average']) }),
    goals: weights.map((weight, index) => ({
      id: `goal-${index + 1}`,
      title: `Goal ${index + 1}`,
      weight,
    })),
    curve: curveOn('ratio', making),
  };
}
