// The what-if page comes alive: levers, deals and scenarios change the state, and what would be
// paid follows; steps and goals are looked for beside it. In: the page. Out: nothing; the page.

import type { DocumentNode, Outcome, PayeeCalculation, WhatIf } from '../core/index.ts';
import { studioWords } from '../render/pages/studio-words.ts';
import { BesideWorker } from './beside-worker.ts';
import { DealControls } from './deal-controls.ts';
import { partOf } from './element.ts';
import { startGoalForm } from './goal-form.ts';
import { KeepForm } from './keep-form.ts';
import { LeverControls } from './lever-controls.ts';
import { setLinked } from './linked-figures.ts';
import { fetchCompany, type LiveWhatIf, openLive } from './live-what-if.ts';
import { OutlookPanel } from './outlook-panel.ts';
import { ScenarioState } from './scenario-state.ts';

/** Once nothing has moved for this long, the steps are looked for. */
const IDLE_MS = 250;

export async function startWhatIf(page: HTMLElement): Promise<void> {
  const { period = '', payee = '' } = page.dataset;
  const sent = await fetchCompany();
  const live = await openLive(sent, { period, payee });
  const beside = new BesideWorker(sent, { period, payee }, sayProblem);
  await new WhatIfPage(page, live, beside).start();
}

class WhatIfPage {
  readonly #page: HTMLElement;
  readonly #live: LiveWhatIf;
  readonly #beside: BesideWorker;
  readonly #state = new ScenarioState();
  readonly #panel: OutlookPanel;
  readonly #levers: LeverControls;
  readonly #deals: DealControls;
  readonly #keep: KeepForm;
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(page: HTMLElement, live: LiveWhatIf, beside: BesideWorker) {
    this.#page = page;
    this.#live = live;
    this.#beside = beside;
    this.#panel = new OutlookPanel(live);
    const settle = (): void => this.#settle();
    this.#levers = new LeverControls(live.levers, this.#state, {
      moving: (lever, figure) => this.#show(live.moved(this.#state, lever, figure)),
      settle,
    });
    this.#deals = new DealControls(live, this.#state, settle);
    this.#keep = new KeepForm(page, live, this.#state);
    startGoalForm({
      seek: (goal, by, tell) => {
        beside.ask({ is: 'seek', changes: this.#changes(), goal, by }, tell);
      },
      open: (changes) => this.#open(changes),
    });
  }

  async start(): Promise<void> {
    const kept = await this.#keep.opened();
    if (kept) this.#state.load(kept, this.#live.levers);
    const unknown = setLinked(this.#state, this.#live.levers, location.search);
    this.#deals.show();
    if (kept || location.search.includes('set=')) this.#settle();
    if (unknown.length > 0) sayProblem(studioWords.notSet(unknown.join(', ')));
    this.#page.dataset['ready'] = 'yes';
  }

  #changes(): DocumentNode {
    return this.#state.changes(this.#live.levers);
  }

  #show(outcome: Outcome<PayeeCalculation>): void {
    sayProblem(outcome.ok ? '' : outcome.diagnostics.map(({ what }) => what).join('; '));
    if (outcome.ok) this.#panel.show(outcome.product);
  }

  /** To the cent; sliders that nobody moved follow the deals. */
  #settle(): void {
    const standing = this.#live.standing(this.#changes());
    sayProblem(standing.ok ? '' : standing.diagnostics.map(({ what }) => what).join('; '));
    if (standing.ok) this.#settled(standing.product);
    this.#page.dataset['settled'] = String(Number(this.#page.dataset['settled'] ?? 0) + 1);
  }

  #settled(standing: WhatIf): void {
    this.#panel.show(standing.present);
    this.#levers.show(standing.levers());
    clearTimeout(this.#idle);
    const steps = partOf('steps');
    steps.setAttribute('aria-busy', 'true');
    this.#idle = setTimeout(() => {
      this.#beside.ask({ is: 'steps', changes: this.#changes() }, (html) => {
        steps.innerHTML = html;
        steps.removeAttribute('aria-busy');
      });
    }, IDLE_MS);
  }

  #open(changes: DocumentNode): void {
    const scenario = this.#live.read(this.#live.document(changes));
    if (!scenario.ok) return;
    this.#state.clear();
    this.#state.load(scenario.product, this.#live.levers);
    this.#deals.show();
    this.#settle();
    partOf('outlook').scrollIntoView({ block: 'nearest' });
  }
}

function sayProblem(text: string): void {
  const problem = partOf('problem');
  problem.hidden = text === '';
  problem.textContent = text;
}
