// explain: the tree of one number, down to the deals. In: a company folder, period, payee and the
// cell. Out: the explanation with the deals' ids, or findings (an unknown cell names its nearest).

import {
  type Company,
  type Datum,
  dealCredit,
  diagnose,
  type Explanation,
  explainCell,
  inSegment,
  measureBehind,
  nearestWord,
  type Outcome,
  outcomeOf,
  type PayeeCalculation,
  rulingReason,
  type WriteFigure,
} from '../core/index.ts';
import { calculatePeriod } from './calculate-payouts.ts';
import { openCompany } from './open-company.ts';
import type { CompanyFolder } from './ports.ts';

export interface ExplainRequest {
  readonly period: string;
  readonly payee: string;
  /** A cell's id; a component's id stands for its payout, `total` for the payment. A segment's
   * figures carry its number where there are several: `segment-2.bookings`. */
  readonly cell: string;
  /** How figures are written, once the company's locale and currency are known. */
  readonly writeFor: (company: Company, currency: string) => WriteFigure;
}

export interface ExplainedNumber {
  readonly explanation: Explanation;
  readonly calculation: PayeeCalculation;
  readonly write: WriteFigure;
}

export async function explainNumber(
  folder: CompanyFolder,
  request: ExplainRequest,
): Promise<Outcome<ExplainedNumber>> {
  const opened = await openCompany(folder);
  if (!opened.ok) return opened;
  const calculated = calculatePeriod(opened.product, request);
  if (!calculated.ok) return calculated;
  const { company } = opened.product;
  const [calculation] = calculated.product.payees;
  if (!calculation) throw new Error('a calculation without findings has the payee asked for');
  const { worksheet, plan } = calculation.compiled;
  const write = request.writeFor(company, plan.currency);
  const id = cellNamed(request.cell, calculation);
  const explanation = explainCell(worksheet, calculation.values, id, write);
  if (explanation) return outcomeOf({ explanation, calculation, write }, calculated.diagnostics);
  return outcomeOf<ExplainedNumber>(undefined, [unknownCell(request.cell, calculation)]);
}

/** The deals behind one number: those that counted with what they gave, the others by reason. */
export interface DealsBehind {
  readonly counted: readonly {
    readonly id: string;
    readonly datum: Datum;
    readonly reason: string;
  }[];
  /** Ids of the others, by reason. */
  readonly leftOut: ReadonlyMap<string, readonly string[]>;
}

export function dealsBehind(
  { cell, deals }: Explanation,
  calculation: PayeeCalculation,
): DealsBehind | undefined {
  const behind = deals && measureBehind(calculation, deals.condition.id);
  if (!deals || !behind) return undefined;
  const credit = (deal: number) => dealCredit(calculation, behind, deal);
  const counted = deals.counted.map(({ deal, datum }) => ({
    id: calculation.deals[deal]?.deal.id ?? '',
    datum,
    reason: reasonOf(credit(deal).reason, rulingReason(calculation, cell.id, deal)),
  }));
  const isCounted = new Set(deals.counted.map(({ deal }) => deal));
  const leftOut = new Map<string, string[]>();
  calculation.deals.forEach((each, deal) => {
    if (isCounted.has(deal)) return;
    const { counts, reason } = credit(deal);
    const why = counts ? 'does not hold' : reason;
    leftOut.set(why, [...(leftOut.get(why) ?? []), each.deal.id]);
  });
  return { counted, leftOut };
}

/** The rule of the component beside that of the credit. */
function reasonOf(credit: string, ruling: string | undefined): string {
  return ruling === undefined ? credit : `${credit}; ${ruling}`;
}

function cellNamed(name: string, { compiled }: PayeeCalculation): string {
  if (name === 'total') return compiled.total;
  for (const { components, segment } of compiled.segments) {
    const component = components.find((each) => inSegment(each.component.id, segment) === name);
    if (component) return component.payout;
  }
  return name;
}

function unknownCell(name: string, { compiled }: PayeeCalculation) {
  const ids = compiled.worksheet.cells.map(({ id }) => id);
  const near = nearestWord(name, ids);
  const { plan, segments } = compiled;
  const components = segments.flatMap((each) =>
    each.components.map(({ component }) => inSegment(component.id, each.segment)),
  );
  const listed = ['total', ...components].join(', ');
  return diagnose(
    'calculation/unknown-cell',
    plan.placeOf(['components']),
    `the worksheet of plan \`${plan.id}\` has no number \`${name}\``,
    near ? `write \`${near}\`` : `write one of: ${listed}; or a cell's id from the tree of those`,
  );
}
