// The words of the fields of measures, for field-words.ts: the definitions that a letter ends with.
// In: nothing. Out: words in English.

import type { FieldWords } from './field-words.ts';

export const measureFieldWords: Readonly<Record<string, FieldWords>> = {
  'measures.calculate': {
    label: 'Calculated as',
    words: {
      sum: 'the sum over deals',
      count: 'the number of deals',
      average: 'the average over deals',
      share: 'the share of deals',
      distinct: 'the number of different ones among deals',
      ratio: 'one measure divided by another',
      reported: 'a figure reported from outside',
    },
  },
  'measures.label': { label: 'Measure', as: 'text' },
  'measures.note': { label: 'Note', as: 'text' },
  'measures.deals': {
    label: 'Whose deals',
    words: { own: 'the payee’s own', team: 'the team’s', company: 'the whole company’s' },
  },
  'measures.where': { label: 'Deals that count', as: 'text' },
  'measures.date': { label: 'Counts on the day', as: 'text' },
  'measures.of': { label: 'Of', as: 'text' },
  'measures.crediting': { label: 'Crediting, by the first rule that a deal meets' },
  'measures.crediting.credit': { label: 'Counts' },
  'measures.crediting.when': { label: 'When', as: 'text' },
  'measures.crediting.because': { label: 'Reason', as: 'text' },
  'measures.weightedBy': { label: 'Weighted by', as: 'text' },
  'measures.whenNone': { label: 'Where there are none' },
  'measures.numerator': { label: 'Of', as: 'id' },
  'measures.denominator': { label: 'Divided by', as: 'id' },
  'measures.unit': {
    label: 'Unit',
    words: { money: 'money', ratio: 'percent', count: 'count', days: 'days', number: 'number' },
  },
  'measures.combine': {
    label: 'Several periods',
    words: { sum: 'add up', latest: 'the newest figure replaces the older ones' },
  },
};
