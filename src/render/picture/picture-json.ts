// A plan's curves and costs as JSON for programs: the contract of `curve --json`.
// In: the picture. Out: text; money and ratios are decimal strings, what does not exist is null.

import { exactText, type PicturedComponent, type PlanPicture } from '../../core/index.ts';
import { moneyText } from '../decimal-text.ts';

export function pictureJson(picture: PlanPicture): string {
  const { company, plan, payees, targetIncentive, components, costs } = picture;
  const money = (figure: PlanPicture['targetIncentive']) => moneyText(figure, plan.currency);
  const json = {
    company: company.id,
    plan: plan.id,
    version: plan.version,
    currency: plan.currency,
    payees: payees.map(({ id }) => id),
    targetIncentive: money(targetIncentive),
    components: components.map((each) => componentJson(each, money)),
    costs: costs.map(({ attainment, payouts, paid, paidUngated }) => ({
      attainment: exactText(attainment),
      components: Object.fromEntries([...payouts].map(([id, payout]) => [id, money(payout)])),
      paid: money(paid),
      paidUngated: money(paidUngated),
    })),
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

function componentJson(
  { id, kind, title, targetIncentive, curve, grid }: PicturedComponent,
  money: (figure: PlanPicture['targetIncentive']) => string,
) {
  return {
    id,
    kind,
    title,
    targetIncentive: targetIncentive ? money(targetIncentive) : null,
    curve: curve
      ? {
          from: curve.from,
          gives: curve.gives,
          rows: curve.rows.map(({ at, pays }) => ({ at: exactText(at), pays: exactText(pays) })),
          outline: curve.outline.map(({ at, pays }) => ({
            at: exactText(at),
            pays: exactText(pays),
          })),
        }
      : null,
    grid: grid
      ? {
          from: grid.from,
          across: grid.across,
          columns: grid.columns.map(exactText),
          rows: grid.rows.map(({ from, pays }) => ({
            from: exactText(from),
            pays: pays.map(exactText),
          })),
        }
      : null,
  };
}
