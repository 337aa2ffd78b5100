// What is added from the form starts as something the checker has least against: of all nodes to
// begin with, each is put into the text and read. In: the addition and the text. Out: the edit.

import { type Added, type Addition, nodesToAdd } from '../../app/studio/plan-additions.ts';
import type { JsonSchema } from '../../app/studio/plan-schema.ts';
import { type Company, readPlan } from '../../core/index.ts';
import { changed, editYaml, type YamlEdit } from '../../documents/edit-yaml.ts';
import { parseYaml } from '../../documents/read-yaml.ts';

interface Tried {
  readonly edit: YamlEdit;
  readonly faults: number;
}

export function editToAdd(
  addition: Addition,
  {
    text,
    schema,
    company,
  }: {
    readonly text: string;
    readonly schema: JsonSchema;
    readonly company: Company | undefined;
  },
): YamlEdit | undefined {
  const document = parseYaml(text, 'plan');
  if (!document.ok) return undefined;
  const tried = nodesToAdd(addition, schema, document.product.root).flatMap(
    (each): readonly Tried[] => {
      const edit = editOf(addition, each);
      const change = editYaml(text, edit);
      return change ? [{ edit, faults: faultsOf(changed(text, change), company) }] : [];
    },
  );
  return tried.toSorted((one, other) => one.faults - other.faults)[0]?.edit;
}

export function editOf({ isEntry }: Addition, { path, node, isFirst, after }: Added): YamlEdit {
  if (isEntry && !isFirst) return { edit: 'add-row', path, node };
  return { edit: 'add-field', path, node, ...(after !== undefined && { after }) };
}

function faultsOf(text: string, company: Company | undefined): number {
  const document = parseYaml(text, 'plan');
  const { diagnostics } = document.ok ? readPlan(document.product, company) : document;
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}
