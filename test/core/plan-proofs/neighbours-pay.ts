// Plans that are doubted for what they pay, each beside its nearest neighbour, which is not.
// In: nothing. Out: pairs of plans by the code of the doubt.

import {
  counted,
  line,
  measure,
  PARTNERS,
  type Pair,
  retroactive,
  SIZE,
  withKpi,
  yearly,
} from './neighbour-parts.ts';
import { kpi, mbo } from './sales-plan.ts';

export const payPairs: Readonly<Record<string, readonly Pair[]>> = {
  'payout/target': [
    ['a hundredth of a percent short', line('50% 0%, 100% 99.99%'), line('50% 0%, 100% 100%')],
    [
      'the cap cuts at target',
      { curve: '50% 0%, 100% 100%', more: 'payoutCap: { ofTarget: 99% }' },
      { curve: '50% 0%, 100% 100%', more: 'payoutCap: { ofTarget: 100% }' },
    ],
  ],
  'payout/cap-below-target': [
    [
      'a plan cap under the target incentive',
      { header: 'planCap: { ofTarget: 99.99% }' },
      { header: 'planCap: { ofTarget: 100% }' },
    ],
    // 80 % of four quarters and 20 % of one: 340 % of a quarter's target incentive.
    ['the last quarter carries the year', yearly('339%'), yearly('340%')],
  ],
  'payout/cliff': [
    [
      'a twentieth of the target incentive at one point',
      line('50% 0%, 100% 100%, 120% 110%, 120% 115%'),
      line('50% 0%, 100% 100%, 120% 110%, 120% 114.99%'),
    ],
    ['a retroactive tier', line(retroactive('95%', '100%')), line(retroactive('95.1%', '100%'))],
    ['a threshold', line('50% 5%, 100% 100%'), line('50% 4.9%, 100% 100%')],
    // What a person judges is not for sale by the dollar.
    ['steps of a score', line('80% 80%, 100% 100%'), { enablement: mbo('80% 80%, 100% 100%') }],
  ],
  'payout/falls': [
    [
      'a point below the one before it',
      line('50% 0%, 100% 100%, 120% 99.9%'),
      line('50% 0%, 100% 100%, 120% 100%'),
    ],
  ],
  'payout/cap-below-top': [
    [
      'a hundredth under the last point',
      { curve: '50% 0%, 100% 100%, 150% 200%', more: 'payoutCap: { ofTarget: 199.99% }' },
      { curve: '50% 0%, 100% 100%, 150% 200%', more: 'payoutCap: { ofTarget: 200% }' },
    ],
  ],
  'curve/unreachable': [
    [
      'above the scale',
      { enablement: mbo('80% 80%, 100% 100%, 100.01% 101%') },
      { enablement: mbo('80% 80%, 100% 100%, 110% 110%', undefined, 'upTo: 110%') },
    ],
    [
      'above an attainment cap',
      { curve: '50% 0%, 100% 100%, 150% 200%', more: 'attainmentCap: 149%' },
      { curve: '50% 0%, 100% 100%, 150% 200%', more: 'attainmentCap: 150%' },
    ],
    // A share of all deals against a quota of 62.5 % is an attainment of 160 %.
    [
      'above all deals',
      {
        ...measure(PARTNERS),
        ...withKpi(kpi('p', 'partners', '62.5%', line('80% 0%, 100% 100%, 161% 200%'))),
      },
      {
        ...measure(PARTNERS),
        ...withKpi(kpi('p', 'partners', '62.5%', line('80% 0%, 100% 100%, 160% 200%'))),
      },
    ],
  ],
  'attainment/none-at-zero': [
    ['quota over a count of none', counted('inverse'), counted('mirror')],
    [
      'quota over a count, and over an average that is never zero',
      counted('inverse'),
      { ...measure(SIZE), ...withKpi(kpi('s', 'size', '50000', { more: 'inverse' })) },
    ],
  ],
  'payout/negative': [
    [
      'a line that goes on below its first point',
      {
        curve: `{ shape: linear, points: [{ at: 80%, pays: 20% }, { at: 100%, pays: 100% }], below: extend, above: hold }`,
      },
      {
        curve: `{ shape: linear, points: [{ at: 80%, pays: 80% }, { at: 100%, pays: 100% }], below: extend, above: hold }`,
      },
    ],
    [
      'a floor at nothing',
      {
        curve: `{ shape: linear, points: [{ at: 80%, pays: 20% }, { at: 100%, pays: 100% }], below: extend, above: hold }`,
      },
      {
        curve: `{ shape: linear, points: [{ at: 80%, pays: 20% }, { at: 100%, pays: 100% }], below: extend, above: hold }`,
        more: 'payoutFloor: { ofTarget: 0% }',
      },
    ],
    [
      'twice the slope below the first point',
      {
        curve: `{ shape: linear, points: [{ at: 60%, pays: 40% }, { at: 100%, pays: 100% }], below: extend, above: hold, decelerator: { below: 60%, times: 2, of: slope } }`,
      },
      {
        curve: `{ shape: linear, points: [{ at: 60%, pays: 60% }, { at: 100%, pays: 100% }], below: extend, above: hold }`,
      },
    ],
  ],
};
