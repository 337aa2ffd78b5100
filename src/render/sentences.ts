// Sentences about gates, links and components, the same in the PDF, the Excel file and the
// terminal. In: parts of a statement and a formatter. Out: sentences in the wording's language.

import type {
  Exact,
  Statement,
  StatementComponent,
  StatementGate,
  StatementLink,
} from '../core/index.ts';
import type { Formatter } from './format.ts';
import { english, type Wording } from './wording.ts';

export interface GateText {
  /** What was asked and what was found. */
  readonly finding: string;
  /** What not meeting it does; absent where it does nothing. */
  readonly effect: string | undefined;
  readonly cost: string | undefined;
}

/** `ICP fit was 76.2%, the plan asks for at least 78%: not met. … This cost you 2,340.00.` */
export function gateSentence(
  gate: StatementGate,
  format: Formatter,
  words: Wording = english,
): string {
  const { finding, effect, cost } = gateText(gate, format, words);
  return [finding, effect, cost].filter((each) => each !== undefined).join(' ');
}

export function gateText(
  gate: StatementGate,
  format: Formatter,
  words: Wording = english,
): GateText {
  const { title, required, judged } = gate;
  const asked = words.asked[gate.bound](format.quantity(required, { digits: 'short' }));
  if (!judged) {
    const finding = words.gateWaiting(title, asked);
    return { finding, effect: undefined, cost: undefined };
  }
  const result = format.quantity(judged.result, { apartFrom: required.number });
  const finding = words.gateFinding(title, result, asked, judged.met);
  if (judged.met)
    return { finding: `${finding}; ${words.noCost}.`, effect: undefined, cost: undefined };
  const effect = effectSentence(gate, format, words);
  return {
    finding: `${finding}.`,
    effect,
    cost: gateCostSentence(gate, judged.cost, format, words),
  };
}

/** Said where several gates cost something, because their single costs do not add up. */
export function jointCostSentence(
  { gates, links, gatesCost }: Pick<Statement, 'gates' | 'links' | 'gatesCost'>,
  format: Formatter,
  words: Wording = english,
): string | undefined {
  const costly = [...links, ...gates].filter(({ judged }) => judged?.cost.exact.gt('0'));
  return gatesCost && costly.length > 1
    ? words.jointCost(format.money(gatesCost), links.length > 0)
    : undefined;
}

/** `Margin reached 92%, the plan asks for at least 95%: not met. … This cost you 2,340.00.` */
export function linkSentence(
  link: StatementLink,
  format: Formatter,
  words: Wording = english,
): string {
  const { finding, effect, cost } = linkText(link, format, words);
  return [finding, effect, cost].filter((each) => each !== undefined).join(' ');
}

export function linkText(
  link: StatementLink,
  format: Formatter,
  words: Wording = english,
): GateText {
  const { by, until, judged } = link;
  const components = format.list(link.actsOn);
  if (!judged) return { finding: words.linkWaiting(by), effect: undefined, cost: undefined };
  const attained = format.percent(judged.attainment);
  const finding = until
    ? words.linkFinding(by, attained, words.asked.atLeast(format.percent(until)), judged.met)
    : words.linkCap(by, attained, components, judged.met);
  if (judged.met)
    return { finding: `${finding}; ${words.noCost}.`, effect: undefined, cost: undefined };
  const factor = link.capFactor === 'attainment' ? attained : format.percent(link.capFactor);
  const effect = until && words.capsFactor(components, factor);
  return { finding: `${finding}.`, effect, cost: costSentence(judged.cost, format, words) };
}

function effectSentence(gate: StatementGate, format: Formatter, words: Wording): string {
  const components = format.list(gate.actsOn);
  const effect = gate.effect;
  if (effect === 'zero') return words.paysNothing(components);
  if ('scale' in effect) {
    const fixed = 'curve' in effect.scale ? undefined : effect.scale;
    const scale = fixed ?? gate.judged?.scale;
    return scale ? words.scalesPay(components, format.percent(scale)) : '';
  }
  if ('defer' in effect) return words.defers(components, effect.defer.atYearEnd);
  return words.capsFactor(components, format.percent(effect.capFactor));
}

