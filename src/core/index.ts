// The only door of the core: documents in, statements out. Everything behind it is pure: no files,
// clock, randomness or process. In: parsed documents and tables. Out: plans, data, calculations,
// statements and their types.

export { type AwaitedScore, awaitedScores, withoutAwaited } from './calculate/awaited-scores.ts';
export { type Calculation, calculate, type PayeeCalculation } from './calculate/calculate.ts';
export { type CompiledPlan, compile } from './calculate/compile.ts';
export {
  isoDate,
  type PayoutPeriodKind,
  type Period,
  periodAround,
  periodsOfYear,
  readIsoDate,
  readPeriod,
} from './calendar.ts';
export type { CaseLine, CaseResult, ExampleResult } from './case/case.ts';
export { caseNames, type NamedDocuments } from './case/named-documents.ts';
export { runCase } from './case/run-case.ts';
export type { Company } from './company/company.ts';
export { readCompany } from './company/read-company.ts';
export { currencyTableVersion, minorDigits } from './currency.ts';
export {
  byPlace,
  compareText,
  type Diagnostic,
  diagnose,
  type Outcome,
  outcomeOf,
  type Place,
} from './diagnostic.ts';
export { type DiagnosticCode, diagnosticCodes } from './diagnostic-codes.ts';
export { companyJsonSchema, planJsonSchema } from './document/json-schema.ts';
export { plainNumber } from './document/leaf-issues.ts';
export { identifierFor } from './document/leaves.ts';
export { nearestWord } from './document/nearest-word.ts';
export { isList, isMap, nodeAt } from './document/nodes.ts';
export { type Exact, exact, exactText, isDecimalText, ONE, ZERO } from './exact-number.ts';
export { BAR, dealsAtMost } from './hero/bar.ts';
export { type HeroTest, heroTest } from './hero/hero-test.ts';
export type { Exploit, Story, StoryDeals, TimingExploit, TraitDatum } from './hero/story.ts';
export { buildLetter } from './letter/build-letter.ts';
export type * from './letter/letter.ts';
export { payeeTerms } from './letter/payee-figures.ts';
export type { PlanChange } from './letter/plan-changes.ts';
export { shareLabel } from './measures/deal-shares.ts';
export type { PeriodData, SourceTables } from './period-data/period-data.ts';
export { readPeriodData } from './period-data/read-period-data.ts';
export { buildPicture, payeesOf } from './picture/build-picture.ts';
export type * from './picture/plan-picture.ts';
export type { Plan } from './plan/plan.ts';
export { allPlans, type Plans, plansOf } from './plan/plans.ts';
export { readPlan } from './plan/read-plan.ts';
export {
  type ChangeEffect,
  diffPlans,
  type PayAt,
  type PlanDiff,
  type PlanDiffer,
  type PricedChange,
  planDiffer,
} from './plan-diff/plan-diff.ts';
export { type PlanSurroundings, type ProvenPlan, provePlan } from './plan-proofs/prove-plan.ts';
export { type NextStep, nextSteps } from './seek/next-steps.ts';
export type { Obstacle } from './seek/obstacles.ts';
export { type LeverAnswer, type PaidFigure, type SeekAnswer, seek } from './seek/seek.ts';
export type { Way, WayStep } from './seek/ways.ts';
export { type BehindInput, behindInput } from './settlement/behind-inputs.ts';
export type {
  DocumentMap,
  DocumentNode,
  DocumentPath,
  SourceDocument,
  SourceTable,
} from './source.ts';
export { buildOutlook, buildStatement, type Outlook } from './statement/build-statement.ts';
export { dealCredit, measureBehind } from './statement/deal-reason.ts';
export { rulingReason } from './statement/deal-rulings.ts';
export {
  engineVersion,
  type Fingerprint,
  fingerprintChanges,
  fingerprintLine,
  type ReadFingerprint,
  readFingerprint,
} from './statement/fingerprint.ts';
export type * from './statement/statement.ts';

export type * from './statement/statement-conditions.ts';
export type * from './statement/statement-deals.ts';
export type { HeldDealLine, StatementBalance, StatementLine } from './statement/statement-line.ts';
export type { DealAttribute } from './what-if/deal-attributes.ts';
export { changesOf, type Lever, type LeverOf, leverId, moreLike } from './what-if/lever.ts';
export { LeverView } from './what-if/lever-view.ts';
export { readScenario } from './what-if/read-scenario.ts';
export {
  type DealAttributes,
  type DealChange,
  type ImaginedDeal,
  joined,
  NO_CHANGES,
  type Scenario,
  type ScenarioChanges,
  type ScenarioScene,
} from './what-if/scenario.ts';
export { prepareWhatIf, type WhatIf, type WhatIfRequest } from './what-if/what-if.ts';
export { prepareDealFormula } from './worksheet/exact.ts';
export {
  type ExplainedStep,
  type Explanation,
  explainCell,
  explainSteps,
  type WriteFigure,
} from './worksheet/explain.ts';
export { type FastView, prepareFast } from './worksheet/fast.ts';
export {
  formulaText,
  type HelperStep,
  type SpreadsheetNames,
  type TableFormula,
  type TableRanges,
} from './worksheet/formula-text.ts';
export { formulaWords } from './worksheet/formula-words.ts';
export {
  type Datum,
  type Formula,
  mapOperands,
  operandsOf,
  type TablePoint,
  type Unit,
} from './worksheet/operations.ts';
export type { Cell as WorksheetCell, Worksheet } from './worksheet/worksheet.ts';
export { inSegment } from './worksheet/worksheet.ts';
