// Somebody's statement as a page, and as a file to keep: PDF, Excel, JSON.
// In: the studio. Out: a router.

import express, { type Request, type Router } from 'express';
import { fileStem } from '../app/file-stem.ts';
import { openStatement } from '../app/studio/open-statement.ts';
import { type CalculatedPay, payeesIn, payOf } from '../app/studio/overview.ts';
import { notFound, Refusal } from './refusal.ts';
import { type OpenedPage, openPage, type Studio } from './studio.ts';

const FORMATS = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const;
type Format = keyof typeof FORMATS;

export function statementRoutes(studio: Studio): Router {
  const router = express.Router();
  router.get('/statements/:period/:payee', async (request, response) => {
    const page = await openPage(studio, request);
    const pay = payOfPage(page, request);
    const write = studio.pages.writeFor(page.opened.company, pay.statement.currency);
    const opened = openStatement(pay, write);
    response.type('html').send(studio.pages.company({ page: 'statement', opened }, page.frame));
  });
  router.get('/statements/:period/:payee/:format', async (request, response) => {
    const { format } = request.params;
    if (!isFormat(format)) throw notFound('A statement is kept as pdf, xlsx or json.');
    const page = await openPage(studio, request);
    const { statement, payee, awaits } = payOfPage(page, request);
    if (awaits.some(({ stops }) => stops)) {
      const text = 'Some goals are not scored yet, so this is no statement that can be handed out.';
      throw new Refusal(409, 'Not a statement yet', text);
    }
    const opened = await studio.openRenderers([format], studio.log);
    if (!opened.ok) {
      throw new Refusal(503, 'It cannot be made here', 'See why below.', opened.diagnostics);
    }
    try {
      const bytes = await opened.product[format](statement);
      const name = `${fileStem(payee.id)}_${page.frame.period.id}.${format}`;
      response.type(FORMATS[format]).attachment(name).send(Buffer.from(bytes));
    } finally {
      await opened.product.close();
    }
  });
  return router;
}

function isFormat(text: unknown): text is Format {
  return typeof text === 'string' && Object.hasOwn(FORMATS, text);
}

type Paid = CalculatedPay & Required<Pick<CalculatedPay, 'calculation' | 'statement'>>;

/** Who is named in the address, as far as their pay is known. */
export function payOfPage({ opened, frame }: OpenedPage, request: Request): Paid {
  const id = String(request.params['payee']);
  if (!payeesIn(opened, frame.period).includes(id)) {
    throw notFound('Nobody of this name is paid in the period.');
  }
  const pay = payOf(opened, frame.period, id);
  const { calculation, statement } = pay;
  if (calculation && statement) return { ...pay, calculation, statement };
  const text = 'The payment cannot be calculated until these are put right.';
  throw new Refusal(422, `No payment for ${pay.payee.name} yet`, text, pay.findings);
}
