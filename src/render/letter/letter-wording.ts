// Every English word of the plan letter that is not the name of a field, so that another language
// is one more object of this shape. In: figures that are formatted already. Out: phrases.

import type { LetterComponent } from '../../core/index.ts';

type Kind = LetterComponent['kind'];
type Noun = NonNullable<LetterComponent['argument']>['noun'];

const labels = {
  document: 'Compensation plan',
  forPayee: 'For',
  plan: 'Plan',
  inForce: 'In force',
  paid: 'Paid',
  questions: 'Questions',
  onTargetEarnings: 'On-target earnings a year',
  baseSalary: 'Base salary',
  targetIncentive: 'Target incentive',
  payMix: 'Fixed and variable',
  overview: 'What your target incentive is made of',
  component: 'Component',
  kind: 'Kind',
  weight: 'Weight',
  targetIncentiveYear: 'Target a year',
  measuredBy: 'Measured by',
  quota: 'Quota a year',
  onTop: 'on top',
  components: 'What each component pays',
  serves: 'Serves',
  note: 'Note',
  ownQuota: 'Your quota',
  gates: 'Gates: what must hold',
  modifiers: 'Modifiers: a second measure that scales pay',
  links: 'Links: one component’s pay capped by another',
  holds: 'Holds: what is kept back for a while',
  examples: 'What a year pays',
  hero: 'The same results, with and without the quality that the gates ask for',
  gatesMet: 'All gates met',
  gatesNotMet: 'No gate met',
  difference: 'Difference',
  sum: 'Sum of the components',
  planCap: 'Cut by the plan cap',
  variablePay: 'Variable pay of the year',
  ofTarget: 'Share of target',
  withBase: 'With base salary',
  calendar: 'Periods, quota and target incentive',
  period: 'Period',
  days: 'Days',
  quotaPart: 'Part of a quota of the year',
  targetPart: 'Part of the target incentive',
  targetPeriod: 'Target incentive',
  terms: 'Terms',
  yourTerms: 'What holds when',
  definitions: 'Definitions',
  dealFigures: 'Figures of a deal',
  figure: 'Figure',
  meaning: 'Meaning',
  formula: 'Calculated as',
  accepted: 'Meant as it is',
  changes: 'What changed',
  field: 'What',
  before: 'Before',
  after: 'Now',
  signatures: 'Agreed',
  forCompany: 'For the company',
  payee: 'Payee',
  name: 'Name',
  signature: 'Signature',
  date: 'Date',
  steps: 'The calculation, step by step',
  step: 'Step',
  how: 'Is',
  perDeal: 'For each deal',
} as const;

const leads: Readonly<Record<Kind, string>> = {
  kpi: 'A KPI must be reached. It pays its target incentive times the payout factor of the curve.',
  okr:
    'An OKR aims high: 60 to 70% is success. Its score is the weighted mean of its key results; ' +
    'it pays its target incentive times the payout factor of the curve at that score.',
  mbo:
    'Goals that a person scores, with evidence. The score is their weighted mean; it pays its ' +
    'target incentive times the payout factor of the curve at that score.',
  commission:
    'Paid on what is credited. It has no weight and comes on top of the target incentive.',
  spiff: 'A fixed sum for each. It has no weight and comes on top of the target incentive.',
  override: 'Paid on what the team is credited with, on top of the target incentive.',
  pool: 'A sum that is shared among all who have it in their plan, by their points.',
};

const nouns: Readonly<Record<Noun, string>> = {
  score: 'Score',
  attainment: 'Attainment',
  result: 'Result',
  deal: 'Deal',
};

export const letterEnglish = {
  labels,
  title: (plan: string, payee: string | undefined): string =>
    payee === undefined ? plan : `${plan}: ${payee}`,
  footer: (parts: readonly string[]): string => parts.join(' · '),
  version: (version: string): string => `version ${version}`,
  lead: (kind: Kind): string => leads[kind],
  noun: (noun: Noun): string => nouns[noun],
  payMix: (base: string, incentive: string): string => `${base} / ${incentive}`,
  nominal: (incentive: string, quota: string): string =>
    `This letter names nobody: its examples stand on a target incentive of ${incentive} a year ` +
    `and, where a quota is each payee’s own, on one of ${quota}.`,
  overviewNote: (money: string): string => `${money}. Targets are those of a year.`,
  gateAsks: (measure: string, window: string, asked: string): string =>
    `${measure}, over ${window}, must be ${asked}.`,
  gateScales: 'only the part of the payout that this curve gives for its figure is paid',
  gateExample: (
    example: { readonly at: string; readonly component: string; readonly when: string },
    met: string,
    missed: string,
  ): string =>
    `Example: ${example.component} at ${example.at} pays ${met} ${example.when} with it met, and ` +
    `${missed} with it not met.`,
  overPeriod: (period: string): string => `for ${period}`,
  overYear: 'for the year',
  atNoun: (noun: Noun, figure: string): string => {
    if (noun === 'score') return `a score of ${figure}`;
    if (noun === 'attainment') return `${figure} attainment`;
    return noun === 'deal' ? `a deal of ${figure}` : `a result of ${figure}`;
  },
  order:
    'In this order, always: credit, result, attainment, curve, modifiers, links, gates, the ' +
    'component’s cap and floor, rounding, what was paid earlier, the plan cap, then draw, holds ' +
    'and adjustments.',
  examplesNote:
    'Each column is a year that stands at that attainment in every period, with all gates met, ' +
    'nothing modified and no draw or hold. A score goes no higher than its scale. A component ' +
    'without a quota stands at that part of the first quota in the same unit. Components that ' +
    'look at single deals are not among them.',
  heroNote: (attainment: string, less: string): string =>
    `A year at ${attainment}: without what the gates ask for, the same results pay ${less} less.`,
  standsAt: (title: string): string => `– ${title} stands at`,
  definitionsNote: 'Every measure that this plan looks at. Text in formulas is as in the plan.',
  changesNote: (title: string, version: string): string => `Against ${title}, version ${version}.`,
  shareOfDeal: 'the part of the deal that counts for the payee, by splits and teams',
  noChange: 'Nothing that the plan says has changed.',
  row: (number: number): string => `row ${number}`,
  absent: '–',
  agreed: (plan: string, version: string, days: string): string =>
    `We have read this letter. It says all that ${plan}, version ${version}, pays by, and it ` +
    `holds for ${days}.`,
  stepsNote:
    'Each step as the calculation itself has it, for the last period of the year. Names in ' +
    'quotation marks are other steps, or figures of a deal.',
  quoted: (label: string): string => `“${label}”`,
  given: 'given: from the company’s data',
  fingerprint: (hash: string): string =>
    `Plan fingerprint ${hash}: statements made by this plan bear it.`,
};

export type LetterWording = typeof letterEnglish;
