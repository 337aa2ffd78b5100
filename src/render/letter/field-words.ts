// The words of every field that a plan may have: how it is called and what its fixed words mean.
// A letter says each field of its plan by this table, and the history of changes names them by it,
// so that neither can leave one out; a test walks the plan's schema for a field without words.
// In: a field's name, ids and numbers of rows taken out. Out: words in English.

import type { DocumentMap, DocumentNode } from '../../core/index.ts';
import { componentFieldWords } from './component-field-words.ts';
import { holdFieldWords } from './hold-field-words.ts';
import { measureFieldWords } from './measure-field-words.ts';

export interface FieldWords {
  readonly label: string;
  /** What fixed words such as `floor-at-zero` mean. */
  readonly words?: Readonly<Record<string, string>>;
  /** What a figure is, where its field alone does not say: `at least 70%`. */
  readonly says?: (figure: string, entry: DocumentMap) => string;
  /** How it is to be read, where it could be taken for something else. */
  readonly as?: 'text' | 'money' | 'number' | 'id';
}

const windows = {
  period: 'each payout period by itself',
  'year-to-date': 'the fiscal year to date',
  year: 'the whole fiscal year, known with its last period',
};
const actsOn = { label: 'Acts on', words: { all: 'all components' }, as: 'id' } as const;
const overs = { period: 'each payout period', year: 'the whole fiscal year' };
const TOGETHER = 'all components together pay';
const overA = (over: DocumentNode | undefined): string =>
  over === 'year' ? 'of the whole fiscal year' : 'of a payout period';
const ofTargetIncentive = (figure: string): string => `${figure} of the target incentive`;

/** A limit of the whole plan: a multiple of the target incentive, or money. */
function planLimitWords(
  field: string,
  label: string,
  bound: string,
): Readonly<Record<string, FieldWords>> {
  const says = (figure: string, over: DocumentNode | undefined): string =>
    `${TOGETHER} ${bound} ${figure} ${overA(over)}`;
  return {
    [`${field}.ofTarget`]: {
      label,
      says: (figure, { over }) => says(ofTargetIncentive(figure), over),
    },
    [`${field}.money`]: { label, as: 'money', says: (figure, { over }) => says(figure, over) },
    [`${field}.over`]: { label: `${label}, held over`, words: overs },
  };
}

