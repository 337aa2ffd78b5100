// Reads what a scenario says of deals: names of deals, people and attributes, and each attribute in
// its unit. In: the document's changes and the company's data. Out: changes; what does not fit is a
// finding at its line.

import type { Company } from '../company/company.ts';
import type { Findings } from '../document/findings.ts';
import { nearestWord } from '../document/nearest-word.ts';
import { readDatum } from '../period-data/datum.ts';
import type { DocumentPath } from '../source.ts';
import type { Datum } from '../worksheet/operations.ts';
import { rejectTwice } from './reject-twice.ts';
import type {
  DealAttributes,
  DealChange,
  ImaginedDeal,
  ScenarioChanges,
  ScenarioScene,
} from './scenario.ts';

type WrittenAttributes = Readonly<Record<string, string>>;

interface WrittenDeals {
  readonly add?:
    | readonly {
        readonly id: string;
        readonly like?: string | undefined;
        readonly count?: number | undefined;
        readonly creditTo?: string | undefined;
        readonly attributes?: WrittenAttributes | undefined;
      }[]
    | undefined;
  readonly edit?:
    | readonly { readonly deal: string; readonly attributes: WrittenAttributes }[]
    | undefined;
  readonly drop?: readonly string[] | undefined;
}

export function readDealChanges(
  findings: Findings,
  { add = [], edit = [], drop = [] }: WrittenDeals,
  scene: ScenarioScene,
): Pick<ScenarioChanges, 'add' | 'edit' | 'drop'> {
  const ids = scene.data.deals.map(({ id }) => id);
  drop.forEach((id, index) => {
    checkDeal(findings, ['changes', 'drop', index], id, ids);
  });
  const edited = edit.map(({ deal, attributes }, index): DealChange => {
    const path = ['changes', 'edit', index];
    checkDeal(findings, [...path, 'deal'], deal, ids);
    const at = [...path, 'attributes'];
    return { deal, attributes: readAttributes(findings, at, attributes, scene.company) };
  });
  const added = add.map((each, index) => readImagined(findings, index, each, ids, scene));
  rejectTwice(findings, ['changes', 'add'], added, ({ id }) => id);
  rejectTaken(findings, added, new Set(ids));
  rejectTwice(findings, ['changes', 'edit'], edited, ({ deal }) => deal);
  rejectGone(findings, edited, drop);
  return { add: added, edit: edited, drop };
}

function readImagined(
  findings: Findings,
  index: number,
  { id, like, count, creditTo, attributes }: NonNullable<WrittenDeals['add']>[number],
  ids: readonly string[],
  { company, data }: ScenarioScene,
): ImaginedDeal {
  const path = ['changes', 'add', index];
  if (like !== undefined) checkDeal(findings, [...path, 'like'], like, ids);
  if (creditTo !== undefined && !data.people.has(creditTo)) {
    const at = [...path, 'creditTo'];
    const people = [...data.people.keys()];
    findings.unknownName('scenario/unknown-name', at, 'person', creditTo, people);
  }
  return {
    id,
    count: count ?? 1,
    ...(like !== undefined && { like }),
    ...(creditTo !== undefined && { creditTo }),
    attributes: readAttributes(findings, [...path, 'attributes'], attributes ?? {}, company),
  };
}

function checkDeal(
  findings: Findings,
  path: DocumentPath,
  id: string,
  ids: readonly string[],
): void {
  if (ids.includes(id)) return;
  const near = nearestWord(id, ids);
  const remedy = near ? `write \`${near}\`` : 'write the id of a deal of the deal table';
  findings.report('scenario/unknown-name', path, `there is no deal \`${id}\``, remedy);
}

function rejectTaken(
  findings: Findings,
  added: readonly ImaginedDeal[],
  isKnown: ReadonlySet<string>,
): void {
  added.forEach(({ id }, index) => {
    if (!isKnown.has(id)) return;
    const what = `there is a deal \`${id}\` already`;
    const remedy = 'give the imagined deal an id of its own, or change the deal under `edit`';
    findings.report('scenario/twice', ['changes', 'add', index, 'id'], what, remedy);
  });
}

function rejectGone(
  findings: Findings,
  edited: readonly DealChange[],
  drop: readonly string[],
): void {
  edited.forEach(({ deal }, index) => {
    if (!drop.includes(deal)) return;
    const what = `\`${deal}\` is changed and dropped`;
    findings.report('scenario/twice', ['changes', 'edit', index], what, 'keep one of the two');
  });
}

function readAttributes(
  findings: Findings,
  path: DocumentPath,
  written: WrittenAttributes,
  company: Company,
): DealAttributes {
  const found = new Map<string, Datum>();
  for (const [name, text] of Object.entries(written)) {
    const datum = readAttribute(findings, [...path, name], { name, text }, company);
    if (datum) found.set(name, datum.datum);
  }
  return found;
}

function readAttribute(
  findings: Findings,
  path: DocumentPath,
  { name, text }: { readonly name: string; readonly text: string },
  { deals, model }: Company,
): { readonly datum: Datum } | undefined {
  const unit = model.units.get(name);
  if (unit === undefined) {
    const names = [...model.units.keys()];
    findings.unknownName('scenario/unknown-name', path, 'attribute', name, names);
    return undefined;
  }
  const derived = deals.derived.find((each) => each.name === name);
  if (derived) {
    const what = `\`${name}\` is calculated: \`${derived.text}\``;
    findings.report('scenario/calculated', path, what, 'change what it is calculated from');
    return undefined;
  }
  const stages = name === 'stage' ? [...new Set(deals.stage?.stageOf.values())] : [];
  if (stages.length > 0 && !stages.includes(text)) {
    findings.unknownName('scenario/unknown-name', path, 'stage', text, stages);
    return undefined;
  }
  const outcome = readDatum(text, unit);
  if ('datum' in outcome) return outcome;
  findings.report(outcome.code, path, outcome.what, outcome.remedy);
  return undefined;
}
