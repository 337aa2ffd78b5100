// The English words that only the workbook says; it shares all others with ../wording.ts.
// In: figures that are formatted already. Out: phrases. Another language is one more object.

export const englishWorkbook = {
  sheets: {
    summary: 'Summary',
    components: 'Components',
    gates: 'Gates',
    deals: 'Deals',
    planTables: 'Plan tables',
    yearToDate: 'Year to date',
    about: 'About',
  },
  subtitle: (payee: string, when: string, plan: string): string => `${payee} · ${when} · ${plan}`,
  from: 'From',
  to: 'To',
  basis: 'What it stands on',
  kind: 'Kind',
  measured: 'What is measured',
  serves: 'Serves',
  window: 'Over',
  gate: 'Gate',
  asked: 'Asked',
  atLeast: 'at least',
  atMost: 'at most',
  required: 'Required',
  state: 'State',
  actsOn: 'Acts on',
  finding: 'In words',
  noGates: 'The plan has no gates.',
  noDeals: 'No deals are dated in this period.',
  dealsOf: (when: string): string => `Deals dated in ${when}, each with what it was credited for.`,
  dealsToDate: (components: string): string =>
    `Measured over more than this period: ${components}. ` +
    'Earlier deals stand in the statements of their periods.',
  counts: 'Counts',
  visibleTotal: 'Total of the rows shown',
  rate: 'Rate',
  earns: 'Earns',
  rowTitle: (component: string, of: 'slice' | 'whole' | undefined): string =>
    of ? `${component}, of the ${of}` : component,
  rule: 'Rule',
  ruled: { credit: 'Credit', rate: 'Rate', factor: 'Factor' },
  firstRuleMet: 'The first rule that a deal meets decides.',
  curveMeaning: (meaning: string): string => `It pays ${meaning}.`,
  keyResultsAndGoals: 'Key results and goals',
  company: 'Company',
  companyId: 'Company id',
  payee: 'Payee',
  payeeId: 'Payee id',
  planId: 'Plan id',
  planVersion: 'Plan version',
  periodId: 'Period id',
  currency: 'Currency',
  contact: 'Contact',
  questions: (contact: string): string => `Questions about this statement? Ask ${contact}.`,
  howMade: 'How the numbers are made',
  notes: (currency: string, digits: number): readonly string[] => [
    'One plan file and the data of the period are the only source. ' +
      'The same calculation makes this workbook, the PDF and the payroll file.',
    'For each component: credit the deals, add up the result, compare it with the quota, ' +
      'read the payout curve, apply the gates and the component’s own limits, round.',
    `Figures are exact decimals. Each component’s payout is rounded once, to ${digits} decimal ` +
      `${digits === 1 ? 'place' : 'places'} of ${currency}; totals are sums of rounded lines, ` +
      'so they add up by eye.',
    'A cell holds more places than it shows; a spreadsheet keeps about 15 digits of a number.',
    'A text that a spreadsheet could take for a formula starts with an apostrophe.',
  ],
  namedCells: 'Names for your own formulas',
  name: 'Name',
  sheet: 'Sheet',
  cells: 'Cells',
} as const;

export type WorkbookWords = typeof englishWorkbook;
