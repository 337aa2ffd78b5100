// The English words that only the workbook says; it shares all others with ../wording.ts.
// In: figures that are formatted already. Out: phrases. Another language is one more object.

export const englishWorkbook = {
  sheets: {
    summary: 'Summary',
    components: 'Components',
    gates: 'Gates',
    calculation: 'Calculation',
    deals: 'Deals',
    planTables: 'Plan tables',
    inputs: 'Inputs',
    yearToDate: 'Year to date',
    about: 'About',
    payouts: 'Payouts',
    exceptions: 'To look at',
  },
  subtitle: (payee: string, when: string, plan: string): string => `${payee} · ${when} · ${plan}`,
  runTitle: (company: string, when: string): string => `Payouts of ${company}, ${when}`,
  previous: 'Run before',
  difference: 'Difference from the run before',
  insteadOf: (now: string, before: string): string => `${now} instead of ${before}`,
  whatToLookAt: 'What',
  amount: 'Amount',
  paidNothing: 'No payment',
  balance: 'Balance',
  noExceptions: 'Nothing stands out in this run.',
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
  factorAtMost: 'factor at most',
  required: 'Required',
  state: 'State',
  actsOn: 'Acts on',
  finding: 'In words',
  noGates: 'The plan has no gates.',
  noDeals: 'The calculation saw no deals.',
  dealsSeen: 'Every deal that the calculation looked at, also of earlier periods of the year.',
  dealsChange:
    'Change what a deal says, and what is calculated from it follows, up to the payment. ' +
    'The empty rows below are for deals to try out: fill in what formulas read, and the share.',
  rest: 'Limits and settlement that did nothing',
  step: 'Step',
  figure: 'Figure',
  howItIsMade: 'How it is made',
  clause: 'Clause of the plan',
  measures: 'What was measured',
  fromPayoutsToPayment: 'From the payouts to the payment',
  gatesAndModifiers: 'How the gates were judged, and what each cost',
  inputsNote:
    'Change a figure here, a deal on the sheet Deals or a row on Plan tables: ' +
    'the payment follows.',
  helpers: {
    row: {
      label: 'Row of the table that is reached',
      why: 'See the sheet Plan tables; counted from 1.',
    },
    figure: {
      label: 'By a table of its own',
      why: 'See the sheet Plan tables.',
    },
    minorUnits: {
      label: 'In minor units, before rounding',
      why: 'Cleared of the noise beyond the 14th digit, so that half a cent is exactly that.',
    },
  },
  calculated: 'Calculated',
  asCalculated: 'Reason, as calculated',
  carried: { interpolate: 'Slope from here', marginalTiers: 'Earned up to here' },
  pays: 'Pays',
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
    'Every step is a live formula under a name of its own: change a deal, a figure on Inputs or ' +
      'a row on Plan tables, and the payment follows. Sentences stay as they were calculated.',
    'A text that a spreadsheet could take for a formula starts with an apostrophe.',
  ],
  namedCells: 'Names for your own formulas',
  name: 'Name',
  sheet: 'Sheet',
  cells: 'Cells',
} as const;

export type WorkbookWords = typeof englishWorkbook;
