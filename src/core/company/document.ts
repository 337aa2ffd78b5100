// What an author may write in company.yaml: the company, its fiscal year, its objectives, and where
// its data lies: which file, which column, which spelling, which other table to look into.
// In: nothing. Out: zod shapes. Source: ENGINE.md section 5; issue of the main job.

import { z } from 'zod';
import { payoutPeriodKinds } from '../calendar.ts';
import {
  attributeName,
  currency,
  figure,
  formula,
  identifier,
  text,
  wholeNumber,
} from '../document/leaves.ts';
import { poolTerms } from '../plan/pool-terms.ts';

/** A column of a table by name, or the same text for every row. */
const columnSource = z.union([text, z.strictObject({ always: text })]);
export type ColumnSource = z.output<typeof columnSource>;

const aliases = z.record(z.string(), text);
export const attributeUnit = z.enum([
  'text',
  'money',
  'number',
  'ratio',
  'count',
  'days',
  'date',
  'flag',
]);

/** The day whose rate converts: that of a date attribute, or the end of the period around it. */
const rateOn = z.union([
  attributeName,
  z.strictObject({ endOf: z.enum(payoutPeriodKinds), of: attributeName }),
]);

/**
 * One attribute of a deal: its unit, and its column when that has another name. Money written in a
 * currency that another attribute names is converted into the company's.
 */
export const attributeSource = z.strictObject({
  unit: attributeUnit,
  column: text.optional(),
  label: text.optional(),
  aliases: aliases.optional(),
  currency: attributeName.optional(),
  rateOn: rateOn.optional(),
});
export type AttributeSource = z.output<typeof attributeSource>;
const attributes = z.record(attributeName, attributeSource);

const stage = z.strictObject({
  column: text,
  stages: z.record(attributeName, z.array(text).min(1)),
});

/** Further attributes from another table: the row whose `key` equals this deal's `match`. */
const lookup = z.strictObject({
  file: text,
  sheet: text.optional(),
  match: attributeName,
  key: text,
  attributes,
});

const derived = z.record(
  attributeName,
  z.union([formula, z.strictObject({ formula, label: text.optional() })]),
);

const tableFields = { file: text, sheet: text.optional() };

const mappedTable = z.strictObject({
  ...tableFields,
  columns: z.record(z.string(), columnSource).optional(),
  aliases: z.record(z.string(), aliases).optional(),
});
export type MappedTable = z.output<typeof mappedTable>;

export const dealsShape = {
  ...tableFields,
  id: text,
  creditTo: columnSource,
  countsOn: attributeName,
  attributes,
  stage: stage.optional(),
  lookups: z.array(lookup).optional(),
  derived: derived.optional(),
  show: z.array(attributeName).optional(),
};

const tableList = z.union([mappedTable.transform((table) => [table]), z.array(mappedTable).min(1)]);

/** The tables of a company beside its deals. */
export const tableShapes = {
  people: tableList,
  assignments: tableList,
  scores: tableList.optional(),
  reported: tableList.optional(),
  splits: tableList.optional(),
  adjustments: tableList.optional(),
  quotas: tableList.optional(),
  rates: tableList.optional(),
};
export type TableName = keyof typeof tableShapes;
export const tableNames = Object.keys(tableShapes) as readonly TableName[];

/** A pool of the company, shared by the payees of several plans. */
const companyPool = z.strictObject({ id: identifier, title: text, ...poolTerms });
export type CompanyPool = z.output<typeof companyPool>;

const keyResult = z.strictObject({
  id: identifier,
  title: text,
  supports: identifier.optional(),
  from: figure.optional(),
  to: figure.optional(),
});

const objective = z.strictObject({
  id: identifier,
  title: text,
  owner: text.optional(),
  keyResults: z.array(keyResult).min(1),
});
export type Objective = z.output<typeof objective>;

/** What the company wants of its deals, against which pay is held: `of` each for which `where`. */
const wants = z.strictObject({ title: text, of: formula, where: formula });

export const companyShape = {
  company: identifier,
  name: text,
  currency,
  locale: text.optional(),
  contact: text.optional(),
  fiscalYear: z.strictObject({ startMonth: wholeNumber }),
  objectives: z.array(objective).optional(),
  pools: z.array(companyPool).optional(),
  wants: wants.optional(),
};
