// A statement as a plain object for a JSON file: everything in it, for programs.
// In: a statement. Out: an object whose keys always come in the order written here. Money and
// ratios are decimal strings, dates ISO texts; what a component does not have is left out.

import {
  currencyTableVersion,
  exactText,
  fingerprintLine,
  isoDate,
  type Period,
  type Quantity,
  type Statement,
  type StatementComponent,
  type StatementCurve,
  type StatementGate,
  type StatementLink,
  type StatementModifier,
  type StatementPart,
  type StatementTerms,
} from '../core/index.ts';
import { dealsJson } from './json-deals.ts';
import { given, paid, quantityJson } from './json-figures.ts';
import { balanceJson, limitJson, lineJson } from './json-lines.ts';

type Point = StatementCurve['rows'][number];
type Multiple = NonNullable<StatementCurve['multiples']>[number];

export function statementJson(statement: Statement) {
  const { company, payee, plan, currency, deals } = statement;
  return {
    company: { id: company.id, name: company.name, ...given('contact', company.contact) },
    locale: statement.locale,
    payee: { id: payee.id, name: payee.name, ...given('title', payee.title) },
    plan: { id: plan.id, title: plan.title, version: plan.version },
    period: periodJson(statement.period),
    terms: statement.terms.map((each) => termsJson(each, currency)),
    currency,
    currencyTable: currencyTableVersion,
    payment: paid(statement.payment),
    ...given('paidIn', statement.paidIn, paidInJson),
    fingerprint: fingerprintJson(statement),
    targetIncentive: paid(statement.targetIncentive),
    lines: statement.lines.map(lineJson),
    components: statement.components.map((each) => componentJson(each, currency)),
    links: statement.links.map(linkJson),
    gates: statement.gates.map((each) => gateJson(each, currency)),
    ...given('gatesCost', statement.gatesCost, paid),
    limits: statement.limits.map(limitJson),
    balances: statement.balances.map(balanceJson),
    yearToDate: statement.yearToDate.map(({ period, payouts, total }) => ({
      period: periodJson(period),
      payouts: payouts.map(({ component, title, payout }) => ({
        component,
        title,
        payout: paid(payout),
      })),
      total: paid(total),
    })),
    deals: dealsJson(deals, currency),
  };
}

function paidInJson({ payment, rate, day, rateSince }: NonNullable<Statement['paidIn']>) {
  return {
    currency: payment.currency,
    payment: paid(payment),
    rate: exactText(rate),
    day: isoDate(day),
    rateSince: isoDate(rateSince),
  };
}

/** With the line that stands on paper. */
function fingerprintJson({ payee, period, fingerprint }: Statement) {
  const { engine, plan, inputs, result } = fingerprint;
  const line = fingerprintLine(payee.id, period.id, fingerprint);
  return { engine, plan, inputs, result, line };
}

function periodJson({ id, kind, fiscalYear, index, from, to }: Period) {
  return { id, kind, fiscalYear, index, from: isoDate(from), to: isoDate(to) };
}

function termsJson(terms: StatementTerms, currency: string) {
  const { plan, targetIncentive, quotas } = terms;
  return {
    ...daysJson(terms),
    plan: { id: plan.id, title: plan.title, version: plan.version },
    targetIncentive: paid(targetIncentive),
    quotas: quotas.map(({ title, quota }) => ({ title, quota: quantityJson(quota, currency) })),
    ...given('ramp', terms.ramp, (ramp) => ({
      quota: exactText(ramp.quota),
      targetIncentive: exactText(ramp.targetIncentive),
    })),
  };
}

function daysJson({ from, to }: Pick<Period, 'from' | 'to'>) {
  return { from: isoDate(from), to: isoDate(to) };
}

