// The what-if page: levers with their ranges, deals to change or leave out, scenarios that are
// kept. In: the page's model. Out: the view. Fields carry exact text: nothing is calculated from
// them.

import type { KeptScenario, StudioFrame, WhatIfPage } from '../../app/studio-ports.ts';
import { type DealAttribute, type Exact, exactText, type Lever } from '../../core/index.ts';
import type { Desk } from '../desk.ts';
import { formatter } from '../format.ts';
import { english } from '../wording.ts';
import { fieldText, fieldUnit } from './field-text.ts';
import { type OutlookView, outlookView, type StepView, stepViews } from './outlook-view.ts';
import { type ChoiceView, leverChoices } from './seek-view.ts';
import { studioWords } from './studio-words.ts';

/** Each has a form of its own; of thousands nobody looks for one by hand. */
const DEALS_MAX = 60;

export interface WhatIfView {
  readonly payee: string;
  readonly role: string;
  readonly payeeId: string;
  readonly periodId: string;
  readonly path: string;
  readonly statement: string;
  readonly seek: string;
  /** What the goal seek's fields hold. */
  readonly sought: {
    readonly currency: string;
    readonly goal: string;
    readonly levers: readonly ChoiceView[];
  };
  readonly outlook: OutlookView;
  readonly steps: readonly StepView[];
  readonly levers: readonly LeverView[];
  readonly fields: readonly FieldView[];
  readonly deals: readonly DealView[];
  /** How many deals are not listed. */
  readonly more: string;
  readonly kept: readonly KeptView[];
  readonly opened: KeptView | undefined;
}

interface LeverView {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly now: string;
  /** As a field shows it: 76.2 of 76.2 %. */
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly levels: readonly {
    readonly field: string;
    readonly text: string;
    readonly isNow: boolean;
  }[];
}

interface FieldView {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly isFlag: boolean;
  readonly isDate: boolean;
  readonly isText: boolean;
  readonly words: readonly string[];
}

/** As the deal has it. */
interface FilledFieldView extends FieldView {
  readonly text: string;
  readonly isYes: boolean;
  readonly isNo: boolean;
}

interface DealView {
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly fields: readonly FilledFieldView[];
}

export interface KeptView {
  readonly file: string;
  readonly version: string;
  readonly id: string;
  readonly title: string;
  readonly payment: string;
  readonly href: string;
}

export function whatIfView(page: WhatIfPage, { company, period }: StudioFrame): WhatIfView {
  const { payee, levers, outlook, deals, attributes, kept, opened } = page;
  const words = english;
  const desk = { format: formatter(company.locale, outlook.currency, words), words };
  const path = `/what-if/${period.id}/${encodeURIComponent(payee.id)}`;
  const fields = attributes.filter(({ calculated }) => calculated === undefined).map(fieldView);
  return {
    payee: payee.name,
    role: payee.title ?? '',
    payeeId: payee.id,
    periodId: period.id,
    path,
    seek: `/seek/${period.id}/${encodeURIComponent(payee.id)}`,
    statement: `/statements/${period.id}/${encodeURIComponent(payee.id)}`,
    sought: { currency: outlook.currency, goal: '', levers: leverChoices(levers, undefined) },
    outlook: outlookView(outlook, outlook, desk),
    steps: stepViews(page.steps, desk),
    levers: levers.map((lever) => leverView(lever, desk)),
    fields,
    more: studioWords.more(deals.length - DEALS_MAX),
    deals: deals.slice(0, DEALS_MAX).map(({ id, name = '', attributes: own }) => ({
      id,
      name,
      about: aboutDeal(attributes, own, desk),
      fields: fields.map((field) => {
        const unit = attributes.find((each) => each.name === field.name)?.unit ?? 'text';
        const text = fieldText(own.get(field.name), unit);
        return { ...field, text, isYes: text === 'yes', isNo: text === 'no' };
      }),
    })),
    kept: kept.map((each) => keptView(each, path, desk)),
    opened: opened && keptView(opened, path, desk),
  };
}

function leverView(lever: Lever, { format }: Desk): LeverView {
  const { id, label, unit, present, from, to, levels = [] } = lever;
  const written = (figure: Exact): string => fieldText(figure, unit);
  return {
    id,
    label,
    unit: fieldUnit(unit),
    now: present ? format.quantity({ number: present, unit }) : '–',
    field: present ? written(present) : '',
    from: exactText(from),
    to: exactText(to),
    levels: levels.map((level) => ({
      field: written(level),
      text: format.quantity({ number: level, unit }),
      isNow: present?.eq(level) === true,
    })),
  };
}

function fieldView({ name, label, unit, words }: DealAttribute): FieldView {
  return {
    name,
    label,
    unit: fieldUnit(unit),
    isFlag: unit === 'flag',
    isDate: unit === 'date',
    isText: unit === 'text',
    words: unit === 'text' ? words.slice(0, 40) : [],
  };
}

/** The first of each says itself; shares and times follow with their names. */
const UNITS_FIRST = ['money', 'date', 'text'] as const;
const UNITS_NAMED = ['ratio', 'days'];

/** `61,279.24 · Sep 29, 2026 · new · Discount 48%` */
function aboutDeal(
  attributes: WhatIfPage['attributes'],
  own: WhatIfPage['deals'][number]['attributes'],
  { format }: Desk,
): string {
  const shown = attributes.filter(({ unit, name }) => unit !== 'flag' && own.get(name));
  const plain = UNITS_FIRST.flatMap((wanted) => shown.find(({ unit }) => unit === wanted) ?? []);
  const named = shown.filter(({ unit }) => UNITS_NAMED.includes(unit));
  const written = ({ name, unit }: DealAttribute): string => format.datum(own.get(name), unit);
  const texts = [...plain.map(written), ...named.map((each) => `${each.label} ${written(each)}`)];
  return texts.slice(0, 5).join(' · ');
}

function keptView({ file, scenario, outlook }: KeptScenario, path: string, desk: Desk): KeptView {
  return {
    file: file.name,
    version: file.version,
    id: scenario.id,
    title: scenario.title,
    payment: outlook ? desk.format.money(outlook.payment) : desk.words.notKnown,
    href: `${path}?scenario=${encodeURIComponent(file.name)}`,
  };
}
