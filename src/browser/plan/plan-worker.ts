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

let around: PlanSurroundings | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.is === 'company') {
    const known = surroundingsOf(data.sources, data.file);
    around = known.ok ? known.product : undefined;
    return;
  }
  if (around) send(checked(data, around));
});

function send(message: FromWorker): void {
  self.postMessage(message);
}

function checked(
  { turn, file, text, saved }: Extract<ToWorker, { is: 'text' }>,
  surroundings: PlanSurroundings,
): FromWorker {
  const document = parseYaml(text, file);
  const typed = checkTyped(document, surroundings);
  const form = document.ok ? planForm(document.product.root) : undefined;
  const preview = typed.plan && previewOf(typed.plan, typed, surroundings, saved);
  return {
    turn,
    findings: typed.findings,
    ...(form && { form }),
    ...(preview !== undefined && { preview }),
  };
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
  const letter = (against?: Plan) =>
    buildLetter({
      ...scene,
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
      letter: letter(),
      against: versions.map((each) => ({ title: each.title, letter: letter(each.plan) })),
    }),
  );
}
