// `npm run bench`: speed and memory of the exact view and of the renderers, as a table or, with
// `--json`, as `{machine, versions, results}`. Each part runs in a process of its own, so that none
// inherits the memory or the warmth of another. What is not built yet is left out.
// In: arguments. Out: the print; exit code 1 when a part fails. Source: QUALITY.md, "Fast".

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { calculationMemory } from './calculation-memory.ts';
import { companyRun } from './company-run.ts';
import { growth } from './growth.ts';
import { machine, versions } from './machine.ts';
import { printTable } from './print-table.ts';
import { raceResults } from './race-results.ts';
import type { Result } from './result.ts';
import { statementResults } from './statements.ts';
import { whatIfResults } from './what-if.ts';

type Part = (log: (line: string) => void) => Promise<readonly Result[]>;

const parts: Readonly<Record<string, Part>> = {
  race: raceResults,
  growth,
  run: companyRun,
  memory: calculationMemory,
  statements: statementResults,
  'what-if': whatIfResults,
};

const NODE_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  // A million deals of one payee, as they are held now, need more than Node gives by default.
  growth: ['--max-old-space-size=8192'],
  // What is alive is known once garbage is collected.
  statements: ['--expose-gc'],
};

/** Progress goes to standard error, so that standard output holds the figures alone. */
const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const asked = process.argv.slice(2);
const part = asked[0] === '--part' ? parts[asked[1] ?? ''] : undefined;
if (part) {
  process.send?.(await part((line) => log(`  ${line}`)));
} else {
  const results: Result[] = [];
  for (const name of Object.keys(parts)) {
    log(name);
    results.push(...(await resultsOf(name)));
  }
  const print = { machine: machine(), versions: versions(), results };
  if (asked.includes('--json')) process.stdout.write(`${JSON.stringify(print, withoutNotes, 2)}\n`);
  else printTable(print);
}

async function resultsOf(name: string): Promise<readonly Result[]> {
  const child = fork(import.meta.filename, ['--part', name], {
    execArgv: [...(NODE_OPTIONS[name] ?? [])],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let results: readonly Result[] = [];
  child.on('message', (message) => {
    results = message as readonly Result[];
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the part '${name}' ended with ${code}`);
  return results;
}

function withoutNotes(key: string, held: unknown): unknown {
  return key === 'note' ? undefined : held;
}
