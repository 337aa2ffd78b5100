// What an author may write in a plan, outside measures and components: header, periods, gates and
// limits. This zod schema is the one source for types, checks and the editor's help.
// In: nothing. Out: shapes for reading field by field. Source: ENGINE.md sections 3, 4 and 6.

import { z } from 'zod';
import { payoutPeriodKinds } from '../calendar.ts';
import { curveSchema } from '../curves/kinds.ts';
import {
  attributeName,
  currency,
  date,
  figure,
  formula,
  identifier,
  moneyFigure,
  percentage,
  text,
  wholeNumber,
} from '../document/leaves.ts';
import { roundingModes } from '../rounding.ts';

/** Over which time a measure is looked at, whatever the payout period. */
export const windows = ['period', 'year-to-date', 'year'] as const;
export type Window = (typeof windows)[number];
export const windowField = z.enum(windows);

/** How an annual figure is split over the payout periods of the year. */
const periodWeights = z.union([z.literal('even'), z.array(percentage).min(1)]);

/**
 * An upper or lower limit on pay: a multiple of the target, or money. Money is for a whole period,
 * or for the whole year where the component looks at the year or the year to date; of a part, its
 * part, as with the target.
 */
export const limitField = z.union([
  z.strictObject({ ofTarget: percentage }),
  z.strictObject({ money: moneyFigure }),
]);
limitField.register(z.globalRegistry, { startsAs: { ofTarget: '100%' } });
export type Limit = z.output<typeof limitField>;

/** Over which time a limit of the whole plan is held: a payout period, unless stated. */
const limitOvers = ['period', 'year'] as const;
export type LimitOver = (typeof limitOvers)[number];

const overField = z.enum(limitOvers).optional();
const planLimitField = z.union([
  z.strictObject({ ofTarget: percentage, over: overField }),
  z.strictObject({ money: moneyFigure, over: overField }),
]);
planLimitField.register(z.globalRegistry, { startsAs: { ofTarget: '100%' } });
export type PlanLimit = Limit & { readonly over?: LimitOver | undefined };

/** What the plan asks a gate's measure to be. */
const requirementField = z.union([
  z.strictObject({ atLeast: figure }),
  z.strictObject({ atMost: figure }),
]);
export type Requirement = z.output<typeof requirementField>;

/** What happens to pay when a gate is not met; a curve scales by how far it was missed. */
const gateEffectField = z.union([
  z.literal('zero'),
  z.strictObject({ scale: z.union([percentage, z.strictObject({ curve: curveSchema })]) }),
  z.strictObject({ capFactor: percentage }),
  z.strictObject({ defer: z.strictObject({ atYearEnd: z.enum(['pay', 'forfeit']) }) }),
]);
export type GateEffect = z.output<typeof gateEffectField>;

/** How a part of a payout period is paid. */
export const prorationBases = ['calendar-days', 'workdays', 'whole-months'] as const;

/**
 * How quotas, target incentives or plan versions that change inside a time that is paid on make
 * pay: each time by itself, then added; or quotas and target incentives of all added up, and one
 * attainment over the whole.
 */
export const segmentReadings = ['separate', 'blended'] as const;

/**
 * A step of a ramp: how much of quota and target incentive somebody has for so many months, or so
 * many payout periods, since the day that their assignment names. Levels are not ramped.
 */
const rampStep = z.strictObject({
  months: wholeNumber.optional(),
  periods: wholeNumber.optional(),
  quota: percentage,
  targetIncentive: percentage.optional(),
});

/** Money paid in a period whatever was earned: taken back from later earnings, or kept. */
const drawField = z.strictObject({
  perPeriod: moneyFigure,
  kind: z.enum(['recoverable', 'non-recoverable']),
  /** Until a day, or so long since the day that an assignment names; for ever without it. */
  lasts: z
    .union([
      z.strictObject({ until: date }),
      z.strictObject({ months: wholeNumber }),
      z.strictObject({ periods: wholeNumber }),
    ])
    .optional(),
  /** What of a recoverable draw is open when it ends, or when the payee leaves. */
  atEnd: z.enum(['owe', 'forgive']).optional(),
});
export type RampStep = z.output<typeof rampStep>;
export type Draw = z.output<typeof drawField>;

/** More is taken than is due: it is taken from the next payments, or paid back by the payee. */
const negativePaymentField = z.enum(['carry', 'pay-back']);
export type NegativePayment = z.output<typeof negativePaymentField>;
/**
 * The day whose rate converts a payment for payees whom payroll pays in another currency: the last
 * day of the payout period, or the day of the payment.
 */
const payoutRateOnField = z.union([
  z.literal('period-end'),
  z.strictObject({ daysAfterPeriodEnd: wholeNumber }),
]);
export type PayoutRateOn = z.output<typeof payoutRateOnField>;

