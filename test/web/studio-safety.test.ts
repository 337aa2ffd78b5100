// The studio on one's own machine: other sites, other names, paths that lead out, too large texts.
// Each is refused with a page that says why, and nothing is changed.

import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Request, Response } from 'express';
import { knownHost } from '../../src/web/guards.ts';
import { Refusal } from '../../src/web/refusal.ts';
import { openStudio } from '../../src/wire.ts';
import { type OpenedStudio, openTestStudio } from '../browser/open-studio.ts';

let studio: OpenedStudio;

beforeAll(async () => {
  studio = await openTestStudio();
});
afterAll(() => studio.close());

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

/** Plain HTTP: `fetch` would not let a test say another Host. */
function ask(
  path: string,
  { method = 'GET', headers = {}, body = '' } = {} as {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  },
): Promise<Answer> {
  const { hostname, port } = new URL(studio.address);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      const text: string[] = [];
      response.setEncoding('utf8').on('data', (chunk: string) => text.push(chunk));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: text.join(''),
        });
      });
    });
    asked.on('error', reject).end(body);
  });
}

describe('pages', () => {
  test('load nothing from elsewhere and run no code of their own', async () => {
    const { status, headers, text } = await ask('/');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(text).not.toMatch(/<style|\sstyle=|<script(?! type="module" src="\/assets\/)|\son\w+=/);
    expect(text).not.toMatch(/(?:src|href)="https?:/);
  });

  test('that do not exist say so', async () => {
    const { status, text } = await ask('/nothing-here');
    expect([status, text.includes('There is no page here')]).toEqual([404, true]);
  });
});

describe('other names and other sites', () => {
  test.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', 'localhost.evil'])(
    'Host %j is refused',
    async (host) => {
      const { status, text } = await ask('/', { headers: { Host: host } });
      expect([status, text.includes('RevIntel')]).toEqual([421, false]);
    },
  );

  test.each(['localhost', 'localhost:4600', '127.0.0.1', '[::1]:4600'])(
    'Host %j is this machine',
    async (host) => {
      expect((await ask('/', { headers: { Host: host } })).status).toBe(200);
    },
  );

  test('a configured name is known however it is written', () => {
    const refusals: unknown[] = [];
    const asked = (host: string) => ({ headers: { host } }) as Request;
    const guard = knownHost('MyBox.local');
    for (const host of ['mybox.local:4600', 'other.local:4600']) {
      guard(asked(host), {} as Response, (refusal) => refusals.push(refusal));
    }
    expect(refusals).toEqual([undefined, expect.any(Refusal)]);
  });

  test.each<Readonly<Record<string, string>>>([
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: 'http://127.0.0.1:1' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    {},
  ])('a page elsewhere cannot write: %j', async (headers) => {
    const { status, text } = await ask('/', { method: 'POST', headers });
    expect([status, text.includes('Nothing was changed')]).toEqual([403, true]);
  });

  test('a page elsewhere cannot load what pages load', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' };
    expect((await ask('/', { headers })).status).toBe(403);
  });

  test('a link from elsewhere opens a page', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' };
    expect((await ask('/', { headers })).status).toBe(200);
  });
});

test('a busy port is said with what to do', async () => {
  const port = Number(new URL(studio.address).port);
  const request = { folder: studio.folder, isExample: false, host: '127.0.0.1', port };
  const second = await openStudio({ ...request, log: () => undefined });
  expect(second.diagnostics.map(({ code, what, remedy }) => [code, what, remedy])).toEqual([
    [
      'studio/not-listening',
      `the studio cannot listen on 127.0.0.1, port ${port}: another program listens there already`,
      'choose another port, such as `PORT=4601 npm start`, or stop the other program',
    ],
  ]);
});

describe('assets', () => {
  test.each([
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/inter/..%2f..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets/%00',
    '/assets/.hidden',
  ])('%s leads nowhere', async (path) => {
    const { status, text } = await ask(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(text).not.toContain('"dependencies"');
  });
});
