// The seed of generated tests: another one each run, printed, so that a run can be repeated:
// `ONTARGET_SEED=123 npm test -- test/oracle`. `ONTARGET_RUNS` says how many runs; CI makes 1,000.
// In: the environment. Out: parameters for fast-check.

const written = process.env['ONTARGET_SEED'];
const SEED = written === undefined ? Date.now() % 2_147_483_647 : Number(written);
const RUNS = Number(process.env['ONTARGET_RUNS'] ?? '200');

process.stdout.write(`generated plans: ONTARGET_SEED=${SEED}, ${RUNS} runs of each law\n`);

export const parameters = { seed: SEED, numRuns: RUNS } as const;
