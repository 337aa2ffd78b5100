// What fields of pages say as documents have it: separators are read as what they surely mean, and
// what cannot be read is left for the reader of documents to refuse.

import { expect, test } from '@jest/globals';
import { exact } from '../../src/core/index.ts';
import { documentText, fieldText } from '../../src/render/pages/field-text.ts';

test.each([
  ['40,000', 'money', '40000'],
  ['40000,50', 'money', '40000.50'],
  ['40’000.50', 'money', '40000.50'],
  ['1.234.567,89', 'money', '1234567.89'],
  ['2,5', 'ratio', '2.5%'],
  ['76.2 %', 'ratio', '76.2%'],
  ['-3', 'count', '-3'],
  ['forty', 'money', 'forty'],
  ['1,2,3', 'ratio', '1,2,3'],
  [' new ', 'text', 'new'],
  ['', 'ratio', ''],
] as const)('%j of %s is %j', (field, unit, text) => {
  expect(documentText(field, unit)).toBe(text);
});

test('a field shows a ratio in percent', () => {
  expect(fieldText(exact('0.762'), 'ratio')).toBe('76.2');
});
