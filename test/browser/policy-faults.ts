// What a page and its workers tried against the page's policy, such as running text as code; a
// script may try and go on as if nothing were, so the browser is asked. In: a page. Out: the list,
// which grows.

import type { CDPSession, Page } from 'puppeteer-core';

export async function policyFaults(page: Page): Promise<readonly string[]> {
  const faults: string[] = [];
  const listen = async (session: CDPSession): Promise<void> => {
    session.on('Audits.issueAdded', ({ issue }) => {
      const found = issue.details.contentSecurityPolicyIssueDetails;
      if (!found) return;
      const { contentSecurityPolicyViolationType, violatedDirective } = found;
      faults.push(`${contentSecurityPolicyViolationType} ${violatedDirective}`);
    });
    await session.send('Audits.enable');
  };
  page.on('workercreated', (worker) => void listen(worker.client));
  await listen(await page.createCDPSession());
  return faults;
}
