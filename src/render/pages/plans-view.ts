// The list of a company's plan files, with the roles that a new one can be started for; and the
// text of one of them. In: names, texts. Out: views.

import { planFiles } from '../../app/studio/plan-page.ts';
import type { PlanTextPage } from '../../app/studio-ports.ts';
import { findingsView } from './findings-view.ts';

export interface PlansView {
  readonly plans: readonly { readonly name: string; readonly href: string }[];
  readonly templates: readonly { readonly id: string; readonly title: string }[];
}

const TITLES: Readonly<Record<string, string>> = {
  'vp-sales': 'VP Sales',
  cro: 'Chief revenue officer',
  'account-executive': 'Account executive',
  cmo: 'Chief marketing officer',
  'customer-success': 'Head of customer success',
};

export function plansView(files: readonly string[], templates: readonly string[]): PlansView {
  return {
    plans: files.map((name) => ({
      name,
      href: `${planFiles.edit}?file=${encodeURIComponent(name)}`,
    })),
    templates: templates.map((id) => ({ id, title: TITLES[id] ?? id })),
  };
}

export function planTextView({ file, isSaved, refused }: PlanTextPage) {
  return {
    ...file,
    isSaved,
    isRefused: refused !== undefined,
    ...findingsView(refused?.findings ?? []),
    theirs: refused?.theirs?.text,
  };
}