type Cost = NonNullable<StatementGate['judged']>['cost'];

/** What a gate that defers costs now is what it keeps waiting. */
function gateCostSentence(
  { effect }: StatementGate,
  cost: Cost,
  format: Formatter,
  words: Wording,
): string {
  const isDeferred = typeof effect === 'object' && 'defer' in effect;
  if (isDeferred && cost.exact.gt('0')) return words.keepsWaiting(format.money(cost.exact));
  return costSentence(cost, format, words);
}

function costSentence({ exact }: Cost, format: Formatter, words: Wording): string {
  if (exact.eq('0')) return words.costNothing;
  return exact.gt('0') ? words.cost(format.money(exact)) : words.saved(format.money(exact.abs()));
}

/** From where on the practice speaks of a success: PRODUCT.md, "The ideas it stands on". */
export const successFrom: Readonly<Record<StatementComponent['kind'], number>> = {
  kpi: 1,
  okr: 0.6,
  mbo: 0.8,
  commission: 1,
  spiff: 1,
  override: 1,
  pool: 1,
};

/** What a result means for a component of this kind; the practice, not the plan, is the measure. */
export function componentReading(
  component: StatementComponent,
  format: Formatter,
  words: Wording = english,
): string {
  if (!component.isDue) return words.notDue;
  return readings[component.kind](component, format, words);
}

type Reading = (component: StatementComponent, format: Formatter, words: Wording) => string;

const readings: Readonly<Record<StatementComponent['kind'], Reading>> = {
  kpi: (component, format, words) => {
    const { attainment } = component;
    if (!attainment) return '';
    const shown = format.percent(attainment);
    if (attainment.gte('1')) return words.kpiMet(shown);
    return words.kpiMissed(shown, quotaGap(component, format, words));
  },
  okr: ({ attainment }, format, { okr }) => {
    if (!attainment) return '';
    const steps = [
      ['1', okr.full],
      ['0.7', (score: string) => (attainment.eq('0.7') ? okr.success : okr.above)(score)],
      ['0.6', okr.success],
      ['0.5', okr.below],
    ] as const;
    return sentenceAt(attainment, steps, okr.farBelow, format);
  },
  mbo: ({ attainment }, format, { mbo }) => {
    if (!attainment) return '';
    const steps = [
      ['1', (score: string) => (attainment.eq('1') ? mbo.success : mbo.above)(score)],
      ['0.8', mbo.success],
    ] as const;
    return sentenceAt(attainment, steps, mbo.below, format);
  },
  commission: ({ result, curve }, format, words) => {
    if (!result) return '';
    const say = curve?.rowsPay === 'money' ? words.tierMoney : words.commission;
    return say(format.quantity(result));
  },
  spiff: ({ result }, format, words) => (result ? words.spiff(format.quantity(result)) : ''),
  override: ({ result }, format, words) => (result ? words.override(format.quantity(result)) : ''),
  pool: ({ poolMoney }, format, words) => (poolMoney ? words.pool(format.money(poolMoney)) : ''),
};

type Phrase = (score: string) => string;

/** The phrase of the highest step that a score reaches; its digits tell it from that step. */
function sentenceAt(
  score: Exact,
  steps: readonly (readonly [from: string, phrase: Phrase])[],
  below: Phrase,
  format: Formatter,
): string {
  const phrase = steps.find(([from]) => score.gte(from))?.[1] ?? below;
  return phrase(format.percent(score));
}

/** How far a result is from its quota, whichever side is the good one. */
function quotaGap(
  { result, quota }: StatementComponent,
  format: Formatter,
  words: Wording,
): string | undefined {
  if (!result || !quota || result.number.eq(quota.number)) return undefined;
  const gap = quota.number.minus(result.number);
  const isBelow = gap.gt('0');
  const shown =
    result.unit === 'ratio'
      ? words.points(format.quantity({ number: gap.abs().times('100'), unit: 'number' }))
      : format.quantity({ number: gap.abs(), unit: result.unit });
  return isBelow ? words.belowQuota(shown) : words.aboveQuota(shown);
}