const planFieldWords: Readonly<Record<string, FieldWords>> = {
  plan: { label: 'Plan', as: 'text' },
  title: { label: 'Title', as: 'text' },
  version: { label: 'Version', as: 'text' },
  role: { label: 'Role', as: 'text' },
  purpose: { label: 'Purpose', as: 'text' },
  currency: { label: 'Currency', as: 'text' },
  'effective.from': { label: 'In force from' },
  'effective.to': { label: 'In force until' },
  payoutPeriod: {
    label: 'Paid',
    words: {
      month: 'every month',
      quarter: 'every quarter',
      'half-year': 'every half-year',
      year: 'once a year',
    },
  },
  rounding: {
    label: 'Rounding',
    words: {
      'half-up':
        'each component’s payout once, to the smallest unit of money; a half is rounded up',
      'half-even':
        'each component’s payout once, to the smallest unit of money; a half goes to the even side',
    },
  },
  'periodWeights.quota': {
    label: 'Quota of the year by period',
    words: { even: 'the same in each period' },
  },
  'periodWeights.targetIncentive': {
    label: 'Target incentive of the year by period',
    words: { even: 'the same in each period' },
  },
  proration: {
    label: 'Starting or leaving inside a period',
    words: {
      'calendar-days': 'quota and target incentive by calendar days on the plan',
      workdays: 'quota and target incentive by workdays on the plan',
      'whole-months': 'quota and target incentive by whole months on the plan',
    },
  },
  segments: {
    label: 'Changes of quota, target incentive or plan',
    words: {
      separate: 'each time is calculated by itself, then they are added',
      blended: 'quotas and target incentives are added up; one attainment counts over the whole',
    },
  },
  ...planLimitWords('planCap', 'Plan cap', 'at most'),
  ...planLimitWords('planFloor', 'Plan floor', 'at least'),
  ramp: { label: 'Ramp, from the day that the assignment names' },
  'ramp.months': { label: 'Months' },
  'ramp.periods': { label: 'Payout periods' },
  'ramp.quota': { label: 'Of the quota' },
  'ramp.targetIncentive': { label: 'Of the target incentive' },
  groupCaps: { label: 'Caps of groups' },
  'groupCaps.id': { label: 'Id', as: 'text' },
  'groupCaps.title': { label: 'Title', as: 'text' },
  'groupCaps.actsOn': { label: 'Together', as: 'id' },
  'groupCaps.cap.ofTarget': {
    label: 'Pay at most',
    says: (figure) => `${figure} of their own target incentive`,
  },
  'groupCaps.cap.money': { label: 'Pay at most', as: 'money' },
  'draw.perPeriod': { label: 'Draw of each period', as: 'money' },
  'draw.kind': {
    label: 'Kind of draw',
    words: {
      recoverable: 'recoverable: an advance, taken back from later earnings above the draw',
      'non-recoverable': 'non-recoverable: it is kept, whatever is earned',
    },
  },
  'draw.lasts.until': { label: 'Draw: last day', as: 'text' },
  'draw.lasts.months': { label: 'Draw: for this many months', as: 'text' },
  'draw.lasts.periods': { label: 'Draw: for this many payout periods', as: 'text' },
  'draw.atEnd': {
    label: 'Draw: what is open at its end',
    words: {
      owe: 'is owed, and taken from what is paid after it',
      forgive: 'is forgiven',
    },
  },
  'clawback.where': { label: 'Clawback: of deals where', as: 'text' },
  'clawback.on': { label: 'Clawback: on the day', as: 'text' },
  'clawback.takes': {
    label: 'Clawback: takes back',
    says: (figure) => `${figure} of what was really paid for the deal`,
  },
  'clawback.takes.since': { label: 'Clawback: days are counted from', as: 'text' },
  'clawback.takes.schedule': { label: 'Clawback: takes back of what was really paid' },
  'clawback.takes.schedule.withinDays': { label: 'Within days' },
  'clawback.takes.schedule.share': { label: 'Share' },
  negativePayment: {
    label: 'When more is taken than is due',
    words: {
      carry: 'it is carried on and taken from the next payments',
      'pay-back': 'it is stated, and paid back',
    },
  },
  payoutRateOn: {
    label: 'Paid in another currency at the rate of',
    words: { 'period-end': 'the last day of the payout period' },
  },
  'payoutRateOn.daysAfterPeriodEnd': {
    label: 'Paid in another currency at the rate of',
    says: (days) => `day ${days} after the last day of the payout period`,
  },
  accepts: { label: 'Meant as it is' },
  'accepts.finding': { label: 'What the plan’s checker asked about', as: 'text' },
  'accepts.of': { label: 'Of', as: 'id' },
  'accepts.because': { label: 'Because', as: 'text' },
  components: { label: 'Components' },
  measures: { label: 'Measures' },
  modifiers: { label: 'Modifiers' },
  'modifiers.id': { label: 'Id', as: 'text' },
  'modifiers.title': { label: 'Title', as: 'text' },
  'modifiers.measure': { label: 'By', as: 'id' },
  'modifiers.window': { label: 'Looked at over', words: windows },
  'modifiers.actsOn': actsOn,
  links: { label: 'Links' },
  'links.id': { label: 'Id', as: 'text' },
  'links.title': { label: 'Title', as: 'text' },
  'links.by': { label: 'By the attainment of', as: 'id' },
  'links.actsOn': { label: 'Acts on', as: 'id' },
  'links.capFactor': {
    label: 'Their payout factor is at most',
    words: { attainment: 'that attainment itself' },
  },
  'links.until': {
    label: 'Until',
    says: (figure) => `that attainment is ${figure}; from there on it caps nothing`,
  },
  gates: { label: 'Gates' },
  'gates.id': { label: 'Id', as: 'text' },
  'gates.title': { label: 'Title', as: 'text' },
  'gates.measure': { label: 'What must hold', as: 'id' },
  'gates.window': { label: 'Looked at over', words: windows },
  'gates.require.atLeast': { label: 'It asks for', says: (figure) => `at least ${figure}` },
  'gates.require.atMost': { label: 'It asks for', says: (figure) => `at most ${figure}` },
  'gates.actsOn': actsOn,
  'gates.whenNotMet': { label: 'When not met', words: { zero: 'nothing is paid' } },
  'gates.whenNotMet.scale': {
    label: 'When not met',
    says: (figure) => `only ${figure} of the payout is paid`,
  },
  'gates.whenNotMet.capFactor': {
    label: 'When not met',
    says: (figure) => `the payout factor is at most ${figure}`,
  },
  'gates.whenNotMet.defer.atYearEnd': {
    label: 'When not met',
    words: {
      pay: 'the payout waits until it is met; what waits at the end of the year is paid',
      forfeit: 'the payout waits until it is met; what waits at the end of the year is forfeited',
    },
  },
};

export const fieldWords: Readonly<Record<string, FieldWords>> = {
  ...planFieldWords,
  ...componentFieldWords,
  ...measureFieldWords,
  ...holdFieldWords,
};

/** Fields by their own words; one that has none yet by its name, so that nothing is left out. */
export function wordsOf(field: string): FieldWords {
  return fieldWords[field] ?? { label: spelledOut(field.slice(field.lastIndexOf('.') + 1)) };
}

function spelledOut(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
