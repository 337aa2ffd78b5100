// Runs a parser of untrusted files in a worker with little memory and time: whatever a file does to
// the parser ends with the worker, and only plain data comes back.
// In: the worker's program, what it works on, limits. Out: its reply, or why there is none.

import { Worker } from 'node:worker_threads';
import { reasonOf } from './failure-reason.ts';

export interface WorkerLimits {
  readonly memoryMegabytesMax: number;
  readonly secondsMax: number;
}

export type WorkerFailure =
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'not-readable'; readonly reason: string };

export async function runGuarded<Reply>(
  program: URL,
  workerData: unknown,
  { memoryMegabytesMax, secondsMax }: WorkerLimits,
): Promise<Reply | WorkerFailure> {
  const worker = new Worker(program, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytesMax },
    // No secrets of this process, none of its flags, and nothing printed from inside.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const { promise, resolve } = Promise.withResolvers<Reply | WorkerFailure>();
  const timer = setTimeout(() => resolve({ kind: 'too-slow' }), secondsMax * 1000);
  worker.once('message', resolve);
  worker.once('error', (cause) => resolve(replyToCrash(cause)));
  worker.once('exit', () => resolve({ kind: 'not-readable', reason: 'the reader stopped' }));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function replyToCrash(cause: unknown): WorkerFailure {
  const reason = reasonOf(cause);
  return reason === 'ERR_WORKER_OUT_OF_MEMORY'
    ? { kind: 'too-large' }
    : { kind: 'not-readable', reason };
}
