// Whatever the language has can be added to any plan from the form: each addition is an edit that
// leaves every other byte, what it adds is there, and taken away again the text is as it was.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { type Addition, additionsAt, nodesToAdd } from '../../src/app/studio/plan-additions.ts';
import { planForm } from '../../src/app/studio/plan-form.ts';
import type { JsonSchema } from '../../src/app/studio/plan-schema.ts';
import { editOf } from '../../src/browser/plan/add-to-plan.ts';
import { type DocumentNode, nodeAt, planJsonSchema } from '../../src/core/index.ts';
import { changed, editYaml, type YamlEdit } from '../../src/documents/edit-yaml.ts';
import { parseYaml } from '../../src/documents/read-yaml.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/companies');
const schema = planJsonSchema() as JsonSchema;
const plans = ['revintel', 'crm-export'].flatMap((company) =>
  readdirSync(join(FIXTURES, company, 'plans')).map((name) => [
    `${company}/${name}`,
    readFileSync(join(FIXTURES, company, 'plans', name), 'utf8'),
  ]),
);

function rootOf(text: string): DocumentNode {
  const document = parseYaml(text, 'plan.yaml');
  if (!document.ok) throw new Error(JSON.stringify(document.diagnostics));
  return document.product.root;
}

function edited(text: string, edit: YamlEdit): string {
  const change = editYaml(text, edit);
  if (!change) throw new Error(`${JSON.stringify(edit)} has no place`);
  return changed(text, change);
}

/** The edit that takes away what was added last. */
function undoing({ path, isEntry }: Addition, before: DocumentNode): YamlEdit {
  const list = nodeAt(before, path);
  return isEntry && Array.isArray(list)
    ? { edit: 'remove-row', path: [...path, list.length] }
    : { edit: 'remove-field', path };
}

test.each(plans)('%s: all that may be added can be, and leaves no trace', (_name, text = '') => {
  const root = rootOf(text);
  const additions = planForm(root, schema).flatMap((section) => section.additions);
  expect(additions.length).toBeGreaterThan(20);
  for (const addition of additions) {
    for (const lines of [text, text.replaceAll('\n', '\r\n')]) {
      const [added] = nodesToAdd(addition, schema, root);
      if (!added) throw new Error(`nothing to start ${addition.label} with`);
      const more = edited(lines, editOf(addition, added));
      expect(nodeAt(rootOf(more), addition.path)).toBeDefined();
      expect(edited(more, undoing(addition, root))).toBe(lines);
    }
  }
});

test('each kind of component is an addition of its own, and what is there is none', () => {
  const root = rootOf('components:\n  - { id: a, kind: kpi }\nplanCap: { ofTarget: 200% }\n');
  const labels = additionsAt(schema, root, []).map(({ label }) => label);
  expect(labels).toEqual(expect.arrayContaining(['Component: kpi', 'Component: okr', 'Gate']));
  expect(labels).not.toContain('Plan cap');
  expect(additionsAt(schema, root, ['components', 0]).map(({ label }) => label)).toContain(
    'Payout cap',
  );
});

test('an entry takes the weight that the others leave, and an id of its own', () => {
  const root = rootOf('components:\n  - { id: new-kpi, kind: kpi, weight: 60% }\n');
  const addition = additionsAt(schema, root, []).find(({ label }) => label === 'Component: kpi');
  const [first] = addition ? nodesToAdd(addition, schema, root) : [];
  expect(first?.node).toMatchObject({ id: 'new-kpi-2', kind: 'kpi', weight: '40%' });
});
