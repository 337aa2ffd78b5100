// How much of a full year's pay is usually base salary, by role: data, not a rule. Source:
// prowi.io, "Commission rates by role" (2026, after Bridge Group, RepVue and Pavilion), for sales
// and customer success; candoriq.com and bentega.io on the same; the templates of this project for
// leaders of a startup (half and half is usual there) and for marketing.

import { type Exact, exact } from '../exact-number.ts';

export interface UsualMix {
  readonly role: string;
  readonly isRole: RegExp;
  /** Base salary as a part of base salary and target incentive, from and to. */
  readonly base: readonly [Exact, Exact];
}

const row = (role: string, isRole: RegExp, from: string, to: string): UsualMix => ({
  role,
  isRole,
  base: [exact(from), exact(to)],
});

/** The first that fits is taken. */
export const usualMixes: readonly UsualMix[] = [
  row(
    'leader of customer success',
    /(vp|chief|head|director|leader|cco).*(customer|success)/i,
    '0.65',
    '0.8',
  ),
  row('customer success', /customer success|\bcsm\b/i, '0.7', '0.85'),
  row('marketing', /marketing|\bcmo\b/i, '0.65', '0.85'),
  row('sales engineer', /sales engineer|solution/i, '0.7', '0.8'),
  row('sales development', /sales development|business development rep|\b[sb]dr\b/i, '0.6', '0.7'),
  row('account manager', /account manager/i, '0.55', '0.7'),
  row('account executive', /account executive|\bae\b/i, '0.5', '0.6'),
  row(
    'leader of sales',
    /(vp|chief|head|director|manager).*(sales|revenue)|sales manager|\bcro\b/i,
    '0.5',
    '0.7',
  ),
];
