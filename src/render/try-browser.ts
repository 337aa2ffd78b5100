// Tries whether one browser starts on this machine, by asking for its version.
// In: its path, where it comes from and what its environment needs. Out: how to start it, or why
// not, with the Debian packages that would help. A file that is there but lacks a system library
// is worth nothing, and the loader's own message names only the first one missing.

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';

export interface BrowserFound {
  readonly isFound: true;
  readonly executablePath: string;
  /** All of the browser's environment; absent where it inherits this process's. */
  readonly environment?: Readonly<Record<string, string>>;
  /** For the log: `Chromium 147.0.7727.0 (npm package @sparticuz/chromium 147.0.0)`. */
  readonly label: string;
}

export interface Rejected {
  readonly isFound: false;
  readonly reason: string;
  readonly aptPackages: readonly string[];
}

const ANSWER_WITHIN_MS = 20_000;

/** The libraries that the npm-shipped browser takes from the system, and who has them. */
const APT_PACKAGES: readonly (readonly [library: RegExp, aptPackage: string])[] = [
  [/^lib(nss3|nssutil3|smime3)\.so/, 'libnss3'],
  [/^lib(nspr4|plc4|plds4)\.so/, 'libnspr4'],
  [/^libexpat\.so/, 'libexpat1'],
  [/^libgcc_s\.so/, 'libgcc-s1'],
];

export function rejected(reason: string, libraries: readonly string[] = []): Rejected {
  const packages = APT_PACKAGES.filter(([pattern]) => libraries.some((each) => pattern.test(each)));
  return { isFound: false, reason, aptPackages: packages.map(([, aptPackage]) => aptPackage) };
}

export async function tryBrowser(
  executablePath: string,
  origin: string,
  additions: Readonly<Record<string, string>> = {},
): Promise<BrowserFound | Rejected> {
  if (!existsSync(executablePath)) return rejected(`${origin}: there is no ${executablePath}`);
  if (process.platform !== 'linux') return { isFound: true, executablePath, label: origin };
  const environment = environmentWith(additions);
  const answer = await runBrowser(executablePath, ['--version'], environment);
  if (answer.failure === undefined) {
    return { isFound: true, executablePath, environment, label: `${answer.output} (${origin})` };
  }
  const libraries = await missingLibraries(executablePath, environment);
  const why = libraries.length > 0 ? `it lacks ${libraries.join(', ')}` : answer.failure;
  return rejected(`${origin}: ${executablePath} does not start: ${why}`, libraries);
}

/** Nothing of ours reaches the browser, and locale and time zone are the same everywhere. */
function environmentWith(additions: Readonly<Record<string, string>>): Record<string, string> {
  const path = '/usr/local/bin:/usr/bin:/bin';
  const fixed = { PATH: path, LANG: 'C.UTF-8', TZ: 'UTC' };
  return { ...fixed, HOME: homedir(), TMPDIR: tmpdir(), ...additions };
}

/** The dynamic loader lists what it would load, as `ldd` has it do. */
async function missingLibraries(
  executablePath: string,
  environment: Readonly<Record<string, string>>,
): Promise<string[]> {
  const tracing = { ...environment, LD_TRACE_LOADED_OBJECTS: '1' };
  const { output } = await runBrowser(executablePath, [], tracing);
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, library = '']) => library);
}

interface Answer {
  readonly output: string;
  /** Why it did not answer, in its own words. */
  readonly failure: string | undefined;
}

/** Runs the browser by itself, without puppeteer, to hear what it says; never rejects. */
export function runBrowser(
  executablePath: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> | undefined,
): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const options = { env: environment, timeout: ANSWER_WITHIN_MS };
  execFile(executablePath, args, options, (error, stdout, stderr) => {
    const failure = error === null ? undefined : (stderr || error.message).trim();
    resolve({ output: stdout.trim(), failure });
  });
  return promise;
}
