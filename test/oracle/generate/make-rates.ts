// Generated commissions, overrides and spiffs: tiers of money, of a quota, of another measure, on each
// deal, rates by rule. In: choices and the plan's measures. Out: the fields of a component.

import type { ComponentDocument, CurveDocument, RuleDocument } from '../plan-document.ts';
import { level, type Making, quota } from './make-components.ts';
import { rateCurve, rateCurveOn } from './make-curves.ts';
import { CONDITIONS, FIXED_CONDITIONS, type MadeMeasure } from './make-measures.ts';
import type { Pick } from './pick.ts';

export function spiff({ pick, measures }: Making): Partial<ComponentDocument> {
  const counted = measures.filter(({ unit }) => unit === 'count' || unit === 'number');
  const each = pick.one(['250', '99.995', '33.33']);
  // A plan without a count pays for each of its credited money's units, in hundredths.
  const [first] = counted;
  if (!first) return { kind: 'commission', measure: 'bookings', curve: flat(pick) };
  return { measure: pick.one(counted).id, each };
}

function flat(pick: Pick): CurveDocument {
  return { shape: 'marginal', tiers: [{ from: '0', rate: pick.percent(1, 15) }] };
}

export function onRates(making: Making, isOverride: boolean): Partial<ComponentDocument> {
  const { pick, measures } = making;
  const inMoney = measures.filter(
    ({ unit, document }) => unit === 'money' && !(isOverride && document.deals === 'own'),
  );
  const [first] = inMoney;
  // An override looks at a team's deals; where no measure does, it becomes a commission.
  if (!first) return { kind: 'commission', measure: 'bookings', curve: flat(pick) };
  const measure = pick.one(inMoney);
  const isSum = measure.document.calculate === 'sum';
  const way = pick.one(isSum ? ['total', 'total', 'deal', 'rules', 'tiersOn'] : ['total']);
  return { measure: measure.id, ...paidBy(way, measure, isSum, making) };
}

function paidBy(
  way: string,
  measure: MadeMeasure,
  isSum: boolean,
  making: Making,
): Partial<ComponentDocument> {
  const { pick, manner } = making;
  const factors = (): Partial<ComponentDocument> =>
    isSum ? (pick.maybe(25, () => ({ rateFactors: rules(making, 'factor') })) ?? {}) : {};
  const dealCap = () => pick.maybe(40, () => ({ dealCap: { money: pick.one(['500', '99.99']) } }));
  switch (way) {
    case 'deal': {
      const curve = rateCurve(pick, false, manner);
      return { per: 'deal', curve, ...dealCap(), ...(hasRates(curve) && factors()) };
    }
    case 'rules':
      return { rates: rules(making, 'rate'), ...dealCap() };
    case 'tiersOn':
      return { ...tiersOn(making), ...factors() };
    default: {
      const isOnQuota = measure.addsUp && pick.odds(40);
      const curve = rateCurve(pick, isOnQuota, manner);
      return {
        ...(isOnQuota && { quota: quota(making, measure) }),
        ...pick.maybe(10, () => ({ per: 'total' })),
        curve,
        ...(hasRates(curve) && factors()),
      };
    }
  }
}

/** Money earned across tiers has no rate that a factor could scale. */
function hasRates({ shape }: CurveDocument): boolean {
  return shape !== 'pro-rata';
}

/** A rate by the attainment of a quota, or by what another measure comes to. */
function tiersOn(making: Making): Partial<ComponentDocument> {
  const { pick, measures, manner } = making;
  const looked = pick.one(measures);
  const window = pick.one(['period', 'year-to-date']);
  const isOnQuota = pick.odds(50);
  return {
    tiersOn: { measure: looked.id, window },
    ...(isOnQuota && { quota: looked.addsUp ? quota(making, looked) : level(pick, looked) }),
    curve: rateCurveOn(pick, isOnQuota ? 'ratio' : looked.unit, manner),
  };
}

/** Ordered rules for a deal's rate, or for the factor of its rate. */
function rules({ pick, manner }: Making, figure: 'rate' | 'factor'): readonly RuleDocument[] {
  const isFixed = manner.rising || manner.reversible;
  const conditions = isFixed ? FIXED_CONDITIONS : CONDITIONS;
  const most = figure === 'rate' ? 15 : 150;
  const ruled = pick.list(0, 2, () => ({
    when: pick.one(conditions),
    [figure]: pick.percent(0, most),
  }));
  return [...ruled, { [figure]: pick.percent(0, most) }];
}
