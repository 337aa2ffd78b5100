// The plan page's addresses, which its script and the routes both use.
// In: nothing. Out: paths.

export const planFiles = {
  list: '/plans',
  edit: '/plans/edit',
  /** A plan's text and version, as JSON. */
  text: '/plans/text',
  /** The tables in which target incentives and quotas stand. */
  figures: '/plans/figures',
  save: '/plans/save',
  start: '/plans/start',
  letter: '/plans/letter',
  worker: '/assets/plan-worker.js',
} as const;
