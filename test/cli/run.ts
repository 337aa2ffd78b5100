// Runs the command as a user does: a process of its own, through the entry file.
// In: words. Out: exit code, standard output and error.

import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const HOME = join(import.meta.dirname, '../..');
/** The built-in company, seen from there. */
export const REVINTEL = 'fixtures/companies/revintel';

export interface Finished {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function ontarget(...words: readonly string[]): Promise<Finished> {
  return run(process.execPath, [join(HOME, 'src/cli/ontarget.js'), ...words]);
}

export function run(command: string, words: readonly string[]): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: HOME, stdio: ['ignore', 'pipe', 'pipe'] });
    const text = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      text.out += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      text.err += chunk;
    });
    child.on('error', reject).on('close', (code) => resolve({ code, ...text }));
  });
}
