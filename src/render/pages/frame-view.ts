// What stands around every page of a company: its name, where one is, and the period chooser, which
// works without a script. In: the frame and the page. Out: the view.

import type { StudioFrame } from '../../app/studio-ports.ts';
import type { Period } from '../../core/index.ts';
import { formatter } from '../format.ts';

export interface LinkView {
  readonly text: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

export interface FrameView {
  readonly company: string;
  readonly folder: string;
  readonly isExample: boolean;
  readonly period: string;
  readonly days: string;
  readonly home: string;
  readonly periods: readonly LinkView[];
}

/** `pathOf` leads to the same page in another period. */
export function frameView(frame: StudioFrame, pathOf: (period: Period) => string): FrameView {
  const { company, folder, isExample, period } = frame;
  const format = formatter(company.locale, company.currency);
  const isNear = (each: Period): boolean => each.fiscalYear === period.fiscalYear;
  const beside = [
    frame.periods.findLast((each) => each.to < period.from && !isNear(each)),
    ...frame.periods.filter(isNear),
    frame.periods.find((each) => each.from > period.to && !isNear(each)),
  ];
  return {
    company: company.name,
    folder,
    isExample,
    period: format.period(period),
    days: format.days(period.from, period.to),
    home: `/?period=${period.id}`,
    periods: beside.flatMap((each) =>
      each
        ? [{ text: format.period(each), href: pathOf(each), isCurrent: each.id === period.id }]
        : [],
    ),
  };
}
