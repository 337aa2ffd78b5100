// The JSON Schemas of plans and companies for editors, made from the same zod shapes that read
// them, so that completion in an editor can never disagree with the checker.
// In: the shapes. Out: JSON Schema objects (draft 2020-12).

import { z } from 'zod';
import { companyShape, dealsShape, tableShapes } from '../company/document.ts';
import { componentKindNames, componentShape } from '../components/kinds.ts';
import { type MeasureKind, measureKinds, measureShapes } from '../measures/document.ts';
import {
  gateShape,
  groupCapShape,
  headerShape,
  holdShape,
  linkShape,
  modifierShape,
} from '../plan/document.ts';
import type { Shape } from './fields.ts';
import { identifier, text } from './leaves.ts';

export function planJsonSchema(): object {
  const measure = (kind: MeasureKind): z.ZodType =>
    z.strictObject({ calculate: z.literal(kind), ...(measureShapes[kind] as Shape) });
  const component = (kind: (typeof componentKindNames)[number]): z.ZodType =>
    z.strictObject({ kind: z.literal(kind), ...componentShape(kind) });
  const plan = z.strictObject({
    ...headerShape,
    measures: z.record(identifier, z.union(measureKinds.map(measure))),
    components: z.array(z.union(componentKindNames.map(component))).min(1),
    modifiers: z.array(z.strictObject(modifierShape)).optional(),
    links: z.array(z.strictObject(linkShape)).optional(),
    gates: z.array(z.strictObject(gateShape)).optional(),
    groupCaps: z.array(z.strictObject(groupCapShape)).optional(),
    holds: z.array(z.strictObject(holdShape)).optional(),
  });
  return jsonSchema(plan, 'OnTarget compensation plan');
}

export function companyJsonSchema(): object {
  const company = z.strictObject({
    ...companyShape,
    data: z.strictObject({ folder: text, deals: z.strictObject(dealsShape), ...tableShapes }),
  });
  return jsonSchema(company, 'OnTarget company');
}

/** What our schemas say beyond JSON Schema’s own words. */
interface LeafMeta {
  leafPattern?: string;
  numeric?: boolean;
  /** One thing, or several of different kinds, that may stand there. */
  startsAs?: unknown;
}

function jsonSchema(schema: z.ZodType, title: string): object {
  const made = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    reused: 'ref',
    override: ({ jsonSchema: node }) => {
      const { leafPattern, numeric, startsAs } = node as LeafMeta;
      // An editor's YAML parser makes numbers of digits; the reader keeps them as text.
      if (numeric) node.type = ['string', 'number', 'boolean'] as unknown as 'string';
      if (leafPattern !== undefined) node.pattern = leafPattern;
      if (startsAs !== undefined) node.examples = [startsAs].flat();
      for (const name of ['leafPattern', 'numeric', 'startsAs'] as const) {
        delete (node as LeafMeta)[name];
      }
    },
  });
  return { title, ...made };
}
