// How much the benchmark calculates: QUALITY.md, "Fast".
// In: nothing. Out: numbers that several parts share.

export const PAYEES = 10_000;
export const DEALS_EACH = 100;
/** As many payees as a payout run takes at once. */
export const BATCH = 500;
