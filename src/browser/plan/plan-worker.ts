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
  type Plan,
  payeesOf,
  readPlan,
} from '../../core/index.ts';
import { parseYaml } from '../../documents/read-yaml.ts';
import { planPreview } from '../../render/pages/plan-preview.ts';
import { writePreview } from './preview-template.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

type Text = Extract<ToWorker, { is: 'text' }>;

let around: PlanSurroundings | undefined;
let latest: Text | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.is === 'company') {
    const known = surroundingsOf(data.sources, data.file);
    around = known.ok ? known.product : undefined;
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
  const { findings, plan } = typed;
  const form = document.ok ? planForm(document.product.root) : undefined;
  const { turn } = text;
  send({ is: 'checked', turn, findings, ...(form && { form }), isPayable: plan !== undefined });
  if (!plan) return;
  later(text, () => {
    send({ is: 'priced', turn, html: previewOf(plan, typed, surroundings, text.saved) });
  });
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
