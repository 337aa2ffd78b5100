// The script of the studio's pages: finds what a page has for it and starts that.
// In: the page. Out: nothing; every page also says something without it.

import './no-generated-code.ts';

const plan = document.querySelector<HTMLElement>('[data-page=plan]');
if (plan) {
  const { startPlanPage } = await import('./plan/plan-page.ts');
  await startPlanPage(plan);
}

const whatIf = document.getElementById('what-if');
if (whatIf) {
  const { startWhatIf } = await import('./what-if-page.ts');
  await startWhatIf(whatIf).catch((problem: Error) => {
    const said = document.getElementById('problem');
    if (!said) return;
    said.hidden = false;
    said.textContent = `The page cannot calculate: ${problem.message}`;
  });
}
