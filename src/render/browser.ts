// Finds a Chromium that starts on this machine, in order of preference.
// In: the path that the configuration names, if any, and a cache folder. Out: how to start the
// browser, or what was looked at and what to install: a value, since it is nobody's bug.

import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { type BrowserFound, type Rejected, rejected, tryBrowser } from './try-browser.ts';
import { unpackBrowser } from './unpack-browser.ts';

export interface BrowserSearch {
  /** When given, this browser is used or none: a wrong path must not go unnoticed. */
  readonly configuredPath?: string;
  /** Where the npm-shipped browser is unpacked, once (190 MB). */
  readonly cacheFolder: string;
}

export interface BrowserMissing {
  readonly isFound: false;
  /** One line for each place: what was looked at and why it did not do. */
  readonly lookedAt: readonly string[];
  /** What to install or configure. */
  readonly remedy: string;
}

/** What one place has, as far as it was tried: the last one may be a browser that starts. */
type Place = (search: BrowserSearch) => Promise<readonly (BrowserFound | Rejected)[]>;

/** The npm-shipped browser comes first: tests, figures and reproducible bytes stand on it. */
const PLACES: readonly Place[] = [shipped, cached, installed];

export async function findBrowser(search: BrowserSearch): Promise<BrowserFound | BrowserMissing> {
  const refusals: Rejected[] = [];
  for (const place of search.configuredPath === undefined ? PLACES : [configured]) {
    for (const found of await place(search)) {
      if (found.isFound) return found;
      refusals.push(found);
    }
  }
  return {
    isFound: false,
    lookedAt: refusals.map(({ reason }) => reason),
    remedy: remedy(refusals),
  };
}

function remedy(refusals: readonly Rejected[]): string {
  const packages = new Set(refusals.flatMap(({ aptPackages }) => aptPackages));
  if (packages.size > 0)
    return `Install the missing libraries: apt-get install ${[...packages].join(' ')}`;
  return 'Install Chromium or Google Chrome, or configure the path of one.';
}

async function configured({ configuredPath = '' }: BrowserSearch): ReturnType<Place> {
  return [await tryBrowser(configuredPath, 'the configured path')];
}

async function shipped({ cacheFolder }: BrowserSearch): ReturnType<Place> {
  const origin = 'npm package @sparticuz/chromium';
  const machine = `${process.platform} ${process.arch}`;
  if (machine !== 'linux x64') return [rejected(`${origin}: made for linux x64, not ${machine}`)];
  try {
    const { executablePath, packageVersion, ...folders } = await unpackBrowser(cacheFolder);
    const named = `${origin} ${packageVersion}`;
    const fonts = { FONTCONFIG_PATH: folders.fontFolder };
    const alone = await tryBrowser(executablePath, named, fonts);
    if (alone.isFound) return [alone];
    // The system's own libraries get security updates, so the package's copies come second.
    const helped = { ...fonts, LD_LIBRARY_PATH: folders.libraryFolder };
    return [await tryBrowser(executablePath, `${named} with its own libraries`, helped)];
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return [rejected(`${origin}: cannot be unpacked into ${cacheFolder}: ${why}`)];
  }
}

/** How puppeteer lays out its cache: kind, build, folder, program. */
const CACHED_PROGRAMS = [
  'chrome-headless-shell/*/*/chrome-headless-shell{,.exe}',
  'chrome/*/*/chrome{,.exe}',
  'chrome/*/*/*.app/Contents/MacOS/*',
];

async function cached(): ReturnType<Place> {
  const cwd = join(homedir(), '.cache', 'puppeteer');
  const paths: string[] = [];
  for await (const path of glob(CACHED_PROGRAMS, { cwd })) paths.push(path);
  if (paths.length === 0) return [rejected(`puppeteer's cache: no Chrome in ${cwd}`)];
  const best = paths.sort(shellThenNewest).map((path) => join(cwd, path));
  return tryInOrder(best, "puppeteer's cache");
}

/** The headless shell is made for this; of the same kind, the newest build. */
function shellThenNewest(left: string, right: string): number {
  const shells = Number(right.startsWith('chrome-h')) - Number(left.startsWith('chrome-h'));
  return shells || right.localeCompare(left, 'en', { numeric: true });
}

async function installed(): ReturnType<Place> {
  const usual = [...stableChrome(), ...(USUAL_PATHS[process.platform] ?? [])];
  const paths = usual.filter((path) => existsSync(path));
  if (paths.length > 0) return tryInOrder(paths, 'installed on this machine');
  return [rejected('installed programs: no Chrome or Chromium in the usual places')];
}

const USUAL_PATHS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: ['C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
};

/** Puppeteer knows where Chrome's own installer puts it, and throws where it is not. */
function stableChrome(): string[] {
  try {
    return [puppeteer.executablePath('chrome')];
  } catch {
    return [];
  }
}

async function tryInOrder(paths: readonly string[], origin: string): ReturnType<Place> {
  const tried: (BrowserFound | Rejected)[] = [];
  for (const path of paths) {
    const each = await tryBrowser(path, origin);
    tried.push(each);
    if (each.isFound) break;
  }
  return tried;
}
