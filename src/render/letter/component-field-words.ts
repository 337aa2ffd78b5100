// The words of the fields of components and of payout curves, for field-words.ts. Curves have the
// same words wherever they stand. In: nothing. Out: words in English.

import { kindTitles } from '../wording-labels.ts';
import type { FieldWords } from './field-words.ts';

const outside = {
  nothing: 'nothing is paid',
  hold: 'the figure at the end of the curve goes on to hold',
  extend: 'the line goes on as it ends',
};
const multiplied = {
  rate: 'times the rate',
  slope: 'times the slope',
  'base-rate': 'times the table’s own rate',
  'base-slope': 'times the slope of the line itself',
  'rate-before': 'times the rate before it',
  'slope-before': 'times the slope before it',
};

const curveFieldWords: Readonly<Record<string, FieldWords>> = {
  curve: { label: 'Payout curve' },
  'curve.shape': {
    label: 'How the curve is read',
    words: {
      linear: 'on straight lines between the points',
      stepped: 'in steps: each row holds from its start until the next one starts',
      marginal: 'in slices: each slice is paid at the rate of its own tier',
      retroactive: 'the whole, back to the first unit, is paid at the rate of the tier reached',
      mixed: 'by rows: each says whether its rate is paid on its slice or on the whole',
      'pro-rata': 'each tier earns its money, in proportion to the part of it that is covered',
      matrix: 'in a grid of two measures; nothing is drawn between its figures',
    },
  },
  'curve.points': { label: 'Points' },
  'curve.points.at': { label: 'At' },
  'curve.points.pays': { label: 'Pays' },
  'curve.steps': { label: 'Steps' },
  'curve.steps.from': { label: 'From' },
  'curve.steps.to': { label: 'To' },
  'curve.steps.pays': { label: 'Pays' },
  'curve.tiers': { label: 'Tiers' },
  'curve.tiers.from': { label: 'From' },
  'curve.tiers.to': { label: 'To' },
  'curve.tiers.rate': { label: 'Rate' },
  'curve.tiers.of': { label: 'Of the', words: { slice: 'slice', whole: 'whole' } },
  'curve.tiers.earns': { label: 'Earns', as: 'money' },
  'curve.until': { label: 'The last tier ends at' },
  'curve.rows': { label: 'Grid' },
  'curve.rows.from': { label: 'From' },
  'curve.rows.pays': { label: 'Pays, column by column' },
  'curve.across': { label: 'Second measure, across the columns', as: 'id' },
  'curve.columns': { label: 'Columns start at' },
  'curve.below': { label: 'Below the first row', words: outside },
  'curve.above': { label: 'Above the last row', words: outside },
  'curve.owns': {
    label: 'Exactly on a bound',
    words: { lower: 'the row that starts there pays', upper: 'the row that ends there pays' },
  },
  'curve.accelerators': { label: 'Accelerators' },
  'curve.accelerators.from': { label: 'From' },
  'curve.accelerators.times': { label: 'It pays', as: 'number' },
  'curve.accelerators.of': { label: 'Of what', words: multiplied },
  'curve.decelerator': { label: 'Decelerator' },
  'curve.decelerator.below': { label: 'Slower below' },
  'curve.decelerator.times': { label: 'Slower: it pays', as: 'number' },
  'curve.decelerator.of': { label: 'Slower: of what', words: multiplied },
};

const targetOf = (figure: string): string => `${figure} of its target incentive`;

