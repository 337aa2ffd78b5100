// Where a command prints: results to standard output, findings and progress to standard error, so
// that `--json` can be piped. In: text. Out: streams; tests pass their own.

import { Presets, SingleBar } from 'cli-progress';

export interface Terminal {
  readonly print: (text: string) => void;
  readonly warn: (text: string) => void;
  /** Shows progress of long work; the returned function ends it. */
  readonly progress: (what: string, total: number) => Progress;
  readonly width: number;
}

export interface Progress {
  readonly at: (done: number) => void;
  readonly end: () => void;
}

export function processTerminal(): Terminal {
  process.stdout.on('error', ignoreClosedPipe);
  return {
    print: (text) => void process.stdout.write(text),
    warn: (text) => void process.stderr.write(text),
    progress: progressBar,
    width: process.stdout.columns ?? 120,
  };
}

/** `ontarget … | head` stops reading early; files are written all the same. */
function ignoreClosedPipe(problem: NodeJS.ErrnoException): void {
  if (problem.code !== 'EPIPE') throw problem;
}

/** A bar with rate and time left on a terminal; nothing where standard error is a file. */
function progressBar(what: string, total: number): Progress {
  const bar = new SingleBar(
    {
      format: `${what} {bar} {value}/{total} | {duration_formatted} | {eta_formatted} left`,
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { at: (done) => bar.update(done), end: () => bar.stop() };
}
