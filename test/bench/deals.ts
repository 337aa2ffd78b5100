// The data of the benchmark: payees with a quota, a target incentive and deals, drawn by a seeded
// generator, so that every engine and every run sees the same. In: a payee's number and how many
// deals. Out: whole cents, basis points and days; each engine turns them into its own form first.

import { type DayNumber, dayOf } from './days.ts';
