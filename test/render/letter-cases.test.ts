// The letters of all plans of all cases, whatever mechanisms they use: each can be written, and its
// text says every leaf of the plan. In: fixtures/cases. Out: text of the HTML that is printed.

import { expect, test } from '@jest/globals';
import { caseCompany, casePlans } from '../../src/core/case/case-documents.ts';
import { buildLetter, readCompany, readPlan } from '../../src/core/index.ts';
import { renderDocument } from '../../src/render/html.ts';
import { letterView } from '../../src/render/letter/letter-view.ts';
import { caseFiles, openCase } from '../case-files.ts';
import { must } from '../in-memory-company.ts';
import { missingIn, packed } from './letter-reader.ts';

test.each(caseFiles)('%s', async (file) => {
  const { document, named } = await openCase(file);
  const company = must(readCompany(caseCompany(document, named)));
  for (const each of casePlans(document, named)) {
    const plan = must(readPlan(each, company));
    const letter = buildLetter({ plan, company });
    const text = textOf(renderDocument('letter', letterView(letter, { locale: 'en-US' })));
    expect(text).not.toMatch(/undefined|\[object|NaN/);
    expect(missingIn(text, plan)).toEqual([]);
  }
});

test('a gate that scales by a curve says what the curve is for', async () => {
  const file = caseFiles.find((each) => each.endsWith('gate-scale-curve.yaml'));
  const { document, named } = await openCase(file ?? '');
  const company = must(readCompany(caseCompany(document, named)));
  const [plan] = casePlans(document, named).map((each) => must(readPlan(each, company)));
  const letter = plan && buildLetter({ plan, company });
  const html = letter && renderDocument('letter', letterView(letter, { locale: 'en-US' }));
  expect(textOf(html ?? '')).toContain(packed('only the part of the payout that this curve gives'));
});

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
