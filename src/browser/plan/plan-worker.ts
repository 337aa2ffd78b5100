// Checks and prices a plan while it is being typed, beside the page, so that typing never waits.
// In: what the company has (once), then texts. Out: findings with their places, the form, and what
// the plan pays as HTML. The core is the one that pays people.

import { planForm } from '../../app/studio/plan-form.ts';
import {
  checkTyped,
  type PlanSurroundings,
  surroundingsOf,
  type TypedPlan,
} from '../../app/studio/typed-plan.ts';
import {
  buildLetter,
  buildPicture,
  exact,
  heroTest,
  type Plan,
  payeesOf,
  readPlan,
} from '../../core/index.ts';
import { parseYaml } from '../../documents/read-yaml.ts';
import { formatter } from '../../render/format.ts';
import { heroLines } from '../../render/hero-text.ts';
import { planPreview } from '../../render/pages/plan-preview.ts';
import { writePreview } from './preview-template.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

type Text = Extract<ToWorker, { is: 'text' }>;

let around: PlanSurroundings | undefined;
let latest: Text | undefined;
/** As it was checked last. */
let last: TypedPlan | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.is === 'company') {
    const known = surroundingsOf(data.sources, data.file);
    around = known.ok ? known.product : undefined;
    return;
  }
  if (data.is === 'hero') {
    if (around) send(heroOf(data.turn, around));
    return;
  }
  latest = data;
  later(data, check);
});

/** What was typed meanwhile is heard first, and then only the last of it is looked at. */
function later(text: Text, act: (text: Text, surroundings: PlanSurroundings) => void): void {
  setTimeout(() => {
    if (text === latest && around) act(text, around);
  });
}

function check(text: Text, surroundings: PlanSurroundings): void {
  const document = parseYaml(text.text, text.file);
  const typed = checkTyped(document, surroundings);
  last = typed;
  const { findings, plan } = typed;
  const form = document.ok ? planForm(document.product.root) : undefined;
  const { turn } = text;
  send({ is: 'checked', turn, findings, ...(form && { form }), isPayable: plan !== undefined });
  if (!plan) return;
  later(text, () => {
    send({ is: 'priced', turn, html: previewOf(plan, typed, surroundings, text.saved) });
  });
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

/** Twice the target is the farthest that founders ask about. */
const UP_TO = exact('2');

function previewOf(
  plan: Plan,
  { data }: TypedPlan,
  { company, others }: PlanSurroundings,
  saved: string,
): string {
  const scene = { plan, company, ...(data && { data }) };
  const payees = payeesOf(plan, data);
  const [first] = payees;
  const picture = (payee?: string) =>
    buildPicture({ ...scene, upTo: UP_TO, ...(payee !== undefined && { payee }) });
  const letter = (of: Plan, against?: Plan) =>
    buildLetter({
      ...scene,
      plan: of,
      ...(first !== undefined && { payee: first }),
      ...(against && { against }),
    });
  const last = parseYaml(saved, 'saved');
  const before = last.ok ? readPlan(last.product, company) : undefined;
  const published = others.filter(({ id }) => id === plan.id).at(-1);
  const versions = [
    ...(before?.ok ? [{ title: 'Since it was last saved', plan: before.product }] : []),
    ...(published ? [{ title: `Against version ${published.version}`, plan: published }] : []),
  ];
  return writePreview(
    planPreview({
      all: picture(),
      one: payees.length > 1 ? picture(first) : undefined,
      letter: letter(plan),
      against: versions.map((each) => ({
        title: each.title,
        letter: letter(plan, each.plan),
        before: letter(each.plan),
      })),
    }),
  );
}
