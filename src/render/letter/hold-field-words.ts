// The words of the fields of holds. In: nothing. Out: words in English by field, ids and numbers of
// rows taken out; field-words.ts joins them to those of the other fields.

import type { FieldWords } from './field-words.ts';

export const holdFieldWords: Readonly<Record<string, FieldWords>> = {
  holds: { label: 'Holds' },
  'holds.id': { label: 'Id', as: 'text' },
  'holds.title': { label: 'Title', as: 'text' },
  'holds.share': { label: 'Kept back', says: (figure) => `${figure} of each payout` },
  'holds.actsOn': { label: 'Acts on', words: { all: 'all components' }, as: 'id' },
  'holds.release.afterDays': {
    label: 'Released',
    says: (figure) => `${figure} days after the period’s last day`,
  },
  'holds.release.afterPeriods': {
    label: 'Released',
    says: (figure) => `${figure} payout periods later`,
  },
  'holds.release.on': {
    label: 'Released, for each deal, on the day that stands in the deal as',
    as: 'text',
  },
  'holds.release.where': { label: 'Released for deals where', as: 'text' },
  'holds.forfeit': {
    label: 'Forfeited',
    words: { never: 'never: without that day it is held on' },
  },
  'holds.forfeit.on': {
    label: 'Forfeited on the day, if earlier, that stands in the deal as',
    as: 'text',
  },
  'holds.forfeit.where': { label: 'Forfeited for deals where', as: 'text' },
  'holds.forfeit.afterDays': {
    label: 'Forfeited when it is not released',
    says: (figure) => `within ${figure} days`,
  },
  'holds.forfeit.since': { label: 'Those days are counted from', as: 'text' },
  'holds.provided.measure': { label: 'Released only by', as: 'id' },
  'holds.provided.window': {
    label: 'Looked at over',
    words: {
      period: 'the payout period in which it falls due',
      'year-to-date': 'the fiscal year up to when it falls due',
    },
  },
  'holds.provided.require.atLeast': {
    label: 'Else it is forfeited; it asks for',
    says: (figure) => `at least ${figure}`,
  },
  'holds.provided.require.atMost': {
    label: 'Else it is forfeited; it asks for',
    says: (figure) => `at most ${figure}`,
  },
  'holds.whenLeaving': {
    label: 'When leaving the plan',
    words: {
      release: 'what is still held is released',
      forfeit: 'what is still held is forfeited',
    },
  },
};
