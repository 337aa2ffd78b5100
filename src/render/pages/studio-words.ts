// Every English word of the studio's pages that statements do not have already.
// In: figures that are formatted. Out: phrases. What kinds mean to people: PRODUCT.md.

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

export const studioWords = {
  paidTo: (people: number): string => `for ${people} ${people === 1 ? 'person' : 'people'}`,
  ofTarget: (share: string): string => `${share} of target`,
  awaits: (goals: string): string => `So far: ${goals} not scored yet, counted as nothing`,
  standing: (kind: Kind, isGood: boolean): string =>
    (standings[kind] ?? paysByPiece)[isGood ? 'good' : 'watched'],
  waitsForScore: (goals: number): string =>
    goals === 1 ? 'waits for its score' : `waits for ${goals} scores`,
};
