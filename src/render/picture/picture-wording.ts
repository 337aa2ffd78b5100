// Every English word of a plan's pictures and their tables, so that another language is one more
// object of this shape. In: figures that are formatted already. Out: phrases.

export const pictureEnglish = {
  labels: {
    at: 'At',
    pays: 'Pays',
    attainment: 'Everything at',
    limits: 'Limits',
    paid: 'Paid',
    ofTarget: 'Of target',
    ungated: 'No gate met',
  },
  shareOf: (bookings: string): string => `Of ${bookings}`,
  paysOf: (target: string): string => `Of ${target} a year`,
  allMet: 'Paid, all gates met',
  noneMet: 'Paid, no gate met',
  cost: (plan: string): string => `What a year of ${plan} costs`,
  costDescription: (full: string, ungated: string | undefined): string =>
    `Payouts of the components by attainment; where everything stands at 100%, ${full} is paid` +
    `${ungated === undefined ? '' : `, and ${ungated} where no gate is met`}`,
  figuresOf: (payees: readonly string[], count: string, target: string): string => {
    const [first] = payees;
    if (first === undefined) return `for nobody by name, with a target incentive of ${target}`;
    return payees.length === 1 ? `for ${first}` : `for all ${count} payees, a whole year each`;
  },
  version: (title: string, version: string): string => `${title}, version ${version}`,
  heading: (plan: string, whose: string): string => `${plan}: ${whose}`,
  leftOut: (titles: string): string =>
    `Not among the costs, since no attainment says what it pays: ${titles}.`,
  onTop: 'on top of the target incentive',
};

export type PictureWording = typeof pictureEnglish;
