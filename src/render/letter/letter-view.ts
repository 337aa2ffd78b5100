// A plan letter as text and geometry, ready for templates: nothing after this formats or decides.
// In: the letter and the reader's locale and paper. Out: the view, every field present (strict
// templates refuse a missing one).

import { type Exact, exact, type Letter } from '../../core/index.ts';
import { type Paper, paperOf, type StatementOptions } from '../statement-view.ts';
import { figureColumn, type TableView, tableView, textColumn } from '../table-view.ts';
import { type ChangesView, changesView } from './changes-view.ts';
import { type DefinitionsView, definitionsView } from './definitions-view.ts';
import { examplesTable, heroView } from './examples-view.ts';
import { type LetterDesk, letterDesk } from './letter-desk.ts';
import type { LetterWording } from './letter-wording.ts';
import type { Said, TermRow } from './plan-words.ts';
import {
  componentEntries,
  type EntryView,
  entriesOf,
  rootOf,
  type SectionView,
  sectionNames,
  sections,
} from './sections-view.ts';
import { type StepsView, stepsView } from './steps-view.ts';

export interface LetterView {
  readonly language: string;
  readonly labels: LetterWording['labels'];
  readonly paper: Paper;
  readonly title: string;
  readonly footer: string;
  readonly company: string;
  readonly contact: string | undefined;
  readonly heading: string;
  readonly role: string | undefined;
  readonly purpose: string | undefined;
  readonly payee: { readonly name: string; readonly title: string | undefined } | undefined;
  readonly plan: { readonly title: string; readonly version: string; readonly days: string };
  readonly earnings: EarningsView;
  readonly overview: TableView;
  readonly overviewNote: string;
  readonly components: readonly EntryView[];
  readonly sections: readonly SectionView[];
  readonly order: string;
  readonly examples: TableView | undefined;
  readonly examplesNote: string;
  readonly hero: TableView | undefined;
  readonly heroNote: string;
  readonly calendar: TableView;
  readonly terms: Said;
  readonly yourTerms: TableView | undefined;
  readonly definitions: DefinitionsView;
  readonly accepted: TableView | undefined;
  readonly changes: ChangesView | undefined;
  readonly agreed: string;
  readonly steps: StepsView;
  readonly fingerprint: string;
}

export interface EarningsView {
  readonly label: string;
  readonly figure: string;
  readonly parts: readonly TermRow[];
  readonly note: string | undefined;
}

const FINGERPRINT_DIGITS = 16;

export function letterView(letter: Letter, options: StatementOptions = {}): LetterView {
  const { locale = letter.locale } = options;
  const desk = letterDesk(letter, locale);
  const { format, letter: words } = desk;
  const { plan, payee, company } = letter;
  const days = format.days(plan.effective.from, plan.effective.to);
  const version = words.version(plan.version);
  const who = payee?.name;
  return {
    language: desk.words.language,
    labels: words.labels,
    paper: options.paper ?? paperOf(locale),
    title: words.title(plan.title, who),
    footer: words.footer([...(who ? [who] : []), plan.title, version, company.name]),
    company: company.name,
    contact: company.contact,
    heading: who ?? plan.title,
    role: payee?.title ?? plan.role,
    purpose: plan.purpose,
    payee: payee && { name: payee.name, title: payee.title },
    plan: { title: plan.title, version, days },
    earnings: earningsView(letter, desk),
    overview: overviewTable(letter, desk),
    overviewNote: words.overviewNote(desk.words.moneyIn(plan.currency)),
    components: componentEntries(letter, desk),
    sections: sections(letter, desk),
    order: words.order,
    examples: examplesTable(letter, desk),
    examplesNote: words.examplesNote,
    ...heroView(letter, desk),
    calendar: calendarTable(letter, desk),
    terms: planTerms(letter, desk),
    yourTerms: yourTermsTable(letter, desk),
    definitions: definitionsView(letter, desk),
    accepted: acceptedTable(letter, desk),
    changes: changesView(letter, desk),
    agreed: words.agreed(plan.title, plan.version, days),
    steps: stepsView(letter, desk),
    fingerprint: words.fingerprint(letter.fingerprint.slice(0, FINGERPRINT_DIGITS)),
  };
}

