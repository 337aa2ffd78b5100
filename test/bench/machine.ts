// What the benchmark ran on, since figures mean nothing without it.
// In: the running process and the packages' own files. Out: machine and versions.

import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

const PEERS = ['json-rules-engine', '@gorules/zen-engine', 'hyperformula'];

export interface Machine {
  readonly system: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGb: number;
  /** Of the last five minutes: the benchmark itself makes about 1; more is somebody else's work. */
  readonly load: number;
}

export function machine(): Machine {
  return {
    system: `${type()} ${release()} ${process.arch}`,
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: Math.round((loadavg()[1] ?? 0) * 10) / 10,
  };
}

export function versions(): Readonly<Record<string, string>> {
  const top = join(import.meta.dirname, '../..');
  const installed = PEERS.map((name) => [name, versionIn(join(top, 'node_modules', name))]);
  return {
    ontarget: versionIn(top),
    node: process.versions.node,
    ...Object.fromEntries(installed),
  };
}

function versionIn(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}
