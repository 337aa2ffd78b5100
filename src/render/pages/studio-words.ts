// Every English word of the studio's pages that statements do not have already.
// In: figures that are formatted. Out: phrases. What kinds mean to people: PRODUCT.md.

import type { AwaitedGoal } from '../../app/studio-ports.ts';
import type { StatementComponent } from '../../core/index.ts';

type Kind = StatementComponent['kind'];

interface StandingWords {
  readonly good: string;
  readonly watched: string;
}

const standings: Readonly<Partial<Record<Kind, StandingWords>>> = {
  kpi: { good: 'reached', watched: 'under the microscope' },
  okr: { good: 'on track', watched: 'short of success' },
  mbo: { good: 'success', watched: 'short of success' },
};
/** What pays by the piece is neither good nor bad at any size. */
const paysByPiece: StandingWords = { good: '', watched: '' };

/** What of somebody's goals is not scored, and whether that stands in the way of the payment. */
export function awaitsText(
  awaits: readonly AwaitedGoal[],
  list: (names: readonly string[]) => string,
): string {
  if (awaits.length === 0) return '';
  const said = studioWords.awaits(list(awaits.map(({ title }) => title)));
  return awaits.some(({ stops }) => stops) ? `${said} ${studioWords.notBefore}` : said;
}

export const studioWords = {
  paidTo: (people: number): string => `for ${people} ${people === 1 ? 'person' : 'people'}`,
  ofTarget: (share: string): string => `${share} of target`,
  awaits: (goals: string): string => `Not scored, and counted as nothing: ${goals}.`,
  notBefore: 'The statement can be handed out once they are scored.',
  standing: (kind: Kind, isGood: boolean): string =>
    (standings[kind] ?? paysByPiece)[isGood ? 'good' : 'watched'],
  dealsCounted: (deals: number): string =>
    deals === 1 ? 'One deal counted' : `${deals} deals counted`,
  more: (left: number): string => (left > 0 ? `and ${left} more` : ''),
  leftOut: (deals: number, reason: string, listed: string): string =>
    `${deals} not counted, ${reason.replace(/^not: (.*)$/, 'does not meet “$1”')}: ${listed}`,
  comparisonOf: (payee: string, period: string): string => `Scenarios of ${payee}, ${period}`,
  whatIfOf: (payee: string, period: string): string => `What if? ${payee}, ${period}`,
  soughtFor: (payee: string, period: string): string => `What does it take? ${payee}, ${period}`,
  sought: (now: string, goal: string, missing: string | undefined): string =>
    missing === undefined
      ? `${now} would be paid: that is ${goal} or more already, and nothing is needed.`
      : `${now} would be paid: ${missing} short of ${goal}.`,
  notAnAmount: 'Write a plain number such as 40000 or 40000.50.',
  seeking: 'Looking for it …',
  notSet: (written: string): string => `Nothing here is moved by: ${written}.`,
  asItStands: 'As it stands',
  scenarios: 'Scenarios',
  difference: 'Difference',
  imagined: (count: string, name: string): string => (count === '1' ? name : `${count} × ${name}`),
  like: (deal: string): string => `like ${deal}`,
  notDue: 'paid with the year’s last period',
  waitsForScore: (goals: number): string =>
    goals === 1 ? 'waits for its score' : `waits for ${goals} scores`,
};
