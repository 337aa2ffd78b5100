// Completion of a plan while it is typed: fields that may stand at the cursor, words that a field
// may have. In: a text with the cursor at |. Out: what is offered.

import { CompletionContext } from '@codemirror/autocomplete';
import { EditorState } from '@codemirror/state';
import { expect, test } from '@jest/globals';
import { planCompletion } from '../../src/browser/plan/plan-completion.ts';

function offered(marked: string): readonly string[] {
  const at = marked.indexOf('|');
  const state = EditorState.create({ doc: marked.replace('|', '') });
  const found = planCompletion(new CompletionContext(state, at, true));
  return found?.options.map(({ label }) => label) ?? [];
}

test.each([
  ['a field of the plan', 'plan: x\npay|', ['payoutPeriod', 'planCap', 'gates']],
  ['a word of a field', 'payoutPeriod: q|', ['month', 'quarter', 'half-year', 'year']],
  ['a field behind a dash', 'gates:\n  - id: fit\n    req|', ['require', 'actsOn', 'whenNotMet']],
  ['a word inside a gate', 'gates:\n  - id: fit\n    whenNotMet: |', ['zero']],
  ['a field of a component', 'components:\n  # why\n  - kind: kpi\n    w|', ['weight', 'window']],
  ['a shape', 'components:\n  - kind: kpi\n    curve:\n      shape: |', ['linear', 'marginal']],
  ['in braces', 'planCap: { of|', ['ofTarget']],
  ['a measure of any name', 'measures:\n  arr:\n    label: ARR\n    cal|', ['calculate', 'deals']],
])('%s', (_name, text, wanted) => {
  expect(offered(text)).toEqual(expect.arrayContaining([...wanted]));
});

test('a field of a component is none of the plan', () => {
  expect(offered('components:\n  - kind: kpi\n    |')).not.toContain('payoutPeriod');
  expect(offered('nothing:\n  like: |')).toEqual([]);
});
