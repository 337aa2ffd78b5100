// What an author may write about a measure: how a figure is counted from deals, or that it is
// reported from outside. One shape per way of calculating; the registry is exhaustive.
// In: nothing. Out: zod shapes and their types. Source: ENGINE.md section 5.

import { z } from 'zod';
import type { FieldsOf } from '../document/fields.ts';
import { attributeName, figure, formula, identifier, text } from '../document/leaves.ts';
import { creditingRules } from '../rules/deal-rule.ts';

/** Whose deals are looked at: the payee's own, the whole team under them, or the company's. */
const dealScopes = ['own', 'team', 'company'] as const;
export type DealScope = (typeof dealScopes)[number];

const common = { label: text.optional(), note: text.optional() };
/** Whether a deal with several of the team on it counts for the team once in all, or for each. */
const teamCounts = ['once', 'each'] as const;
export type TeamCounts = (typeof teamCounts)[number];

const fromDeals = {
  ...common,
  deals: z.enum(dealScopes),
  /** For a team's deals; once in all, unless stated. */
  sharedDeals: z.enum(teamCounts).optional(),
  where: formula.optional(),
  date: attributeName.optional(),
};

/** Units that a reported figure can have. */
const reportedUnits = ['money', 'ratio', 'count', 'days', 'number'] as const;

export const measureShapes = {
  /** Total of a deal figure, each deal counted by its crediting rule and the payee's share. */
  sum: { ...fromDeals, of: formula, crediting: creditingRules.optional() },
  /** Number of deals. */
  count: { ...fromDeals },
  /** Mean of a deal figure; `weightedBy` another, so that large deals move it more. */
  average: { ...fromDeals, of: formula, weightedBy: formula.optional(), whenNone: figure },
  /** Part of the deals for which a condition holds: by number, or `weightedBy` a figure. */
  share: { ...fromDeals, of: formula, weightedBy: formula.optional(), whenNone: figure },
  /** Number of different customers, products or other attributes among the deals. */
  distinct: { ...fromDeals, of: attributeName },
  /** One measure divided by another. */
  ratio: { ...common, numerator: identifier, denominator: identifier, whenNone: figure },
  /** A figure supplied from outside, per period; `combine` says how several periods make one. */
  reported: { ...common, unit: z.enum(reportedUnits), combine: z.enum(['sum', 'latest']) },
} as const;

export type MeasureKind = keyof typeof measureShapes;
export const measureKinds = Object.keys(measureShapes) as readonly MeasureKind[];

/** A measure's fields as far as they could be read. */
export type MeasureFields = {
  [Kind in MeasureKind]: { readonly calculate: Kind } & FieldsOf<(typeof measureShapes)[Kind]>;
}[MeasureKind];
