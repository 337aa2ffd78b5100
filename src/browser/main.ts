// The script of the studio's pages: finds what a page has for it and starts that.
// In: the page. Out: nothing; every page also works without it as far as it can.

document.documentElement.dataset['script'] = 'on';

const plan = document.querySelector<HTMLElement>('[data-page=plan]');
if (plan) {
  const { startPlanPage } = await import('./plan/plan-page.ts');
  await startPlanPage(plan);
}
