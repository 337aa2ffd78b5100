// The English words of what stands below a plan being typed: whose year it is, what the team costs,
// which version it is compared with and why that one.
// In: versions and figures that are formatted. Out: phrases.

import type { ComparedVersion } from '../../app/studio-ports.ts';
import type { Formatter } from '../format.ts';

type Said = (version: ComparedVersion, format: Formatter) => string;

const notes: Readonly<Record<ComparedVersion['is'], Said>> = {
  saved: ({ plan }) => `${fileOf(plan)} as it stands in the folder.`,
  'saved-published': (version, format) =>
    `${fileOf(version.plan)} as it stands in the folder is the version that holds: it started on ` +
    `${format.date(version.plan.effective.from)}${on(version, format)}. Terms that start on ` +
    'another day belong into a new file, as the next version.',
  published: (version, format) =>
    `${fileOf(version.plan)}: of all versions that have started it is the last, on ` +
    `${format.date(version.plan.effective.from)}${on(version, format)}.`,
  before: ({ plan }, format) =>
    `${fileOf(plan)}, which held ${format.days(plan.effective.from, plan.effective.to)}.`,
  unstarted: ({ plan }, format) =>
    `${fileOf(plan)}, which starts on ${format.date(plan.effective.from)}. No version of this ` +
    'plan has started, so none is published yet.',
};

/** `plans/vp-sales.yaml`, wherever the company's folder is. */
function fileOf({ file }: ComparedVersion['plan']): string {
  return file.split(/[\\/]/).slice(-2).join('/');
}

function on({ people }: ComparedVersion, format: Formatter): string {
  if (people === 0) return ', and nobody is on it';
  return `, and ${format.count(people)} ${people === 1 ? 'person is' : 'people are'} on it`;
}

function ofWhom(name: string | undefined, target: string): string {
  return name === undefined ? `with ${target} of target incentive` : `of ${name}`;
}

export const planPageWords = {
  typical: 'Nobody: round figures',
  carriedOn:
    'Nobody is assigned to this version yet. The figures are those of whoever is on the plan ' +
    'until then, as if their assignments went on.',
  pay: (name: string | undefined): string =>
    name === undefined ? 'What a year pays' : `What a year pays ${name}`,
  team: (people: number, count: string): string =>
    people === 1 ? 'What a year costs: one person' : `What a year costs: all ${count} people`,
  bookings: (component: string): string => `Bookings (${component})`,
  title: ({ is, plan }: ComparedVersion): string =>
    ({
      saved: 'Since it was last saved',
      'saved-published': 'Since it was last saved, which is the published version',
      published: `Against the published version, ${plan.version}`,
      before: `Against the version before, ${plan.version}`,
      unstarted: `Against version ${plan.version}`,
    })[is],
  note: (version: ComparedVersion, format: Formatter): string => notes[version.is](version, format),
  noOther: 'There is no other version of this plan in the folder, and this one has not started.',
  together: (name: string | undefined, target: string): string =>
    `All of it together: a year ${ofWhom(name, target)}, gates met`,
  labels: {
    everythingAt: 'Everything at',
    cost: 'Cost',
    ofBookings: 'Of bookings',
    ofTarget: 'Of target incentive',
    ungated: 'Cost, no gate met',
    ungatedOfBookings: 'Of bookings',
    before: 'Before',
    after: 'After',
    difference: 'Difference',
  },
};