export const componentFieldWords: Readonly<Record<string, FieldWords>> = {
  ...curveFieldWords,
  'components.kind': {
    label: 'Kind',
    words: kindTitles,
  },
  'components.id': { label: 'Id', as: 'text' },
  'components.title': { label: 'Title', as: 'text' },
  'components.weight': { label: 'Weight', says: (figure) => `${figure} of the target incentive` },
  'components.measure': { label: 'Measured by', as: 'id' },
  'components.window': {
    label: 'Measured over',
    words: {
      period: 'each payout period by itself',
      'year-to-date': 'the fiscal year to date; what earlier periods paid is taken off',
      year: 'the whole fiscal year; paid with its last period',
    },
  },
  'components.negativeTrueUp': {
    label: 'When less is due to date than was paid',
    words: {
      'floor-at-zero': 'nothing is taken back; later periods work the difference off',
      recover: 'the difference is taken back',
    },
  },
  'components.supports': { label: 'Serves', as: 'text' },
  'components.note': { label: 'Note', as: 'text' },
  'components.attainment': {
    label: 'Attainment',
    words: {
      ratio: 'result ÷ quota',
      inverse: 'quota ÷ result: lower is better',
      mirror: '2 − result ÷ quota: lower is better',
      progress: '(result − baseline) ÷ (quota − baseline)',
      none: 'none: the curve runs on the result itself',
    },
  },
  'components.quota': {
    label: 'Quota',
    words: { assigned: 'each payee’s own, as stated in this letter or assigned later' },
  },
  'components.quota.annual': {
    label: 'Quota',
    says: (figure) => `${figure} a year, split over the periods as stated below`,
  },
  'components.quota.perPeriod': { label: 'Quota', says: (figure) => `${figure} a payout period` },
  'components.quota.level': { label: 'Quota', says: (figure) => `a level of ${figure}` },
  'components.baseline': { label: 'Baseline, where progress starts' },
  'components.attainmentCap': {
    label: 'Attainment cap',
    says: (figure) => `attainment above ${figure} does not count`,
  },
  'components.payoutCap.ofTarget': { label: 'Payout cap', says: (of) => `at most ${targetOf(of)}` },
  'components.payoutCap.money': {
    label: 'Payout cap',
    as: 'money',
    says: (figure) => `at most ${figure}`,
  },
  'components.dealCap.money': {
    label: 'Deal cap',
    as: 'money',
    says: (figure) => `no deal pays more than ${figure}`,
  },
  'components.payoutFloor.ofTarget': {
    label: 'Payout floor',
    says: (of) => `at least ${targetOf(of)}`,
  },
  'components.payoutFloor.money': {
    label: 'Payout floor',
    as: 'money',
    says: (figure) => `at least ${figure}`,
  },
  'components.objective': { label: 'Objective', as: 'text' },
  'components.keyResults': { label: 'Key results' },
  'components.keyResults.id': { label: 'Id', as: 'text' },
  'components.keyResults.title': { label: 'Key result', as: 'text' },
  'components.keyResults.weight': { label: 'Weight' },
  'components.keyResults.measure': { label: 'Measured by', as: 'id' },
  'components.keyResults.scoreCap': { label: 'Highest score' },
  'components.keyResults.raise.from': { label: 'Score 0% at' },
  'components.keyResults.raise.to': { label: 'Score 100% at' },
  'components.keyResults.lower.from': { label: 'Score 0% at' },
  'components.keyResults.lower.to': { label: 'Score 100% at' },
  'components.keyResults.baseline.atLeast': {
    label: 'Score 100% at',
    says: (figure) => `at least ${figure}, else no score`,
  },
  'components.keyResults.baseline.atMost': {
    label: 'Score 100% at',
    says: (figure) => `at most ${figure}, else no score`,
  },
  'components.keyResults.range.acceptable': {
    label: 'Accepted from',
    says: (figure) => `${figure}, beyond it no score`,
  },
  'components.keyResults.range.full': { label: 'Score 100% at' },
  'components.keyResults.range.acceptableScore': { label: 'Score there' },
  'components.keyResults.milestone.by': {
    label: 'Milestone',
    says: (figure) => `by ${figure}, scored by a person`,
  },
  'components.keyResults.milestone.evidence': { label: 'Evidence', as: 'text' },
  'components.scorer': { label: 'Scored by', as: 'text' },
  'components.scale.levels': { label: 'Scores', says: (figure) => `one of ${figure}` },
  'components.scale.upTo': { label: 'Scores', says: (figure) => `from 0% up to ${figure}` },
  'components.missingScore': {
    label: 'When a score is missing',
    words: { stop: 'nothing is calculated before it is given', zero: 'it counts as 0%' },
  },
  'components.combine': {
    label: 'Scores of several periods',
    words: { latest: 'the latest counts', average: 'their average counts' },
  },
  'components.goals': { label: 'Goals' },
  'components.goals.id': { label: 'Id', as: 'text' },
  'components.goals.title': { label: 'Goal', as: 'text' },
  'components.goals.weight': { label: 'Weight' },
  'components.goals.by': { label: 'By' },
  'components.goals.evidence': { label: 'Evidence', as: 'text' },
  'components.rates': { label: 'Rates, by the first rule that a deal meets' },
  'components.rates.rate': { label: 'Rate' },
  'components.rates.when': { label: 'When', as: 'text' },
  'components.rates.because': { label: 'Reason', as: 'text' },
  'components.rateFactors': {
    label: 'Factors on the curve’s rate, by the first rule that a deal meets',
  },
  'components.rateFactors.factor': { label: 'Factor' },
  'components.rateFactors.when': { label: 'When', as: 'text' },
  'components.rateFactors.because': { label: 'Reason', as: 'text' },
  'components.tiersOn': { label: 'The rate depends on another measure' },
  'components.tiersOn.measure': { label: 'The tiers look at', as: 'id' },
  'components.tiersOn.window': {
    label: 'The tiers look over',
    words: {
      period: 'each payout period by itself',
      'year-to-date': 'the fiscal year to date',
      year: 'the whole fiscal year',
    },
  },
  'components.per': {
    label: 'The tiers look at',
    words: { total: 'the sum of all deals', deal: 'each deal by itself' },
  },
  'components.each': { label: 'For each', as: 'money' },
  'components.pool.money': { label: 'Pool of each payout period', as: 'money' },
  'components.pool.shareBy': {
    label: 'Points',
    words: {
      score: 'the score times the part of the period on the plan',
      'score-times-target': 'the score times the target incentive of the period',
    },
  },
  'components.pool.whenAllZero': {
    label: 'When nobody has points',
    words: { equally: 'all get the same', nothing: 'nobody gets anything' },
  },
  'components.pool.company': { label: 'Pool of the company', as: 'text' },
};
