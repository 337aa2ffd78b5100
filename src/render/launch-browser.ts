// Starts a browser that was found, set up for printing documents nobody vouches for.
// In: the browser and the wish for a sandbox. Out: puppeteer's handle, or an error that says what
// the browser itself said. Source of the set-up: FACTS.md, "PDF".

import puppeteer, { type Browser } from 'puppeteer-core';
import { type BrowserFound, runBrowser } from './try-browser.ts';

export interface LaunchOptions {
  /** Some machines refuse it to ordinary users: Ubuntu 23.10 and later, some containers. */
  readonly sandbox: 'required' | 'preferred';
  readonly log: (line: string) => void;
}

const ARGUMENTS: readonly string[] = [
  // No name resolves: DNS prefetching and preconnecting pass by the interception of requests.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // Same glyph positions on every machine, whatever its fontconfig says about hinting.
  '--font-render-hinting=none',
  // Paper needs no graphics card, and looking for one costs a process.
  '--disable-gpu',
];
const NO_SANDBOX = '--no-sandbox';

/** How long the browser may stay silent on one request before that request has failed. */
const PROTOCOL_TIMEOUT_MS = 90_000;

export async function launchBrowser(found: BrowserFound, options: LaunchOptions): Promise<Browser> {
  if (process.getuid?.() === 0) {
    options.log('Printing without the browser sandbox, since this process runs as root.');
    return start(found, [NO_SANDBOX]);
  }
  try {
    return await start(found, []);
  } catch (cause) {
    const isRefused = cause instanceof Error && cause.message.includes('No usable sandbox');
    if (!isRefused || options.sandbox === 'required') throw cause;
    options.log('Printing without the browser sandbox, since this machine refuses it.');
    return start(found, [NO_SANDBOX]);
  }
}

async function start(found: BrowserFound, extra: readonly string[]): Promise<Browser> {
  const args = [...ARGUMENTS, ...extra];
  try {
    return await puppeteer.launch({
      executablePath: found.executablePath,
      args,
      pipe: true,
      protocolTimeout: PROTOCOL_TIMEOUT_MS,
      // Puppeteer's handlers would end this process on a signal, in the middle of a run.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      ...(found.environment === undefined ? {} : { env: found.environment }),
    });
  } catch (cause) {
    const why = await ownWords(found, args);
    throw new Error(`${found.label} does not start: ${why ?? String(cause)}`, { cause });
  }
}

/** Over its pipe the browser only falls silent; started alone, it says why. */
async function ownWords(found: BrowserFound, args: readonly string[]): Promise<string | undefined> {
  const alone = ['--headless', ...args, '--dump-dom', 'about:blank'];
  const { failure } = await runBrowser(found.executablePath, alone, found.environment);
  const line = failure?.split('\n').find((each) => /FATAL|error|sandbox/i.test(each)) ?? failure;
  // Without the log's own `[1121/193233.322214:FATAL:../content/browser/…cc:128] `.
  return line?.replace(/^\[\S+\] /, '');
}
