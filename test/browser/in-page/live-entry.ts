// What tests and the bench call within a page: the very parts that the studio's script is made of.
// In: scenarios as documents, figures of a lever. Out: payments, lines, and times.

import '../../../src/browser/no-generated-code.ts';

import {
  fetchCompany,
  type LiveWhatIf,
  openLive,
  type Whose,
} from '../../../src/browser/live-what-if.ts';
import { OutlookPanel } from '../../../src/browser/outlook-panel.ts';
import { ScenarioState } from '../../../src/browser/scenario-state.ts';
import type { DocumentNode, PayeeCalculation } from '../../../src/core/index.ts';
import { exactText } from '../../../src/core/index.ts';

/** The payment and every line, to the cent; or what stands in the way. */
function paid(live: LiveWhatIf, document: DocumentNode): readonly string[] {
  const scenario = live.read(document);
  const outcome = scenario.ok ? live.whatIf.calculate(scenario.product.changes) : scenario;
  return outcome.ok ? linesOf(live, outcome.product) : outcome.diagnostics.map(({ code }) => code);
}

function linesOf(live: LiveWhatIf, calculation: PayeeCalculation): readonly string[] {
  const { payment, lines } = live.outlook(calculation);
  return [payment, ...lines.map(({ payout }) => payout)].map(({ exact }) => exactText(exact));
}

Object.assign(globalThis, {
  async payAll(whose: Whose, documents: readonly DocumentNode[]) {
    const live = await openLive(await fetchCompany(), whose);
    return documents.map((document) => paid(live, document));
  },
  /** Milliseconds from a slider's figure to the page that shows it, for each figure. */
  async timeFrames(whose: Whose, leverId: string, figures: readonly string[]) {
    const live = await openLive(await fetchCompany(), whose);
    const lever = live.levers.find(({ id }) => id === leverId);
    if (!lever) throw new Error(`no lever ${leverId}`);
    const panel = new OutlookPanel(live);
    const state = new ScenarioState();
    return figures.map((figure) => {
      const start = performance.now();
      const outcome = live.moved(state, lever, figure);
      if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ what }) => what).join());
      panel.show(outcome.product);
      // Asking for a height lays the page out, as the next frame would.
      document.getElementById('outlook-parts')?.getBoundingClientRect();
      return performance.now() - start;
    });
  },
});
