// Every English word of a statement, so that another language is one more object of this shape.
// In: figures that are formatted already, except where grammar needs the number. Out: phrases.
// What kinds of component mean to people: PRODUCT.md, "The ideas it stands on".

import type { Period, StatementComponent } from '../core/index.ts';
import { kindTitles, labels } from './wording-labels.ts';

type MultipleOf = NonNullable<NonNullable<StatementComponent['curve']>['multiples']>[number]['of'];
type Kind = StatementComponent['kind'];
type ComponentWindow = StatementComponent['window'];

const windowTitles: Readonly<Record<ComponentWindow, string>> = {
  period: 'this period',
  'year-to-date': 'year to date',
  year: 'full year',
};

const multipleOf: Readonly<Record<MultipleOf, string>> = {
  rate: 'the rate',
  slope: 'the slope',
  'base-rate': 'the table’s own rate',
  'base-slope': 'the slope of the line itself',
  'rate-before': 'the rate before it',
  'slope-before': 'the slope before it',
};

const scoredFor = {
  plan: 'once for all on the plan',
  company: 'once for the company',
} as const;

export const english = {
  /** BCP 47. Dates hold words, so they are written in it, in the way of the reader's region. */
  language: 'en',
  labels,
  kindTitle: (kind: Kind): string => kindTitles[kind],
  windowTitle: (window: ComponentWindow): string => windowTitles[window],
  yes: 'yes',
  no: 'no',
  notKnown: '–',
  days: (count: string, isOne: boolean): string => `${count} ${isOne ? 'day' : 'days'}`,
  points: (count: string): string => `${count} points`,
  period,
  shortPeriod,
  documentTitle: (payee: string, when: string): string => `Statement of ${payee}, ${when}`,
  paidIn: (currency: string): string => `Paid in ${currency}`,
  conversion: (payment: string, rate: string, paid: string, since: string): string =>
    `${payment} × ${rate} = ${paid}, at the rate of ${since}`,
  rateFor: (day: string): string => `for a payment on ${day}`,
  paymentFor: (when: string): string => `Payment for ${when}`,
  quotaOf: (component: string): string => `Quota of ${component}`,
  version: (version: string): string => `version ${version}`,
  moneyIn: (currency: string): string => `All money in ${currency}`,
  supports: (keyResult: string): string => `Serves: ${keyResult}`,
  balance: (title: string, before: string, after: string): string =>
    `Balance of ${title}: ${before} before this period, ${after} carried on`,
  takenBack: (deals: string, on: string, share: string, paid: string): string =>
    `${deals}, on ${on}: ${share} of the ${paid} paid`,
  forfeited: (money: string): string => `${money} forfeited`,
  because: (what: string, deals: string): string => `${what}: ${deals}`,
  forgiven: (money: string): string => `${money} forgiven`,
  adjusted: (reason: string, approver: string): string => `${reason} · approved by ${approver}`,
  limited: {
    cap: (limit: string, over: string) => `No more than ${limit} ${over}`,
    floor: (limit: string, over: string) => `No less than ${limit} ${over}`,
  },
  limitOver: { period: 'a period', year: 'a year' },
  limitNote: (title: string, text: string): string => `${title}: ${text}`,
  howToVerify:
    'ontarget verify <this file> <company folder> calculates it anew and compares every figure.',
  originsNote: (file: string | undefined): string =>
    'Every step with the figures that it is made of, down to what was given and to the deals. ' +
    'A step stands once: where it is used again, only its figure is. What a gate or a link cost ' +
    `is the payment without it, less the payment.${file ? ` Lines are those of ${file}.` : ''}`,
  given: 'given',
  fromDeals: (made: string, count: string, isOne: boolean): string =>
    `${made} (${count} ${isOne ? 'deal' : 'deals'})`,
  atTarget: (money: string): string => `at target ${money}`,
  byTheCurve: (factor: string): string => `by the curve ${factor}`,
  howToAsk: (contact: string | undefined): string =>
    `${contact === undefined ? 'Ask whoever sent you this statement' : `Write to ${contact}`}, ` +
    'and name the line that looks wrong: each number opens, down to the deals and to the clause ' +
    'of the plan.',
  footer: (payee: string, when: string, company: string): string =>
    `${payee} · ${when} · ${company}`,

  gateFinding: (title: string, result: string, asked: string, isMet: boolean): string =>
    `${title} was ${result}, the plan asks for ${asked}: ${isMet ? 'met' : 'not met'}`,
  gateWaiting: (title: string, asked: string): string =>
    `${title} is judged over the whole year, with its last period; the plan asks for ${asked}.`,
  linkFinding: (by: string, attained: string, asked: string, isMet: boolean): string =>
    `${by} reached ${attained}, the plan asks for ${asked}: ${isMet ? 'met' : 'not met'}`,
  linkCap: (by: string, attained: string, components: string, isWithin: boolean): string =>
    `${by} reached ${attained}, and the payout factor of ${components} ` +
    (isWithin ? 'is no higher' : 'goes no higher'),
  linkWaiting: (by: string): string =>
    `${by} is measured over the whole year, and known with its last period.`,
  attainmentOf: (component: string): string => `attainment of ${component}`,
  asked: {
    atLeast: (figure: string) => `at least ${figure}`,
    atMost: (figure: string) => `at most ${figure}`,
  },
  capsFactor: (components: string, factor: string): string =>
    `The payout factor of ${components} is capped at ${factor}.`,
  paysNothing: (components: string): string => `${components} can pay nothing.`,
  keepsWaiting: (money: string): string => `For it, ${money} of this period are not paid now.`,
  defers: (components: string, atYearEnd: 'pay' | 'forfeit'): string =>
    `The payout of ${components} waits until it is met; what waits at the end of the year is ` +
    `${atYearEnd === 'pay' ? 'paid' : 'forfeited'}.`,
  scalesPay: (components: string, share: string): string =>
    `Only ${share} of the payout of ${components} is paid.`,
  cost: (money: string): string => `This cost you ${money}.`,
  noCost: 'no cost',
  jointCost: (money: string, hasLinks: boolean): string =>
    `Gates ${hasLinks ? 'and links ' : ''}on the same pay overlap: ` +
    `together they cost you ${money}.`,
  costNothing: 'This time it cost you nothing.',
  saved: (money: string): string => `Without it you would have been paid ${money} less.`,

  inCurrency: (label: string, currency: string): string => `${label}, ${currency}`,
  cappedPerDeal: (cap: string): string => `No more than ${cap} a deal`,
  times: (label: string): string => `× ${label}`,
  minus: (label: string): string => `− ${label}`,
  fromTo: (from: string | undefined, to: string): string => (from ? `${from} – ${to}` : to),
  keyResultsOf: (component: string, objective: string | undefined): string =>
    objective ? `${component}: ${objective}` : component,
  goalsOf: (component: string): string => `${component}: goals`,
  rates: (rates: string, meaning: string): string => `${rates}; ${meaning}.`,
  multiple: {
    from: (place: string, times: string, of: string) =>
      `From ${place} on it pays ${times} times ${of}.`,
    below: (place: string, times: string, of: string) =>
      `Below ${place} it pays ${times} times ${of}.`,
  },
  multipleOf,
  rateOf: (rate: string, of: 'slice' | 'whole' | undefined): string =>
    of ? `${rate} of the ${of}` : rate,
  rule: {
    credit: (credit: string, because: string): string => `${credit}, ${because}`,
    rate: (rate: string, because: string): string => `${rate}, ${because}`,
    factor: (factor: string, because: string): string => `× ${factor}, ${because}`,
  },
  rules: (rules: readonly string[]): string => `By the first rule met: ${rules.join('; ')}.`,
  rateFrom: (rate: string, from: string): string => `${rate} from ${from}`,
  curveTitle: (component: string): string => `What ${component} pays`,
  curveDescription: (meaning: string): string => `Payout curve, ${meaning}`,
  meaning: (meaning: string): string => `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`,
  gridTitle: (component: string, across: string): string => `${component}, by ${across} across`,
  gridFrom: (start: string): string => `from\u00a0${start}`,
  gridHere: (figure: string): string => `► ${figure}`,
  pays: (result: string, payout: string): string => `${result} pays ${payout}`,
  nextStep: (missing: string, isLess: boolean, about: string, paid: string): string =>
    `Next step: ${missing} ${isLess ? 'less' : 'more'} (${about}); ${paid}.`,
  afterGates: (factor: string): string => `${factor} after gates`,
  scoredBy: (scorer: string | undefined, scope: 'plan' | 'company' | undefined): string =>
    [scorer, scope && scoredFor[scope]].filter((each) => each !== undefined).join(', '),
  modifiedBy: (title: string, result: string): string => `× ${title} (${result})`,

  dealsHeadline: (all: string, counted: string, isOne: boolean): string =>
    isOne
      ? `One deal is dated in the period; ${counted === all ? 'it counted' : 'it did not count'}.`
      : `${all} deals are dated in the period; ${counted} of them counted.`,
  dealsShown: (all: string, shown: string, count: number): string => {
    const deals = `${all} ${count === 1 ? 'deal' : 'deals'}`;
    return all === shown ? deals : `${deals}, the largest ${shown} shown`;
  },
  counted: (credit: string, reason: string): string => `${credit}, ${reason}`,
  shared: (text: string, share: string): string => `${text}, with a share of ${share}`,
  paidApart: (text: string, payout: string): string => `${text}, paid by ${payout}`,
  forMeasure: (measure: string, text: string): string => `${measure}: ${text}`,
  creditedByReason: (measure: string): string => `${measure}, by reason`,
  notCounted: (reason: string): string =>
    `not counted, ${reason.replace(/^not: (.*)$/, 'does not meet “$1”')}`,
  moreDeals: (count: string, isOne: boolean): string =>
    isOne
      ? 'One more deal is listed, with its reason, in the Excel statement.'
      : `${count} more deals are listed, each with its reason, in the Excel statement.`,

  keyResultCount: (count: string, isOne: boolean): string =>
    `${count} key ${isOne ? 'result' : 'results'}`,
  goalCount: (count: string, isOne: boolean): string => `${count} ${isOne ? 'goal' : 'goals'}`,
  notDueShort: 'Due with the last period of the year',
  notDue: 'Paid with the last period of the year; nothing is due before.',
  belowQuota: (gap: string): string => `${gap} below quota`,
  aboveQuota: (gap: string): string => `${gap} above quota`,
  kpiMet: (attainment: string): string => `A KPI is a must, and it was met: ${attainment}.`,
  kpiMissed: (attainment: string, gap: string | undefined): string =>
    `A KPI is a must. At ${attainment}${gap ? `, ${gap},` : ''} it belongs under the microscope.`,
  okr: {
    farBelow: (score: string) =>
      `An OKR aims high, and 60–70% is success. ${score} is below; in a first year that is normal.`,
    below: (score: string) => `An OKR aims high, and 60–70% is success. ${score} is close to it.`,
    success: (score: string) => `An OKR aims high, and 60–70% is success. ${score} is one.`,
    above: (score: string) =>
      `An OKR aims high, and 60–70% is success. ${score} is more than that.`,
    full: (score: string) =>
      `${score} of an OKR, where 60–70% is success: the next one can aim higher.`,
  },
  mbo: {
    below: (score: string) =>
      `An MBO is realistic: 80–100% is success. ${score} falls short of it.`,
    success: (score: string) => `An MBO is realistic: 80–100% is success. ${score} is one.`,
    above: (score: string) => `An MBO is realistic: 80–100% is success. ${score} went beyond.`,
  },
  commission: (credited: string): string =>
    `A commission pays a share of what was credited: ${credited}.`,
  tierMoney: (credited: string): string =>
    `Each tier that was covered, or the covered part of it, earns its money: ${credited}.`,
  spiff: (units: string): string => `A spiff pays a fixed sum for each; ${units} counted.`,
  pool: (money: string): string =>
    `A pool of ${money} is shared among all who have it in their plan, by their points.`,
  override: (credited: string): string =>
    `An override pays a share of what the team was credited with: ${credited}.`,
};

export type Wording = typeof english;

/** Fiscal years that are calendar years need no mark. */
function period({ kind, fiscalYear, index, from }: Period, monthAndYear: string): string {
  const isCalendarYear = new Date(from * 86_400_000).getUTCMonth() === monthOf(kind, index);
  const year = isCalendarYear ? String(fiscalYear) : `FY${fiscalYear}`;
  if (kind === 'month') return isCalendarYear ? monthAndYear : `${monthAndYear} (${year})`;
  return kind === 'year' ? year : `${shortPeriod({ kind, index }, '')} ${year}`;
}

function shortPeriod({ kind, index }: Pick<Period, 'kind' | 'index'>, month: string): string {
  if (kind === 'month') return month;
  if (kind === 'year') return 'Year';
  return `${kind === 'quarter' ? 'Q' : 'H'}${index + 1}`;
}

const MONTHS_IN = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

function monthOf(kind: Period['kind'], index: number): number {
  return MONTHS_IN[kind] * index;
}
