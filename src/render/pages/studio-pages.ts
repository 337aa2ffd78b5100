// The studio's pages as HTML: the frame around every page, and one view per page.
// In: models of pages. Out: the port that the web routes use.

import type { CompanyPage, StudioFrame, StudioPages } from '../../app/studio-ports.ts';
import type { Period } from '../../core/index.ts';
import { formatter } from '../format.ts';
import { renderDocument } from '../html.ts';
import { letterView } from '../letter/letter-view.ts';
import { english } from '../wording.ts';
import { comparisonView } from './comparison-view.ts';
import { findingsView } from './findings-view.ts';
import { frameView } from './frame-view.ts';
import { overviewView } from './overview-view.ts';
import { pageTemplates } from './page-templates.ts';
import { plansView, planTextView } from './plans-view.ts';
import { seekView } from './seek-view.ts';
import { statementPageView } from './statement-page-view.ts';
import { studioWords } from './studio-words.ts';
import { whatIfView } from './what-if-view.ts';

/** `script` is the name of the pages' script among the assets. */
export function studioPages(script: string): StudioPages {
  const write = pageTemplates();
  return {
    company: (page, frame) => {
      const { title, pathOf, view } = contentOf(page, frame);
      return write(`${page.page}-page`, { frame: frameView(frame, pathOf), title, script, view });
    },
    writeFor: ({ locale }, currency) => {
      const format = formatter(locale, currency);
      return (datum, unit) => format.datum(datum, unit);
    },
    plans: ({ files, templates }) =>
      write('plans-page', { title: 'Plans', script, view: plansView(files, templates) }),
    plan: (page) => write('plan-page', { title: page.file.name, script, view: planTextView(page) }),
    letter: (letter) => renderDocument('letter', letterView(letter)),
    problem: ({ title, text, findings }) =>
      write('problem-page', { title, text, script, findings: findingsView(findings) }),
  };
}

interface Content {
  readonly title: string;
  /** The same page in another period. */
  readonly pathOf: (period: Period) => string;
  readonly view: object;
}

function contentOf(page: CompanyPage, frame: StudioFrame): Content {
  switch (page.page) {
    case 'overview':
      return {
        title: frame.company.name,
        pathOf: ({ id }) => `/?period=${id}`,
        view: overviewView(page.overview, frame),
      };
    case 'statement': {
      const { payee, statement } = page.opened.pay;
      return {
        title: english.documentTitle(payee.name, frameView(frame, () => '').period),
        pathOf: ({ id }) => `/statements/${id}/${encodeURIComponent(payee.id)}`,
        view: statementPageView(page.opened, statement),
      };
    }
    case 'what-if': {
      const { payee } = page.whatIf;
      return {
        title: studioWords.whatIfOf(payee.name, frameView(frame, () => '').period),
        pathOf: ({ id }) => `/what-if/${id}/${encodeURIComponent(payee.id)}`,
        view: whatIfView(page.whatIf, frame),
      };
    }
    case 'seek': {
      const { payee } = page.sought;
      return {
        title: studioWords.soughtFor(payee.name, frameView(frame, () => '').period),
        pathOf: ({ id }) => `/seek/${id}/${encodeURIComponent(payee.id)}`,
        view: seekView(page.sought, frame),
      };
    }
    case 'comparison': {
      const { payee } = page.comparison;
      return {
        title: studioWords.comparisonOf(payee.name, frameView(frame, () => '').period),
        pathOf: ({ id }) => `/what-if/${id}/${encodeURIComponent(payee.id)}`,
        view: comparisonView(page.comparison, frame),
      };
    }
  }
}