function earningsView({ earnings }: Letter, { format, letter }: LetterDesk): EarningsView {
  const { baseSalary, targetIncentive, isReal } = earnings;
  const { labels } = letter;
  const incentive = { label: labels.targetIncentive, text: format.money(targetIncentive) };
  const quota = format.quantity(
    { number: earnings.nominalQuota, unit: 'number' },
    { digits: 'exact' },
  );
  const note = isReal ? undefined : letter.nominal(format.money(targetIncentive), quota);
  if (!baseSalary) {
    const figure = format.moneyWithCurrency(targetIncentive);
    return { label: labels.targetIncentive, figure, parts: [], note };
  }
  const whole = baseSalary.plus(targetIncentive);
  const part = (of: Exact): string => format.percent(of.div(whole).round(4));
  return {
    label: labels.onTargetEarnings,
    figure: format.moneyWithCurrency(whole),
    parts: [
      { label: labels.baseSalary, text: format.money(baseSalary) },
      incentive,
      { label: labels.payMix, text: letter.payMix(part(baseSalary), part(targetIncentive)) },
    ],
    note,
  };
}

function overviewTable(letter: Letter, desk: LetterDesk): TableView {
  const { format, words, plan, letter: said } = desk;
  const { labels } = said;
  const entries = entriesOf(letter, 'components');
  return tableView({
    caption: labels.overview,
    columns: [
      textColumn(labels.component),
      textColumn(labels.kind),
      textColumn(labels.measuredBy),
      figureColumn(labels.quota),
      figureColumn(labels.weight),
      figureColumn(labels.targetIncentiveYear),
    ],
    rows: letter.plan.components.map((component, index) => {
      const shown = letter.components[index];
      const { measure, weight } = entries[index] ?? {};
      return [
        component.title,
        words.kindTitle(component.kind),
        typeof measure === 'string' ? plan.measureTitle(measure) : '',
        shown?.quota ? format.quantity(shown.quota, { digits: 'short' }) : '',
        typeof weight === 'string' ? format.percent(weightOf(weight), { digits: 'exact' }) : '',
        shown?.targetIncentive ? format.money(shown.targetIncentive) : labels.onTop,
      ];
    }),
  });
}

function weightOf(text: string): Exact {
  return exact(text.replace(/\s?%$/, '')).div(exact('100'));
}

function calendarTable(letter: Letter, { format, letter: words }: LetterDesk): TableView {
  const { labels } = words;
  const { targetIncentive } = letter.earnings;
  return tableView({
    caption: labels.calendar,
    columns: [
      textColumn(labels.period),
      textColumn(labels.days),
      ...[labels.quotaPart, labels.targetPart, labels.targetPeriod].map(figureColumn),
    ],
    rows: letter.periods.map((each) => [
      format.period(each.period),
      format.days(each.period.from, each.period.to),
      format.percent(each.quota, { digits: 'exact' }),
      format.percent(each.targetIncentive, { digits: 'exact' }),
      format.money(targetIncentive.times(each.targetIncentive)),
    ]),
  });
}

/** What the plan's head says; its lists have places of their own. */
const IN_HEAD = [
  'plan',
  'title',
  'version',
  'role',
  'purpose',
  'accepts',
  'measures',
  'components',
];

function planTerms(letter: Letter, { plan }: LetterDesk): Said {
  return plan.say('', rootOf(letter), 'number', [...IN_HEAD, ...sectionNames(letter)]);
}

function yourTermsTable(letter: Letter, desk: LetterDesk): TableView | undefined {
  const { terms, plan } = letter;
  const { format, words, letter: said } = desk;
  const { labels } = said;
  if (terms.length === 0) return undefined;
  const quotas = plan.components.filter(({ id }) => terms.some((each) => each.quotas.has(id)));
  const unitOf = (id: string) =>
    letter.components.find((each) => each.id === id)?.quota?.unit ?? 'number';
  return tableView({
    caption: labels.yourTerms,
    columns: [
      textColumn(labels.days),
      ...[labels.baseSalary, labels.targetIncentive].map(figureColumn),
      ...quotas.map(({ title }) => figureColumn(words.quotaOf(title))),
    ],
    rows: terms.map((each) => [
      format.days(each.from, each.to),
      each.baseSalary ? format.money(each.baseSalary) : '',
      format.money(each.targetIncentive),
      ...quotas.map(({ id }) => {
        const number = each.quotas.get(id);
        return number ? format.quantity({ number, unit: unitOf(id) }, { digits: 'exact' }) : '';
      }),
    ]),
  });
}

function acceptedTable(letter: Letter, { plan }: LetterDesk): TableView | undefined {
  const entries = entriesOf(letter, 'accepts');
  return entries.length > 0 ? plan.table('accepts', entries, 'number') : undefined;
}
