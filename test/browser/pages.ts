// Every page of the studio, for those who look at all of them: pictures and the check for
// accessibility. In: a browser's page and the studio's address. Out: the page, ready to be looked at.

import type { Page } from 'puppeteer-core';

type Visit = (page: Page, address: string) => Promise<void>;

/** A page that is another than was asked for must not be taken for it. */
const at =
  (path: string, status = 200): Visit =>
  async (page, address) => {
    const response = await page.goto(`${address}${path}`, { waitUntil: 'networkidle0' });
    const found = response?.status();
    if (found !== status) throw new Error(`${path} answered with ${found}`);
  };

/** A plan that the checker has looked at, after it was changed. */
const plan =
  (file: string, field: string, text: string): Visit =>
  async (page, address) => {
    // What was typed on the page before is not to be kept.
    if (page.listenerCount('dialog') === 0) page.on('dialog', (dialog) => void dialog.accept());
    await at(`plans/edit?file=plans%2F${file}.yaml`)(page, address);
    await page.waitForSelector('[data-priced=yes]');
    const input = await page.$(`.plan-form [aria-label="${field}"]`);
    await input?.click({ count: 3 });
    await page.keyboard.type(text);
    await page.waitForSelector('[data-priced=yes]');
  };

/** A plan with something added from the form, against a version that people are on. */
const addedTo: Visit = async (page, address) => {
  await plan('vp-sales', 'Title', 'VP Sales, with a gate more')(page, address);
  const add = '[aria-label="Add to The plan"]';
  const gate = await page.$$eval(`${add} option`, (all) =>
    all.findIndex((each) => each.textContent === 'Gate'),
  );
  await page.select(add, String(gate - 1));
  await page.waitForSelector('[aria-label="Remove New gate"]');
  await page.waitForSelector('[data-priced=yes]');
};

/** Another program saves the file while it is being typed. */
const conflict: Visit = async (page, address) => {
  await plan('cmo', 'Title', 'CMO, mine')(page, address);
  await page.evaluate(async () => {
    const at = '/plans/text?file=plans%2Fcmo.yaml';
    const found = (await (await fetch(at)).json()) as Readonly<Record<string, string>>;
    const { name = '', text = '', version = '' } = found;
    const theirs = text.replace(/^purpose: .*$/m, 'purpose: Pipeline');
    const body = new URLSearchParams({ name, text: `${theirs}# ${Date.now()}\n`, version });
    await fetch('/plans/save', { method: 'POST', headers: { Accept: 'application/json' }, body });
  });
  await page.click('.save-plan .button');
  await page.waitForSelector('.theirs');
};

const withoutScript: Visit = async (page, address) => {
  await page.setJavaScriptEnabled(false);
  await at('plans/edit?file=plans%2Fcco.yaml')(page, address);
  await page.setJavaScriptEnabled(true);
};

/** A page whose script has opened the company. */
const ready =
  (path: string): Visit =>
  async (page, address) => {
    await at(path)(page, address);
    await page.waitForSelector('#what-if[data-ready]');
  };

export const studioPages: Readonly<Record<string, Visit>> = {
  overview: at('?period=2026-Q3'),
  statement: at('statements/2026-Q3/marcus-bell'),
  'statement-open': async (page, address) => {
    await at('statements/2026-Q3/marcus-bell')(page, address);
    await page.$$eval('.line:first-of-type', ([line]) => line?.setAttribute('open', ''));
    await page.$$eval('.line .number', (all) => {
      for (const each of all.slice(0, 6)) each.setAttribute('open', '');
    });
  },
  'overview-waiting': at('?period=2026-Q2'),
  plans: at('plans'),
  plan: plan('account-executive', 'Title', 'Account Executive 2026'),
  'plan-faulty': plan('vp-sales', 'Weight', '60%'),
  'plan-doubted': plan('vp-sales', 'Curve points 3, Pays', '90%'),
  'plan-added': addedTo,
  'plan-conflict': conflict,
  'plan-plain': withoutScript,
  'what-if': ready('what-if/2026-Q3/marcus-bell'),
  'what-if-moved': async (page, address) => {
    await ready('what-if/2026-Q3/marcus-bell?scenario=scenarios%2Ftwo-more-customers.yaml')(
      page,
      address,
    );
    await page.waitForSelector('#what-if[data-settled]');
  },
  'what-if-sought': async (page, address) => {
    await ready('what-if/2026-Q3/marcus-bell')(page, address);
    await page.type('#goal-form [name=for]', '40000');
    await page.click('#goal-form .button');
    await page.waitForSelector('#goal-answer .ways');
    await page.$$eval('.kept details, .deal-controls details', (all) => {
      for (const each of all.slice(0, 5)) each.setAttribute('open', '');
    });
  },
  seek: at('seek/2026-Q3/marcus-bell?for=40000'),
  'seek-by': at('seek/2026-Q3/marcus-bell?for=60000&by=result%2Fnew-arr%2Fperiod'),
  comparison: at('what-if/2026-Q3/marcus-bell/compare'),
  'not-found': at('nothing-here', 404),
};
