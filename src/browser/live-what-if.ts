// The same core in the browser: opens the company as it was sent, and says what a scenario would
// pay. In: the company, whose pay, which period. Out: calculations, to the cent or,
// while a lever moves, in doubles.

import { openCompany } from '../app/open-company.ts';
import {
  receivedDocument,
  SENT_COMPANY,
  type SentCompany,
  sentFolder,
} from '../app/sent-company.ts';
import { whatIfOf } from '../app/studio/prepare-what-if.ts';
import {
  buildOutlook,
  type Company,
  type DocumentNode,
  type Lever,
  LeverView,
  type Outcome,
  type Outlook,
  outcomeOf,
  type PayeeCalculation,
  readPeriod,
  readScenario,
  type Scenario,
  type ScenarioScene,
  type WhatIf,
} from '../core/index.ts';
import type { ScenarioState } from './scenario-state.ts';

export interface Whose {
  readonly payee: string;
  readonly period: string;
}

interface Named {
  readonly id?: string | undefined;
  readonly title?: string;
  readonly note?: string | undefined;
}

export async function fetchCompany(): Promise<SentCompany> {
  const answer = await fetch(SENT_COMPANY);
  return (await answer.json()) as SentCompany;
}

export async function openLive(sent: SentCompany, whose: Whose): Promise<LiveWhatIf> {
  const opened = productOf(await openCompany(sentFolder(sent)));
  const period = readPeriod(whose.period, opened.company.calendar);
  if (!period) throw new Error(`no period ${whose.period}`);
  return new LiveWhatIf(opened, productOf(whatIfOf(opened, period, whose.payee)), whose);
}

export class LiveWhatIf {
  readonly company: Company;
  readonly whatIf: WhatIf;
  readonly levers: readonly Lever[];
  readonly present: Outlook;
  readonly #scene: ScenarioScene;
  readonly #whose: Whose;
  /** Of the lever that is being moved, while the others stay. */
  #drag: { readonly key: string; readonly view: Outcome<LeverView> } | undefined;

  constructor(scene: ScenarioScene, whatIf: WhatIf, whose: Whose) {
    this.company = scene.company;
    this.whatIf = whatIf;
    this.levers = whatIf.levers();
    this.present = buildOutlook(whatIf.present, scene.company);
    this.#scene = scene;
    this.#whose = whose;
  }

  /** The document of a scenario with these changes. */
  document(changes: DocumentNode, { id = 'unnamed', title = id, note }: Named = {}): DocumentNode {
    const said = { title, ...(note !== undefined && { note }) };
    return { scenario: id, ...said, ...this.#whose, changes };
  }

  read(document: DocumentNode): Outcome<Scenario> {
    return readScenario(
      receivedDocument({ file: 'scenario', root: document, places: {} }),
      this.#scene,
    );
  }

  /** In doubles. `figure` is a plain number. */
  moved(state: ScenarioState, lever: Lever, figure: string): Outcome<PayeeCalculation> {
    const others = state.changes(this.levers, lever.id);
    const key = JSON.stringify([lever.id, others]);
    if (this.#drag?.key !== key) this.#drag = { key, view: this.#viewOf(others, lever) };
    const { view } = this.#drag;
    return view.ok ? outcomeOf(view.product.shown([Number(figure)]), []) : view;
  }

  #viewOf(others: DocumentNode, lever: Lever): Outcome<LeverView> {
    const standing = this.standing(others);
    return standing.ok ? LeverView.open(standing.product, [lever]) : standing;
  }

  /** The what-if as it stands with some changes, to the cent. */
  standing(changes: DocumentNode): Outcome<WhatIf> {
    const scenario = this.read(this.document(changes));
    return scenario.ok ? this.whatIf.after(scenario.product.changes) : scenario;
  }

  outlook(calculation: PayeeCalculation): Outlook {
    return buildOutlook(calculation, this.company);
  }
}

function productOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.product;
  throw new Error(outcome.diagnostics.map(({ what }) => what).join('; '));
}
