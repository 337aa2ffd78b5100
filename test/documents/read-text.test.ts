// Files as they come from people's disks: missing, empty, too large, in another encoding.

import { chmod, mkdir } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { readText } from '../../src/documents/read-text.ts';
import { tempFiles } from './temp-files.ts';

const files = tempFiles();

async function read(content: string | Uint8Array, maxBytes = 1000) {
  return await readText(await files.write('input', content), 'plan.yaml', { maxBytes });
}

/** The findings as place with code, what is wrong, and the remedy. */
async function findings(content: string | Uint8Array) {
  const { ok, diagnostics } = await read(content);
  expect(ok).toBe(false);
  return diagnostics.map(({ code, place, what, remedy }) => [
    `${place.file}:${place.line}:${place.column} ${code}`,
    what,
    remedy,
  ]);
}

describe('a text file', () => {
  test('is handed on as it is', async () => {
    expect(await read('näme: Ann\r\n')).toEqual({
      ok: true,
      product: 'näme: Ann\r\n',
      diagnostics: [],
    });
  });

  test('loses its byte order mark', async () => {
    expect(await read('\uFEFFa: 1')).toMatchObject({ product: 'a: 1' });
  });

  test('may be exactly as large as the limit', async () => {
    expect((await read('x'.repeat(1000))).ok).toBe(true);
  });
});

describe('a file that is no text is refused', () => {
  test.each([
    [
      'empty',
      '',
      [
        'plan.yaml:1:1 file/empty',
        '`plan.yaml` has no content',
        'save the file with its content, or name another one',
      ],
    ],
    [
      'blank',
      ' \r\n\t\n',
      [
        'plan.yaml:1:1 file/empty',
        '`plan.yaml` has no content',
        'save the file with its content, or name another one',
      ],
    ],
    [
      'one byte too large',
      'x'.repeat(1001),
      [
        'plan.yaml:1:1 file/too-large',
        '`plan.yaml` is larger than 1000 bytes',
        'split it into several files, or leave out rows and columns that are not needed',
      ],
    ],
    [
      'Latin-1',
      Buffer.from('a: 1\nname: M\xfcller\n', 'latin1'),
      [
        'plan.yaml:2:8 file/not-text',
        'a character after `name: M` is not UTF-8',
        'save the file as UTF-8; in Excel choose the file type CSV UTF-8',
      ],
    ],
    [
      'zero bytes',
      'a: 1\nb: \0',
      [
        'plan.yaml:2:4 file/not-text',
        '`plan.yaml` holds zero bytes, as programs and pictures do',
        'name a text file, or save this one again as UTF-8 text',
      ],
    ],
    [
      'a renamed workbook',
      Buffer.from('PK\x03\x04\x14\0'),
      [
        'plan.yaml:1:1 file/not-text',
        '`plan.yaml` is a zip file or an Excel workbook, not UTF-8 text',
        'give it its ending .xlsx',
      ],
    ],
    [
      'UTF-16',
      Buffer.from('\uFEFFa: 1', 'utf16le'),
      [
        'plan.yaml:1:1 file/not-text',
        '`plan.yaml` is UTF-16 text, not UTF-8 text',
        'save it again with the encoding UTF-8',
      ],
    ],
    [
      'a PDF',
      '%PDF-1.7\n',
      [
        'plan.yaml:1:1 file/not-text',
        '`plan.yaml` is a PDF, not UTF-8 text',
        'export the data as CSV, or write the plan as YAML',
      ],
    ],
    [
      'a web page',
      '\n<!DOCTYPE html><html>',
      [
        'plan.yaml:1:1 file/unknown-format',
        '`plan.yaml` starts with `<!DOCTYPE html><html`',
        'it is a page or a word processor file: export it again as CSV, YAML or .xlsx',
      ],
    ],
  ])('%s', async (_name, content, expected) => {
    expect(await findings(content)).toEqual([expected]);
  });
});

describe('a path that leads to no file is refused', () => {
  test('nothing is there', async () => {
    expect(await readText(files.path('none'), 'none.yaml', { maxBytes: 9 })).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'file/not-found', what: 'there is no file `none.yaml`' }],
    });
  });

  test('a folder', async () => {
    await mkdir(files.path('folder'));
    expect(await readText(files.path('folder'), 'plans', { maxBytes: 9 })).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'file/is-directory', what: '`plans` is a folder' }],
    });
  });

  test('a device that never ends', async () => {
    expect(await readText('/dev/zero', '/dev/zero', { maxBytes: 9 })).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'file/not-readable', what: '`/dev/zero` is a device or a pipe' }],
    });
  });

  test('a name with a zero byte, and a file without permission', async () => {
    const strange = await readText('a\0b', 'a', { maxBytes: 9 });
    expect(strange).toMatchObject({ ok: false, diagnostics: [{ code: 'file/not-readable' }] });
    const locked = await files.write('locked', 'a: 1');
    await chmod(locked, 0o000);
    const outcome = await readText(locked, 'locked', { maxBytes: 9 });
    // The superuser may read everything.
    const expected = process.getuid?.() === 0 ? [] : ['file/not-readable'];
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual(expected);
  });
});
