// Checks and prices a plan while it is being typed, beside the page, so that typing never waits.
// In: what the company has (once), then texts. Out: findings with their places, the form, what the
// plan pays and what is different, as HTML. The core is the one that pays people.

import '../no-generated-code.ts';
import { assignedSection, withTypedCells } from '../../app/studio/assigned-figures.ts';
import { planForm } from '../../app/studio/plan-form.ts';
import type { JsonSchema } from '../../app/studio/plan-schema.ts';
import { comparedVersions } from '../../app/studio/plan-versions.ts';
import {
  checkTyped,
  type PlanPeople,
  type PlanSurroundings,
  peopleOn,
  surroundingsOf,
  type TypedPlan,
} from '../../app/studio/typed-plan.ts';
import {
  type DocumentNode,
  heroTest,
  type Outcome,
  type PeriodData,
  type Plan,
  planJsonSchema,
  readPlan,
} from '../../core/index.ts';
import { parseYaml } from '../../documents/read-yaml.ts';
import { formatter } from '../../render/format.ts';
import { heroLines } from '../../render/hero-text.ts';
import { changesPreview } from '../../render/pages/changes-preview.ts';
import { editToAdd } from './add-to-plan.ts';
import { VersionDiffs } from './compare-versions.ts';
import { chosenPayee, pricedPlan } from './price-plan.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';
import { writeChanges } from './worker-templates.ts';

type Text = Extract<ToWorker, { is: 'text' }>;
type Add = Extract<ToWorker, { is: 'add' }>;

/** A company that cannot be read is said as findings, beside every text. */
let around: Promise<Outcome<PlanSurroundings>> | undefined;
let latest: Text | undefined;
/** As it was checked last. */
let last: TypedPlan | undefined;
/** As they were read last: a faulty figure takes nobody's name. */
let people: PeriodData['people'] | undefined;
const diffs = new VersionDiffs();
const schema = planJsonSchema() as JsonSchema;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.is === 'company') {
    around = surroundingsOf(data.sent, data.file);
  } else if (data.is === 'hero') {
    void around?.then((known) => known.ok && send(heroOf(data.turn, known.product)));
  } else if (data.is === 'add') {
    void around?.then((known) => add(data, known));
  } else {
    latest = data;
    later(data, check);
  }
});

/** What was typed meanwhile is heard first, and then only the last of it is looked at. */
function later(
  text: Text,
  act: (text: Text, surroundings: Outcome<PlanSurroundings>) => void,
): void {
  setTimeout(async () => {
    const known = await around;
    if (text === latest && known) act(text, known);
  });
}

function add({ turn, addition }: Add, known: Outcome<PlanSurroundings>): void {
  const company = known.ok ? known.product.company : undefined;
  const edit = latest && editToAdd(addition, { text: latest.text, schema, company });
  send({ is: 'added', turn, ...(edit && { edit }) });
}

function check(text: Text, known: Outcome<PlanSurroundings>): void {
  const document = parseYaml(text.text, text.file);
  const root = document.ok ? document.product.root : undefined;
  const { turn } = text;
  if (!known.ok) {
    const form = root !== undefined && { form: planForm(root, schema) };
    send({ is: 'checked', turn, findings: known.diagnostics, ...form, isPayable: false });
    return;
  }
  const surroundings = withTyped(known.product, text);
  const typed = checkTyped(document, surroundings);
  last = typed;
  const { findings, plan } = typed;
  const forms = root !== undefined && formsOf(root, surroundings, typed);
  send({ is: 'checked', turn, findings, ...forms, isPayable: plan !== undefined });
  if (!plan) return;
  const shown = peopleOn(plan, typed.data);
  const payee = chosenPayee(shown, text.payee);
  later(text, () => {
    send({ is: 'priced', turn, ...pricedPlan(plan, shown, surroundings.company, payee) });
    later(text, () => void compare(text, plan, shown, surroundings, payee));
  });
}

/** As if the figures that are typed were saved. */
function withTyped(known: PlanSurroundings, { cells }: Text): PlanSurroundings {
  return { ...known, tables: known.tables && withTypedCells(known.tables, cells) };
}

function formsOf(root: DocumentNode, { company, tables }: PlanSurroundings, { data }: TypedPlan) {
  people = data?.people ?? people;
  const nameOf = (payee: string): string => people?.get(payee)?.name ?? payee;
  const assigned = tables && assignedSection(root, { company, tables, nameOf });
  return { form: planForm(root, schema), ...(assigned && { people: assigned }) };
}

async function compare(
  text: Text,
  typed: Plan,
  { data }: PlanPeople,
  { company, others, retired }: PlanSurroundings,
  payee: string | undefined,
): Promise<void> {
  const document = parseYaml(text.saved, text.file);
  const read = document.ok ? readPlan(document.product, company) : undefined;
  const versions = comparedVersions({
    typed,
    saved: read?.ok ? read.product : undefined,
    others: [...others, ...retired],
    data,
    today: text.today,
  });
  const scene = { plan: typed, company, data, payee };
  const against = await diffs.against(versions, scene, () => text === latest);
  if (!against) return;
  const html = writeChanges(
    changesPreview(against, {
      locale: company.locale,
      payee: payee && (data?.people.get(payee)?.name ?? payee),
    }),
  );
  send({ is: 'compared', turn: text.turn, html });
}

/** The same mixes are tried each time, as on the command line. */
const HERO_SEED = 1;

function heroOf(turn: number, { company }: PlanSurroundings): FromWorker {
  const { plan, data } = last ?? {};
  const nothing = { is: 'hero', turn, lines: [], findings: [] } as const;
  if (!plan || !data) return nothing;
  const tested = heroTest({ company, plan, data }, HERO_SEED);
  if (!tested.ok) return { ...nothing, findings: tested.diagnostics };
  const format = formatter(company.locale, plan.currency);
  return { ...nothing, lines: heroLines({ test: tested.product, plan, company }, format) };
}

function send(message: FromWorker): void {
  self.postMessage(message);
}
