// Unpacks the Chromium that npm ships (@sparticuz/chromium) into the cache folder, once.
// In: the cache folder. Out: the paths of the browser, its spare libraries and its fonts.
// The package's own unpacking writes /tmp/chromium in place, so a second process can start half a
// binary; here all files are written beside the goal and appear by one rename, as npm's and
// git's object stores do it.

import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';

export interface UnpackedBrowser {
  readonly packageVersion: string;
  readonly executablePath: string;
  /** Copies of the system libraries that a bare machine lacks (NSS, NSPR, expat). */
  readonly libraryFolder: string;
  /** Goes into FONTCONFIG_PATH: a fonts.conf with one font, and the system's fonts where any. */
  readonly fontFolder: string;
}

/** A killed process leaves its folder behind; nobody unpacks for an hour. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** With no font at all, Chromium prints empty pages, even where a page brings its own fonts. */
const FONT_CONFIGURATION = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
`;

/** Rejects with the system's error when the package is absent or the folder cannot be written. */
export async function unpackBrowser(cacheFolder: string): Promise<UnpackedBrowser> {
  const packageFolder = findPackage();
  const packageVersion = await versionOf(packageFolder);
  // The browser gets these paths in its environment and has its own working directory.
  const folder = resolve(cacheFolder, `chromium-${packageVersion}`);
  // The rename below is the last step, so a folder with this name is whole.
  if (!existsSync(folder)) await fill(folder, packageFolder);
  return {
    packageVersion,
    executablePath: join(folder, 'chromium'),
    libraryFolder: join(folder, 'libraries', 'lib'),
    fontFolder: folder,
  };
}

async function fill(folder: string, packageFolder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await removeAbandoned(folder);
  const partial = await mkdtemp(`${folder}.partial-`);
  try {
    await unpackInto(partial, packageFolder);
    await publish(partial, folder);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

async function unpackInto(folder: string, packageFolder: string): Promise<void> {
  const packed = (name: string): string => join(packageFolder, 'bin', name);
  const { extract } = tarOf(packageFolder);
  // `flush` puts the bytes on the disk before the rename can be.
  const executable = { mode: 0o755, flush: true };
  await Promise.all([
    decompress(packed('chromium.br'), createWriteStream(join(folder, 'chromium'), executable)),
    decompress(packed('al2023.tar.br'), extract(join(folder, 'libraries'))),
    decompress(packed('fonts.tar.br'), extract(folder)),
  ]);
  await writeFile(join(folder, 'fonts.conf'), FONT_CONFIGURATION);
  // mkdtemp's folder is for its owner alone; a container may build as root and run as another.
  await chmod(folder, 0o755);
}

function decompress(path: string, sink: NodeJS.WritableStream): Promise<void> {
  return pipeline(createReadStream(path), createBrotliDecompress(), sink);
}

async function publish(partial: string, folder: string): Promise<void> {
  try {
    await rename(partial, folder);
  } catch (cause) {
    // A folder in the way is another process's finished work, and just as good.
    if (!existsSync(folder)) throw cause;
  }
}

async function removeAbandoned(folder: string): Promise<void> {
  const start = `${basename(folder)}.partial-`;
  for (const name of await readdir(dirname(folder))) {
    if (!name.startsWith(start)) continue;
    const path = join(dirname(folder), name);
    // Its owner may finish and remove it between the listing and this look.
    const found = await stat(path).catch(() => undefined);
    if (found === undefined || Date.now() - found.mtimeMs < ABANDONED_AFTER_MS) continue;
    await rm(path, { recursive: true, force: true });
  }
}

/** The package exports neither its folder nor package.json: its entry is build/cjs/index.cjs. */
function findPackage(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  return dirname(dirname(dirname(entry)));
}

async function versionOf(packageFolder: string): Promise<string> {
  const text = await readFile(join(packageFolder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** tar-fs is the package's own dependency and unpacks what the package packed. */
function tarOf(packageFolder: string): { extract: (folder: string) => NodeJS.WritableStream } {
  return createRequire(join(packageFolder, 'package.json'))('tar-fs');
}
