// What held when, as a table: plans, target incentives and quotas with their days, where a plan or
// its figures change within what is paid. In: the statement. Out: rows of text, the same on paper
// and in the workbook.

import type { Statement } from '../core/index.ts';
import type { Desk } from './desk.ts';

/** A heading, and whether its column holds figures. */
export interface TermsColumn {
  readonly label: string;
  readonly isFigure: boolean;
}

export interface TermsTexts {
  readonly columns: readonly TermsColumn[];
  readonly rows: readonly (readonly string[])[];
}

export function termsTexts({ terms }: Statement, { format, words }: Desk): TermsTexts {
  const { labels } = words;
  const isRamped = terms.some(({ ramp }) => ramp !== undefined);
  const ramps = isRamped ? [labels.rampQuota, labels.rampTarget] : [];
  const quotas = [...new Set(terms.flatMap((each) => each.quotas.map(({ title }) => title)))];
  return {
    columns: [
      ...[labels.days, labels.plan].map((label) => ({ label, isFigure: false })),
      ...[labels.targetIncentiveYear, ...quotas.map(words.quotaOf), ...ramps].map((label) => {
        return { label, isFigure: true };
      }),
    ],
    rows: terms.map((each) => [
      format.days(each.from, each.to),
      `${each.plan.title}, ${words.version(each.plan.version)}`,
      format.money(each.targetIncentive),
      ...quotas.map((title) => {
        const found = each.quotas.find((quota) => quota.title === title);
        return found ? format.quantity(found.quota) : '';
      }),
      ...(isRamped ? [each.ramp?.quota, each.ramp?.targetIncentive] : []).map((left) =>
        left ? format.percent(left) : '',
      ),
    ]),
  };
}