/** An answer to a doubt of the checker: what is found is meant, and why. */
const acceptanceField = z.strictObject({
  finding: text,
  /** Id of the component, gate or modifier that it is about; without it, of the whole plan. */
  of: identifier.optional(),
  because: text,
});
export type Acceptance = z.output<typeof acceptanceField>;

/** What of a deal's pay is taken back: a part of it, or a part by how soon the event came. */
const takesField = z.union([
  percentage,
  z.strictObject({
    since: attributeName,
    schedule: z.array(z.strictObject({ withinDays: wholeNumber, share: percentage })).min(1),
  }),
]);

/** Pay that is taken back for a deal, in the period of an event: its date in the deal. */
const clawbackField = z.strictObject({
  on: attributeName,
  where: formula.optional(),
  takes: takesField,
});

export const headerShape = {
  plan: identifier,
  title: text,
  version: text,
  role: text.optional(),
  purpose: text.optional(),
  currency: currency.optional(),
  effective: z.strictObject({ from: date, to: date }),
  payoutPeriod: z.enum(payoutPeriodKinds),
  rounding: z.enum(roundingModes),
  periodWeights: z
    .strictObject({ quota: periodWeights, targetIncentive: periodWeights })
    .optional(),
  proration: z.enum(prorationBases).optional(),
  segments: z.enum(segmentReadings).optional(),
  ramp: z.array(rampStep).min(1).optional(),
  planCap: planLimitField.optional(),
  planFloor: planLimitField.optional(),
  accepts: z.array(acceptanceField).min(1).optional(),
  draw: drawField.optional(),
  negativePayment: negativePaymentField.optional(),
  clawback: clawbackField.optional(),
  payoutRateOn: payoutRateOnField.optional(),
};

const actsOnField = z.union([z.literal('all'), z.array(identifier).min(1)]);

export const modifierShape = {
  id: identifier,
  title: text,
  measure: identifier,
  window: windowField,
  actsOn: actsOnField,
  curve: curveSchema,
};

export const gateShape = {
  id: identifier,
  title: text,
  measure: identifier,
  window: windowField,
  require: requirementField,
  actsOn: actsOnField,
  whenNotMet: gateEffectField,
};

/** A cap on what several components pay together in a period. */
export const groupCapShape = {
  id: identifier,
  title: text,
  actsOn: z.array(identifier).min(1),
  /** `ofTarget` is of the group's own part of the target incentive. */
  cap: limitField,
};

/** One component's payout factor capped by another's attainment. */
export const linkShape = {
  id: identifier,
  title: text,
  /** The component whose attainment limits. */
  by: identifier,
  /** The components whose payout factor is limited. */
  actsOn: z.array(identifier).min(1),
  /** At that attainment itself, or at a stated factor. */
  capFactor: z.union([z.literal('attainment'), percentage]),
  /** The attainment at which the link lets go; asked for with a stated factor. */
  until: percentage.optional(),
};

const afterDays = z.strictObject({ afterDays: wholeNumber });
const afterPeriods = z.strictObject({ afterPeriods: wholeNumber });
/** Days after the end of the period that something was held in, or payout periods later. */
export type TimedRelease = z.output<typeof afterDays> | z.output<typeof afterPeriods>;

/**
 * When what is held is released: by time, or for each deal on a day that stands in the deal, such
 * as the one on which the customer paid. With a condition the day counts where it holds.
 */
const releaseField = z.union([
  afterDays,
  afterPeriods,
  z.strictObject({ on: attributeName, where: formula.optional() }),
]);

/** What of a hold is lost without the release's event: on a day of the deal, or after some time. */
const forfeitField = z.union([
  z.literal('never'),
  z.strictObject({
    on: attributeName.optional(),
    where: formula.optional(),
    afterDays: wholeNumber.optional(),
    /** The date of the deal from which the days are counted. */
    since: attributeName.optional(),
  }),
]);

/** A condition on what falls due by time: what is due while it is not met is forfeited. */
const providedField = z.strictObject({
  measure: identifier,
  window: z.enum(['period', 'year-to-date']),
  require: requirementField,
});
export type Provided = z.output<typeof providedField>;

/** A share of payouts that is kept back for a while. */
export const holdShape = {
  id: identifier,
  title: text,
  share: percentage,
  actsOn: actsOnField,
  release: releaseField.optional(),
  /** Asked for where an event of the deal releases. */
  forfeit: forfeitField.optional(),
  provided: providedField.optional(),
  /** Of what is still held when the payee leaves the plan. */
  whenLeaving: z.enum(['release', 'forfeit']),
};

/** Names of the sections that are read entry by entry. */
export const sectionNames = [
  'measures',
  'components',
  'modifiers',
  'links',
  'gates',
  'holds',
  'groupCaps',
] as const;
