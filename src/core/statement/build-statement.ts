// Builds a payee's statement from the calculation: picks figures off the worksheet and arranges
// them; it calculates nothing itself, so that no second opinion about pay exists.
// In: a payee's calculation and the company. Out: the statement.

import type { PayeeCalculation } from '../calculate/calculate.ts';
import type { CompiledSegment, GateFigures, LinkFigures } from '../calculate/compile-segment.ts';
import type { Company } from '../company/company.ts';
import { addMoney, money } from '../money.ts';
import { actsOn } from '../plan/plan.ts';
import { buildComponent } from './build-component.ts';
import { buildDeals } from './build-deals.ts';
import { buildBalances, buildLimits, buildLines } from './build-lines.ts';
import { buildTerms } from './build-terms.ts';
import { FigureReader } from './figure-reader.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { ComponentPayout, PeriodPayouts, Statement } from './statement.ts';
import type { StatementGate, StatementLink } from './statement-conditions.ts';

/** What is paid and why, without what only a statement that is kept needs. */
export type Outlook = Pick<
  Statement,
  | 'currency'
  | 'payment'
  | 'targetIncentive'
  | 'cells'
  | 'lines'
  | 'components'
  | 'links'
  | 'gates'
  | 'gatesCost'
  | 'limits'
  | 'balances'
>;

export function buildOutlook(calculation: PayeeCalculation, company: Company): Outlook {
  const { compiled } = calculation;
  const figures = new FigureReader(calculation);
  return {
    currency: compiled.plan.currency,
    payment: figures.money(compiled.total),
    targetIncentive: figures.money(compiled.targetIncentive),
    cells: { payment: compiled.total, targetIncentive: compiled.targetIncentive },
    lines: buildLines(figures),
    components: compiled.segments.flatMap((segment) =>
      segment.components.map((each) => buildComponent(each, segment, figures, company)),
    ),
    links: compiled.segments.flatMap((segment) =>
      segment.links.map((link) => buildLink(link, segment, figures)),
    ),
    gates: compiled.segments.flatMap((segment) =>
      segment.gates.map((gate) => buildGate(gate, segment, figures)),
    ),
    ...(compiled.gatesCost && { gatesCost: figures.money(compiled.gatesCost) }),
    limits: buildLimits(figures),
    balances: buildBalances(figures),
  };
}

export function buildStatement(calculation: PayeeCalculation, company: Company): Statement {
  const { payee, compiled, period } = calculation;
  const { plan } = compiled;
  const figures = new FigureReader(calculation);
  const outlook = buildOutlook(calculation, company);
  return {
    company: {
      id: company.id,
      name: company.name,
      ...(company.contact && { contact: company.contact }),
    },
    locale: company.locale,
    payee: { id: payee.id, name: payee.name, ...(payee.title && { title: payee.title }) },
    plan: { id: plan.id, title: plan.title, version: plan.version },
    period,
    terms: buildTerms(calculation),
    ...outlook,
    ...paidIn(calculation, figures),
    fingerprint: fingerprintOf(calculation, outlook.lines),
    yearToDate: yearToDate(calculation, figures),
    deals: buildDeals(calculation, company.deals.show, company.model),
    worksheet: {
      worksheet: compiled.worksheet,
      values: calculation.values,
      deals: calculation.deals.map(({ deal, row }) => ({ id: deal.id, row })),
      attributes: company.model,
    },
  };
}

function paidIn(
  { compiled, payoutRate }: PayeeCalculation,
  figures: FigureReader,
): Pick<Statement, 'paidIn'> {
  if (!compiled.paidIn || !payoutRate) return {};
  const { currency, paid, rate } = compiled.paidIn;
  const { day, found } = payoutRate;
  return {
    paidIn: {
      payment: money(figures.exact(paid), currency),
      rate: figures.exact(rate),
      day,
      rateSince: found.from,
      cells: { payment: paid, rate },
    },
  };
}

function buildGate(
  { gate, unit, judged }: GateFigures,
  within: CompiledSegment,
  figures: FigureReader,
): StatementGate {
  const { plan } = within;
  const days = figures.days(within);
  const bound = 'atLeast' in gate.require ? 'atLeast' : 'atMost';
  const asked = 'atLeast' in gate.require ? gate.require.atLeast : gate.require.atMost;
  const acted = plan.components.filter(({ id }) => actsOn(gate, id));
  return {
    id: gate.id,
    title: gate.title,
    ...(days && { days }),
    measure: plan.measures.get(gate.measure)?.label ?? gate.measure,
    window: gate.window,
    bound,
    required: { number: asked.number, unit },
    effect: gate.whenNotMet,
    actsOn: acted.map(({ title }) => title),
    ...(judged && {
      judged: {
        result: { number: figures.exact(judged.result), unit },
        met: figures.flag(judged.met),
        cost: figures.money(judged.cost),
        ...(judged.scale !== undefined && { scale: figures.exact(judged.scale) }),
        cells: judged,
      },
    }),
  };
}

function buildLink(
  { link, judged }: LinkFigures,
  within: CompiledSegment,
  figures: FigureReader,
): StatementLink {
  const { components } = within.plan;
  const days = figures.days(within);
  const { id, title, by, capFactor, until } = link;
  const limiting = components.find((each) => each.id === by);
  if (!limiting) throw new Error(`no component ${by}; the plan checker refuses it`);
  return {
    id,
    title,
    ...(days && { days }),
    by: limiting.title,
    window: limiting.window,
    actsOn: components.filter((each) => actsOn(link, each.id)).map((each) => each.title),
    capFactor,
    ...(until && { until }),
    ...(judged && {
      judged: {
        attainment: figures.exact(judged.attainment),
        met: figures.flag(judged.met),
        cost: figures.money(judged.cost),
        cells: judged,
      },
    }),
  };
}

function yearToDate(
  { earlier, compiled, period }: PayeeCalculation,
  figures: FigureReader,
): readonly PeriodPayouts[] {
  const { currency } = compiled.plan;
  const before = earlier.map(({ bySegment, titles, ...each }) => ({
    period: each.period,
    payouts: byComponent(
      [...bySegment.values()]
        .flatMap((paid) => [...paid.byComponent])
        .map(([component, payout]) => ({
          component,
          title: titles.get(component) ?? component,
          payout: money(payout, currency),
        })),
    ),
    total: money(each.total, currency),
  }));
  const payouts = compiled.segments.flatMap(({ components }) =>
    components.map(({ component: { id, title }, payout }) => ({
      component: id,
      title,
      payout: figures.money(payout),
    })),
  );
  return [
    ...before,
    { period, payouts: byComponent(payouts), total: figures.money(compiled.total) },
  ];
}

/** What the segments of one period paid for a component stands in one figure. */
function byComponent(payouts: readonly ComponentPayout[]): readonly ComponentPayout[] {
  return [...Map.groupBy(payouts, ({ component }) => component).values()].map((alike) =>
    alike.reduce((sum, each) => ({ ...each, payout: addMoney(sum.payout, each.payout) })),
  );
}
