// Plans that are doubted for their gates or for their practice, each beside its nearest neighbour,
// which is not. In: nothing. Out: pairs of plans by the code of the doubt.

import {
  byRule,
  CSAT,
  commission,
  credited,
  FULL,
  line,
  measure,
  modified,
  PARTNERS,
  type Pair,
  PER_HEAD,
  RATIO,
  SIZE,
  scaledFrom,
  secondGate,
  withKpi,
} from './neighbour-parts.ts';
import { gate, kpi, linear, mbo, okr } from './sales-plan.ts';

export const practicePairs: Readonly<Record<string, readonly Pair[]>> = {
  'gate/no-effect': [
    [
      'an accelerator that the curve does not have',
      { curve: '50% 0%, 100% 100%', gates: gate({ not: '{ capFactor: 100% }' }) },
      { curve: '50% 0%, 100% 100%, 101% 101%', gates: gate({ not: '{ capFactor: 100% }' }) },
    ],
    [
      'all of the pay is left',
      { gates: gate({ not: '{ scale: 100% }' }) },
      { gates: gate({ not: '{ scale: 99% }' }) },
    ],
    [
      'an accelerator that nobody reaches',
      {
        ...measure(PARTNERS),
        ...withKpi(kpi('p', 'partners', '100%', line('80% 0%, 100% 100%'))),
        gates: gate() + gate({ id: 'g', on: '[p]', not: '{ capFactor: 100% }' }),
      },
      {
        ...measure(PARTNERS),
        ...withKpi(kpi('p', 'partners', '80%', line('80% 0%, 100% 100%, 120% 150%'))),
        gates: gate() + gate({ id: 'g', on: '[p]', not: '{ capFactor: 100% }' }),
      },
    ],
  ],
  'gate/foregone': [
    [
      'more than all deals',
      { ...measure(PARTNERS), gates: gate({ measure: 'partners', ask: 'atLeast: 100.01%' }) },
      { ...measure(PARTNERS), gates: gate({ measure: 'partners', ask: 'atLeast: 100%' }) },
    ],
    [
      'no less than none',
      { ...measure(PARTNERS), gates: gate({ measure: 'partners', ask: 'atLeast: 0%' }) },
      { ...measure(PARTNERS), gates: gate({ measure: 'partners', ask: 'atLeast: 0.01%' }) },
    ],
  ],
  'gate/circular': [
    [
      'a gate on what the component is paid by',
      {
        gates:
          gate() + gate({ id: 'own', measure: 'bookings', ask: 'atLeast: 50000', not: 'zero' }),
      },
      {
        ...measure(SIZE),
        gates: gate() + gate({ id: 'own', measure: 'size', ask: 'atLeast: 50000' }),
      },
    ],
    [
      'two results that wait for each other',
      withKpi(kpi('loyalty', 'nps', '40'), { gates: secondGate('[loyalty]') }),
      withKpi(kpi('loyalty', 'nps', '40'), { gates: gate() }),
    ],
  ],
  'gate/not-supplied': [
    [
      'a figure that nobody reports',
      { ...measure(CSAT), gates: gate({ measure: 'csat' }) },
      { ...measure(CSAT), gates: gate() },
    ],
  ],
  'measure/not-supplied': [
    [
      'a component on a figure that nobody reports',
      { ...measure(CSAT), ...withKpi(kpi('c', 'csat', '4.5')) },
      withKpi(kpi('c', 'nps', '40')),
    ],
  ],
  'component/volume-only': [
    ['no gate at all', { gates: '' }, {}],
    ['crediting that counts every deal alike', credited('100%'), credited('50%')],
    ['a commission with one rate', byRule('5%'), byRule('2%')],
  ],
  'component/paid-twice': [
    [
      'one measure under two names',
      {
        ...measure(`same: { calculate: sum, of: amount, deals: own, where: stage = 'won' }`),
        others: commission('same'),
        gates: gate({ on: 'all' }),
      },
      {
        ...measure(`other: { calculate: sum, of: amount, deals: own, where: partner }`),
        others: commission('other'),
        gates: gate({ on: 'all' }),
      },
    ],
  ],
  'component/small-weight': [
    [
      'less than a twentieth',
      { ...withKpi(kpi('n', 'nps', '40', { weight: '4.99%' })), weight: '75.01%' },
      { ...withKpi(kpi('n', 'nps', '40', { weight: '5%' })), weight: '75%' },
    ],
  ],
  'kpi/under-target': [
    [
      'no row under 100 %',
      line(linear('100% 100%, 150% 200%', 'hold', 'hold')),
      line(linear('99% 99%, 100% 100%, 150% 200%', 'hold', 'hold')),
    ],
    [
      'nothing below, or a line that goes on',
      line(linear('100% 100%, 150% 200%', 'hold', 'nothing')),
      line(linear('100% 100%, 150% 200%', 'hold', 'extend')),
    ],
  ],
  'okr/full-pay': [
    [
      'full pay for a perfect score only',
      withKpi(okr('o', '30% 0%, 100% 100%')),
      withKpi(okr('o', '30% 0%, 99% 100%')),
    ],
    ['full pay never', withKpi(okr('o', '30% 0%, 100% 99%')), withKpi(okr('o', FULL))],
  ],
  'okr/key-results': [
    ['two', withKpi(okr('o', FULL, 2)), withKpi(okr('o', FULL, 3))],
    ['six', withKpi(okr('o', FULL, 6)), withKpi(okr('o', FULL, 5))],
  ],
  'okr/objectives': [
    [
      'three objectives',
      withKpi(okr('a', FULL) + okr('b', FULL, 3, '10%') + okr('c', FULL, 3, '10%'), {
        weight: '40%',
      }),
      withKpi(okr('a', FULL) + okr('b', FULL, 3, '20%'), { weight: '40%' }),
    ],
  ],
  'mbo/not-smart': [
    [
      'neither number nor day nor evidence',
      { enablement: mbo('80% 80%, 100% 100%', '') },
      { enablement: mbo('80% 80%, 100% 100%', 'by: 2026-06-30') },
    ],
  ],
  'mbo/pays-low': [
    [
      'something for 70 %',
      { enablement: mbo('69% 0%, 80% 80%, 100% 100%') },
      { enablement: mbo('70% 0%, 80% 80%, 100% 100%') },
    ],
    [
      'in proportion below 80 %',
      { enablement: mbo('79% 79%, 100% 100%') },
      { enablement: mbo('80% 79%, 100% 100%') },
    ],
  ],
  'gate/large-step': [
    [
      'more than half of all hangs on it',
      { gates: gate({ not: '{ scale: 49.9% }', on: 'all' }) },
      { gates: gate({ not: '{ scale: 50% }', on: 'all' }) },
    ],
    [
      'a line of its own down from where the gate is met has no edge',
      { gates: gate({ not: scaledFrom(40), on: 'all' }) },
      { gates: gate({ not: scaledFrom(100), on: 'all' }) },
    ],
    [
      'a step of a modifier',
      { header: modified('stepped', 'steps: [{ from: 0, pays: 40% }, { from: 30, pays: 100% }]') },
      {
        header: modified(
          'linear',
          'points: [{ at: 0, pays: 40% }, { at: 30, pays: 100% }], above: hold',
        ),
      },
    ],
    [
      'what it takes is no accelerator alone',
      { gates: gate({ not: 'zero' }) },
      { gates: gate({ not: '{ capFactor: 100% }' }) },
    ],
  ],
  'component/contrary': [
    [
      'the same measure above and below the line of a ratio',
      { ...measure(RATIO), ...withKpi(kpi('size', 'size', '20000', { more: 'mirror' })) },
      { ...measure(RATIO), ...withKpi(kpi('size', 'size', '20000')) },
    ],
    [
      'a ratio of figures that are reported, and what it is a ratio of',
      {
        ...measure(PER_HEAD),
        ...withKpi(kpi('heads', 'heads', '20') + kpi('each', 'each', '90%'), { weight: '40%' }),
      },
      {
        ...measure(PER_HEAD),
        ...withKpi(kpi('heads', 'heads', '20') + kpi('each', 'each', '90%', { more: 'mirror' }), {
          weight: '40%',
        }),
      },
    ],
  ],
};