function componentJson(component: StatementComponent, currency: string) {
  const { id, kind, title, window, isDue, about, supports, weight, result, quota } = component;
  const quantity = (figure: Quantity) => quantityJson(figure, currency);
  return {
    id,
    kind,
    title,
    ...given('days', component.days, daysJson),
    window,
    isDue,
    ...given('about', about),
    ...given('supports', supports),
    ...given('weight', weight, exactText),
    ...given('result', result, quantity),
    ...given('quota', quota, quantity),
    ...given('attainment', component.attainment, exactText),
    ...given('curveFactor', component.curveFactor, exactText),
    ...given('payoutFactor', component.payoutFactor, exactText),
    ...given('targetIncentive', component.targetIncentive, paid),
    ...given('earned', component.earned, paid),
    ...given('byRates', component.byRates, paid),
    ...given('dealCap', component.dealCap, ({ cap, uncapped }) => ({
      cap: paid(cap),
      uncapped: paid(uncapped),
    })),
    ...given('weightedCredit', component.weightedCredit, quantity),
    ...given('poolMoney', component.poolMoney, paid),
    ...given('points', component.points, quantity),
    ...given('allPoints', component.allPoints, quantity),
    ...given('payoutToDate', component.payoutToDate, paid),
    ...given('paidEarlier', component.paidEarlier, paid),
    payout: paid(component.payout),
    ...given('curve', component.curve, curveJson),
    rules: component.rules.map(({ gives, figure, because }) => ({
      gives,
      figure: exactText(figure),
      because,
    })),
    modifiers: component.modifiers.map((each) => modifierJson(each, currency)),
    parts: component.parts.map((part) => partJson(part, currency)),
  };
}

function curveJson(curve: StatementCurve) {
  const { from, gives, meaning, rows, rowsPay, outline, multiples, here } = curve;
  return {
    from,
    gives,
    meaning,
    rowsPay,
    rows: rows.map((row) => ({ ...pointJson(row), ...given('of', row.of) })),
    outline: outline.map(pointJson),
    ...given('multiples', multiples, (all) => all.map(multipleJson)),
    ...given('here', here, pointJson),
    ...given('next', curve.next, ({ missing, isLess, ...point }) => ({
      ...pointJson(point),
      missing: { number: exactText(missing.number), unit: missing.unit },
      isLess,
    })),
  };
}

function pointJson({ at, pays }: Pick<Point, 'at' | 'pays'>) {
  return { at: exactText(at), pays: exactText(pays) };
}

function multipleJson({ side, at, times, of }: Multiple) {
  return { side, at: exactText(at), times: exactText(times), of };
}

function partJson(part: StatementPart, currency: string) {
  const quantity = (figure: Quantity) => quantityJson(figure, currency);
  return {
    id: part.id,
    title: part.title,
    weight: exactText(part.weight),
    ...given('result', part.result, quantity),
    ...given('asked', part.asked, ({ from, to }) => ({
      ...given('from', from, quantity),
      to: quantity(to),
    })),
    ...given('score', part.score, exactText),
    ...given('scorer', part.scorer),
    ...given('scoredFor', part.scoredFor),
    ...given('evidence', part.evidence),
  };
}

function modifierJson(modifier: StatementModifier, currency: string) {
  const { id, title, measure, window, result, factor } = modifier;
  const found = quantityJson(result, currency);
  return { id, title, measure, window, result: found, factor: exactText(factor) };
}

function linkJson(link: StatementLink) {
  const { id, title, by, window, actsOn, capFactor, until, judged } = link;
  return {
    id,
    title,
    ...given('days', link.days, daysJson),
    by,
    window,
    actsOn: [...actsOn],
    capFactor: capFactor === 'attainment' ? capFactor : exactText(capFactor),
    ...given('until', until, exactText),
    ...given('judged', judged, ({ attainment, met, cost }) => ({
      attainment: exactText(attainment),
      met,
      cost: paid(cost),
    })),
  };
}

function gateJson(gate: StatementGate, currency: string) {
  const { id, title, measure, window, bound, required, actsOn, judged } = gate;
  return {
    id,
    title,
    ...given('days', gate.days, daysJson),
    measure,
    window,
    bound,
    required: quantityJson(required, currency),
    effect: effectJson(gate),
    actsOn: [...actsOn],
    ...given('judged', judged, ({ result, met, cost }) => ({
      result: quantityJson(result, currency),
      met,
      cost: paid(cost),
    })),
  };
}

function effectJson({ effect, judged }: StatementGate) {
  if (effect === 'zero') return effect;
  if ('scale' in effect) {
    if (!('curve' in effect.scale)) return { scale: exactText(effect.scale) };
    return { scale: 'curve', ...given('scaleNow', judged?.scale, exactText) };
  }
  if ('defer' in effect) return { defer: { atYearEnd: effect.defer.atYearEnd } };
  return { capFactor: exactText(effect.capFactor) };
}
