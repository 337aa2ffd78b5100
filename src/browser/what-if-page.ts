// The what-if page comes alive: levers, deals and scenarios change the state, and what would be
// paid follows. In: the page. Out: nothing; the page itself.

import type { Outcome, PayeeCalculation } from '../core/index.ts';
import { DealControls } from './deal-controls.ts';
import { KeepForm } from './keep-form.ts';
import { LeverControls } from './lever-controls.ts';
import { openLive } from './live-what-if.ts';
import { OutlookPanel, partOf } from './outlook-panel.ts';
import { ScenarioState } from './scenario-state.ts';

/** Once nothing has moved for this long, the steps are looked for. */
const IDLE_MS = 250;

export async function startWhatIf(page: HTMLElement): Promise<void> {
  const { period = '', payee = '' } = page.dataset;
  const live = await openLive({ period, payee });
  const state = new ScenarioState();
  const panel = new OutlookPanel(live);
  let idle: number | undefined;
  const show = (outcome: Outcome<PayeeCalculation>): void => {
    sayProblem(outcome.ok ? '' : outcome.diagnostics.map(({ what }) => what).join('; '));
    if (outcome.ok) panel.show(outcome.product);
  };
  const settle = (): void => {
    show(live.settled(state));
    page.dataset['settled'] = String(Number(page.dataset['settled'] ?? 0) + 1);
    clearTimeout(idle);
    idle = setTimeout(() => {
      const standing = live.standing(state.changes(live.levers));
      if (standing.ok) panel.showSteps(standing.product);
    }, IDLE_MS);
  };
  const keep = new KeepForm(page, live, state);
  const opened = await keep.opened();
  if (opened) state.load(opened, live.levers);
  const moved = new LeverControls(live.levers, state, {
    moving: (lever, figure) => show(live.moved(state, lever, figure)),
    settle,
  });
  const deals = new DealControls(live, state, settle);
  moved.show();
  deals.show();
  page.dataset['ready'] = 'yes';
  if (opened) settle();
}

function sayProblem(text: string): void {
  const problem = partOf('problem');
  problem.hidden = text === '';
  problem.textContent = text;
}
