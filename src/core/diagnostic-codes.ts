// The catalogue of everything that can be wrong with an input: code, severity and reason, once.
// `npm test` fails while a code has no bad fixture that provokes it.

interface CodeEntry {
  readonly severity: 'error' | 'warning';
  readonly why: string;
  /** A doubt about a plan that can be paid by: the plan may say that it is meant so. */
  readonly isDoubt?: true;
}

const error = (why: string): CodeEntry => ({ severity: 'error', why });
const warning = (why: string): CodeEntry => ({ severity: 'warning', why });
const doubt = (why: string): CodeEntry => ({ severity: 'warning', why, isDoubt: true });

export const diagnosticCodes = {
  // Files and documents, before their content means anything.
  'file/not-found': error('Nothing can be calculated from a file that is not there.'),
  'file/is-directory': error('A document is one file; a folder has no text to read.'),
  'file/not-readable': error('The operating system refused to hand out the content.'),
  'file/not-writable': error('Files are written all together or not at all.'),
  'file/no-company': error('A company is a folder with a company.yaml; a plan is one file.'),
  'file/no-data-folder': error('Without deals and assignments there is nothing to calculate.'),
  'file/outside-folder': error('Only the company’s own folder is read.'),
  'file/folder-not-empty': error('Writing into it could overwrite somebody’s work.'),
  'file/empty': error('An empty file states nothing, and nothing is never taken for zero.'),
  'file/too-large': error('The size limit keeps one bad file from exhausting the machine.'),
  'file/not-text': error('Text must be UTF-8: any other encoding would change names silently.'),
  'file/unknown-format': error('Only the named formats are read; guessing one could misread pay.'),
  'yaml/syntax': error('The text is not YAML, so its structure cannot be trusted.'),
  'yaml/duplicate-key': error('Two entries of one name: keeping either would be a guess.'),
  'yaml/alias': error('Anchors and aliases are refused: a few bytes of them can fill the memory.'),
  'yaml/tag': error('A tag turns a value into another kind; values are read as they are written.'),
  'yaml/merge-key': error('Copied fields are not to be seen where they count, so none are copied.'),
  'yaml/many-documents': error('One file is one document: later ones would silently not count.'),
  'yaml/no-fields': error('A document says everything in named fields; bare text has none.'),
  'yaml/too-deep': error('The nesting limit keeps a hostile file from exhausting the machine.'),
  'csv/syntax': error('A row that does not split into the header’s columns has no sure meaning.'),
  'table/no-header': error('Columns are found by name, so the first row must name them.'),
  'table/duplicate-column': error('Two columns of one name: taking either would be a guess.'),
  'workbook/not-readable': error('The file is not an Excel workbook that can be opened.'),
  'workbook/too-large': error('It would unpack to more than is safe to hold in memory.'),
  'workbook/no-sheet': error('The mapping names a sheet that the workbook does not have.'),
  'workbook/which-sheet': error('Several sheets have content: taking one would be a guess.'),
  'workbook/formula-without-result': error(
    'Formulas are not calculated here; only results are read.',
  ),
  'workbook/error-value': error('The cell holds an Excel error where a value should be.'),
  'workbook/merged-cell': error(
    'A merged cell has one value: which rows it counts for is a guess.',
  ),
  'workbook/cell-not-readable': error('The cell has no text that surely means what Excel shows.'),
  // Scalars and shapes of documents.
  'document/missing-field': error('The field has no default: leaving it out would be a guess.'),
  'document/unknown-field': error('A misspelt field would be ignored, and what it says with it.'),
  'document/wrong-shape': error('The entry cannot be read as what it should be.'),
  'document/unknown-word': error('Only listed words have a meaning; another could mean anything.'),
  'document/no-entries': error('An empty list states nothing.'),
  'document/blank': error('A blank entry says nothing, and nothing is never guessed.'),
  'document/percentage': error('5 could be 5 % or 500 %: percentages carry their sign.'),
  'document/number': error('A number with separators or signs can be read in two ways.'),
  'document/date': error('A day that does not exist would move pay to another period.'),
  'document/identifier': error(
    'Ids name cells, columns and files; only plain ids work everywhere.',
  ),
  'document/currency': error('The currency decides to which digit pay is rounded.'),
  'formula/syntax': error('A formula that cannot be read cannot be calculated.'),
  'formula/units': error('Units are types: mixing them gives a number without a meaning.'),

  // Companies.
  'company/circular-thread': error('A golden thread that runs in a circle serves no company goal.'),
  'company/start-month': error('The fiscal year decides which deals fall into which period.'),
  'company/unknown-attribute': error('A deal has only the attributes that company.yaml declares.'),
  'company/counts-on-date': error('The date decides in which period a deal counts.'),

  // Plans.
  'plan/weights': error('Weights share out the whole: else more or less than agreed is paid.'),
  'plan/reserved-id': error('Its cells would be taken for the worksheet’s own.'),
  'plan/limit': error('A limit that does not limit pays more than anybody agreed to.'),
  'plan/duplicate-id': error('Figures are found by id; two of one name would be mixed up.'),
  'plan/unknown-measure': error('Nothing can be paid on a measure that is not defined.'),
  'plan/unknown-key-result': error('The golden thread ends here: nobody sees what this serves.'),
  'plan/unit-mismatch': error('A figure in another unit compares apples with percentages.'),
  'plan/effective': error('A plan without a day in it pays nobody.'),
  'plan/period-weights': error('The year’s quota and pay must be shared out exactly once.'),
  'plan/currency': error('Currencies do not mix without a dated rate.'),
  'measure/unknown-kind': error('How a figure is counted must be one of the known ways.'),
  'measure/circular': error('A measure that stands on itself has no value.'),
  'measure/nested-ratio': error('A ratio of ratios has no stated order of calculation.'),
  'rules/no-otherwise': error('A deal that no rule covers would silently count as nothing.'),
  'rules/unreachable': error('A rule that is never reached is an agreement never kept.'),
  'curve/unordered': error('Rows out of order overlap: a result would have two payouts.'),
  'curve/extend-needs-two': error('A line needs two points to have a direction.'),
  'curve/first-tier-not-zero': error('A result below the first tier would have no stated pay.'),
  'accelerator/ambiguous': error('Twice the rate is seldom twice the slope: pay would differ.'),
  'accelerator/misplaced': error('Between rows the rows say what is paid, and nothing else can.'),
  'curve/ragged-matrix': error('A field of the grid without a figure would have no stated pay.'),
  'quota/not-positive': error('Attainment is result over quota: undefined at or below zero.'),
  'quota/wrong-span': error('An annual figure taken for a quarter is off by a factor of four.'),
  'component/true-up-rule': error('Less due than paid can be kept or taken back: the plan says.'),
  'component/no-target': error('A multiple of nothing is nothing.'),
  'commission/needs-rates': error('A factor of money already earned is not a commission.'),
  'commission/per-deal': error('What looks at each deal needs deals, and money for it to run on.'),
  'override/own-deals': error('Own deals are paid by commission; an override is on the team’s.'),
  'spiff/not-positive': error('A spiff of nothing, or less, rewards nothing.'),
  'modifier/needs-factor': error(
    'A modifier scales pay; a rate on its measure would be added pay.',
  ),
  'mbo/combine': error('The last score or the mean of all: the difference can be a whole payout.'),
  'okr/way': error('A key result is scored in one way, or its score is anybody’s guess.'),
  'okr/direction': error('A key result that goes the wrong way pays for getting worse.'),
  'plan/negative-payment': error('Who owes what is missing is for the plan to say.'),
  'gate/defer-window': error('What waits is released in a later period of the year, or never.'),
  'hold/share': error('More than the whole of a payout cannot be kept back.'),
  'hold/no-release': error('What is never released is never paid.'),
  'gate/unknown-component': error('What acts on nothing protects nothing.'),
  'gate/no-factor': error('A cap on a factor needs a factor.'),
  'plan/duplicate-plan': error(
    'Assignments name plans by id: on each day one version of it holds.',
  ),
  'link/no-attainment': error('Only an attainment says how far another component may be paid.'),
  'link/circular': error('Components that wait for each other are limited by nothing but that.'),

  // Doubts about a plan that can be read and paid by: proven on the worksheet; the plan
  // may answer one (`accepts`).
  'payout/target': doubt('Whoever reaches the target is owed the target incentive.'),
  'payout/cap-below-target': doubt('A limit that cuts at target breaks what was promised.'),
  'payout/cliff': doubt('For a jump in pay people hold deals back, or force them.'),
  'payout/falls': doubt('Whoever sells more and is paid less stops selling.'),
  'payout/cap-below-top': doubt('What a plan spells out and never pays misleads.'),
  'curve/unreachable': doubt('An agreement that is never kept is no agreement.'),
  'attainment/none-at-zero': doubt('A result without an attainment stops the calculation.'),
  'attainment/direction': doubt('Getting worse must not be what pays.'),
  'gate/no-effect': doubt('A gate that nobody can lose by protects nothing.'),
  'gate/foregone': doubt('A gate whose answer is known beforehand decides nothing.'),
  'gate/circular': doubt('One miss is punished twice, and nobody sees which way out.'),
  'gate/not-supplied': doubt('A gate without a figure stops everybody’s pay.'),
  'measure/not-supplied': doubt('A component without a figure stops everybody’s pay.'),
  'component/volume-only': doubt('A dozen bad deals must not out-earn three good ones.'),
  'component/paid-twice': doubt('One result, two payments: it costs twice what was meant.'),
  'component/small-weight': doubt('What weighs next to nothing moves nobody.'),
  'component/no-thread': doubt('Pay that serves no goal of the company is a cost only.'),
  'plan/many-components': doubt('Nobody works towards more than five things at a time.'),
  'plan/accepts-nothing': warning('An answer to a doubt that nobody has hides the next one.'),
  'plan/pay-mix': doubt('Too little at risk moves nobody; too much drives people away.'),
  'kpi/under-target': doubt('A KPI must be reached: what a miss pays has to be decided.'),
  'okr/full-pay': doubt('Full pay only at the top teaches people to aim low.'),
  'okr/key-results': doubt('Fewer do not show success, more are nobody’s focus.'),
  'okr/objectives': doubt('More than two aspirations at a time are none.'),
  'mbo/not-smart': doubt('A goal without number, day or evidence is anybody’s guess.'),
  'mbo/pays-low': doubt('An MBO is realistic: under 80 % it was missed.'),

  // Tables of period data.
  'table/missing-column': error('A column that is not there leaves every row without the figure.'),
  'data/blank': error('Blank is not zero: the figure is needed.'),
  'data/flag': error('Yes or no decides whether a deal counts.'),
  'data/period': error('A row of an unknown period would belong to no payout.'),
  'data/period-length': error('Plans look for figures of their own payout periods, and no others.'),
  'data/unit': error('A percentage in place of an amount would count a hundredth of itself.'),
  'data/minor-units': error('A part of a cent cannot be paid, and rounding it would hide it.'),
  'data/duplicate-row': error('Two rows for one thing: taking either would be a guess.'),
  'deals/duplicate-id': error('A deal that stands twice would be paid twice.'),
  'deals/unknown-stage': error('A stage decides whether a deal counts; guessing would change pay.'),
  'deals/no-payee': error('A deal credited to nobody is lost without a trace.'),
  'lookup/not-found': error('Without its row in the other table the deal lacks attributes.'),
  'lookup/duplicate-key': error('Two rows of one key: taking either would be a guess.'),
  'people/unknown': error('Pay and credit go to people who are known.'),
  'people/two-names': error('Which one a statement shows would hang on the order of rows.'),
  'people/unknown-manager': error('The team’s deals would roll up to nobody.'),
  'people/two-managers': error('The same deals would roll up to two managers.'),
  'people/dates': error('A time without a day in it puts nobody into a team.'),
  'people/circle': error('A circle of managers has no top for deals to roll up to.'),
  'splits/unknown-deal': error('A share of no deal would be lost without a word.'),
  'splits/not-whole': error('Shares that are not the whole pay a part twice, or not at all.'),
  'assignment/unknown-plan': error('Without a plan there is nothing to be paid by.'),
  'assignment/no-quota': error('Attainment needs a quota; none is not zero.'),
  'assignment/unknown-quota': error('A quota for nothing is a quota missing elsewhere.'),
  'assignment/unknown-balance': error('A balance that no rule settles is money lost silently.'),
  'assignment/dates': error('An assignment without a day in it pays nothing.'),
  'assignment/negative': error('A negative target incentive would pay for failing.'),
  'assignment/overlap': error('Two assignments at one time would pay twice.'),
  'assignment/part-of-period': error('Paying a whole period for a part of it would be wrong.'),
  'assignment/changed-in-period': error('Two sets of figures in a period need a stated rule.'),
  'assignment/changed-in-year': error(
    'A year to date over two sets of figures needs a stated rule.',
  ),
  'segments/part-lost': error('Days that count on neither side of a change are never paid.'),
  'segments/not-blended': error('Levels have no sum, and two versions no attainment in common.'),
  'segments/not-added': error('What stands for the whole period would be paid twice, or half.'),
  'scores/unknown-goal': error('A score for no goal would be lost silently.'),
  'scores/own-and-common': error('Two scores for one goal: taking either would be a guess.'),
  'scores/off-scale': error('A score outside the agreed scale cannot be paid by it.'),
  'reported/unknown-measure': error('A figure for no measure would be lost silently.'),
  'adjustments/own-approver': error('Nobody approves money for themselves.'),
  'adjustments/not-assigned': error('Money for a period without a payment would be lost silently.'),

  // Calculations.
  'assignment/nothing-covered': warning(
    'Nothing is paid for a part of a period that counts as none.',
  ),
  'calculation/other-period': warning('Whoever is paid by another length is not in this run.'),
  'calculation/earlier-period': warning('The year to date on statements leaves that period out.'),
  'calculation/score-missing': error('A missing score is not a zero unless the plan says so.'),
  'calculation/figure-missing': error('A figure that nobody reported is not a zero.'),
  'calculation/deal-incomplete': error('Whether the deal counts cannot be known without it.'),
  'calculation/negative-payment': error('Who owes what is missing is for the plan to say.'),
  'calculation/divided-by-zero': error('A number divided by zero has no value.'),
  'calculation/unknown-cell': error('Only numbers of the worksheet can be explained.'),
  'calculation/no-browser': error('A PDF is printed by a browser, and none could be started.'),
  'calculation/unknown-payee': error('There is no assignment to pay by.'),
  'calculation/nobody': error('Nobody is paid for this period.'),
} as const satisfies Record<string, CodeEntry>;

export type DiagnosticCode = keyof typeof diagnosticCodes;

const catalogue: Readonly<Record<string, CodeEntry>> = diagnosticCodes;
/** What a plan may answer by saying that it is meant. */
export const doubtCodes: readonly string[] = Object.keys(catalogue).filter(
  (code) => catalogue[code]?.isDoubt,
);
