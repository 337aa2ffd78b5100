// The letters of all plans of all cases, whatever mechanisms they use: each can be written, and its
// text says every leaf of the plan. In: fixtures/cases. Out: text of the HTML that is printed.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { caseCompany, partOf } from '../../src/core/case/case-documents.ts';
import { buildLetter, readCompany, readPlan } from '../../src/core/index.ts';
import { parseYaml } from '../../src/documents/read-yaml.ts';
import { renderDocument } from '../../src/render/html.ts';
import { letterView } from '../../src/render/letter/letter-view.ts';
import { must } from '../in-memory-company.ts';
import { missingIn, packed } from './letter-reader.ts';

const cases = readdirSync(join(import.meta.dirname, '../../fixtures/cases'), {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.yaml'))
  .sort();

test.each(cases)('%s', (file) => {
  const path = join(import.meta.dirname, '../../fixtures/cases', file);
  const document = must(parseYaml(readFileSync(path, 'utf8'), file));
  const company = must(readCompany(caseCompany(document)));
  for (const at of plansIn(document.root)) {
    const plan = must(readPlan(partOf(document, at), company));
    const letter = buildLetter({ plan, company });
    const text = textOf(renderDocument('letter', letterView(letter, { locale: 'en-US' })));
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    expect(missingIn(text, plan)).toEqual([]);
  }
});

/** A case has one plan, or a list of them. */
function plansIn(root: unknown): readonly (readonly (string | number)[])[] {
  const { plan, plans } = root as { plan?: unknown; plans?: readonly unknown[] };
  const listed = (plans ?? []).map((_, index) => ['plans', index]);
  return plan === undefined ? listed : [['plan'], ...listed];
}

const ENTITIES = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#x27;', "'"],
  ['&#x3D;', '='],
  ['&#x60;', '`'],
  ['&amp;', '&'],
] as const;

function textOf(html: string): string {
  const body = html.slice(html.indexOf('<body>')).replace(/<[^>]*>/g, ' ');
  const plain = ENTITIES.reduce((text, [entity, sign]) => text.replaceAll(entity, sign), body);
  return packed(plain);
}
