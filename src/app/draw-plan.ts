// drawPlan: a plan's picture, and its drawings as files. In: a plan (or a company and what tells
// which plan), perhaps a payee and a component, a folder. Out: the picture, then paths; findings
// with nothing written where something is wrong.

import {
  buildPicture,
  diagnose,
  nearestWord,
  type Outcome,
  outcomeOf,
  type PlanPicture,
} from '../core/index.ts';
import { fileStem } from './file-stem.ts';
import { findPlan, type PlanSubject } from './find-plan.ts';
import type { Drawings, OutputFolder } from './ports.ts';

export interface PictureSubject extends PlanSubject {
  /** Id of the one component to show. */
  readonly component?: string;
}

/** A picture, or the plans among which one has to be named. */
export type FoundPicture =
  | { readonly picture: PlanPicture }
  | { readonly choices: readonly string[] };

export async function findPicture(subject: PictureSubject): Promise<Outcome<FoundPicture>> {
  const found = await findPlan(subject);
  if (!found.ok) return found;
  if ('choices' in found.product) return outcomeOf<FoundPicture>(found.product, []);
  const { plan, scene } = found.product;
  const { payee, component } = subject;
  const { company, data } = scene;
  const ids = plan.components.map(({ id }) => id);
  if (component !== undefined && !ids.includes(component)) {
    const near = nearestWord(component, ids);
    const remedy = near ? `write \`${near}\`` : `write one of: ${ids.join(', ')}`;
    const what = `the plan \`${plan.id}\` has no component \`${component}\``;
    const place = plan.placeOf(['components']);
    return outcomeOf<FoundPicture>(undefined, [
      diagnose('calculation/unknown-cell', place, what, remedy),
    ]);
  }
  const picture = buildPicture({
    plan,
    company,
    ...(data && { data }),
    ...(payee !== undefined && { payee }),
  });
  const only = picture.components.filter(({ id }) => id === component);
  return outcomeOf<FoundPicture>(
    { picture: component === undefined ? picture : { ...picture, components: only, costs: [] } },
    [],
  );
}

/** `curve_vp-sales_new-arr.svg`, `cost_vp-sales.svg`; a payee's own have their id too. */
export async function writeDrawings(
  { plan }: PlanPicture,
  payee: string | undefined,
  { curves, cost }: Drawings,
  output: OutputFolder,
): Promise<Outcome<readonly string[]>> {
  const whose = [fileStem(plan.id), ...(payee === undefined ? [] : [fileStem(payee)])].join('_');
  const files = new Map<string, string>([
    ...[...curves].map(
      ([component, svg]) => [`curve_${whose}_${fileStem(component)}.svg`, svg] as const,
    ),
    ...(cost === undefined ? [] : [[`cost_${whose}.svg`, cost] as const]),
  ]);
  let written: Outcome<readonly string[]> | undefined;
  try {
    written = await putAll(files, output);
    return written;
  } finally {
    if (!written?.ok) await output.discard();
  }
}

async function putAll(
  files: ReadonlyMap<string, string>,
  output: OutputFolder,
): Promise<Outcome<readonly string[]>> {
  const refused = await output.open([...files.keys()]);
  if (refused.length > 0) return outcomeOf<readonly string[]>(undefined, refused);
  for (const [name, svg] of files) {
    const fault = await output.put(name, new TextEncoder().encode(svg));
    if (fault) return outcomeOf<readonly string[]>(undefined, [fault]);
  }
  return output.commit();
}
