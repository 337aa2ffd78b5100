// What finance should look at before approving a run: gates that cost somebody something, what
// limits and the settlement did, payments of nothing or below, adjustments, and payments that
// differ from the run before. In: statements and earlier payments. Out: the sheet.

import { type Exact, type Statement, ZERO } from '../../core/index.ts';
import { balanceSentences, lineAbout } from '../line-words.ts';
import { gateSentence } from '../sentences.ts';
import { figure, figureHeading, heading, text } from './cells.ts';
import { moneyFormat } from './number-formats.ts';
import type { PreviousPayments } from './run-workbook.ts';
import { EDGE_WIDTH, SheetBuilder, type SheetContent } from './sheet-content.ts';
import { sheetFormat } from './sheet-desk.ts';

interface Exception {
  readonly what: string;
  readonly about: string;
  readonly amount?: Exact;
}

export function runExceptionsSheet(
  statements: readonly [Statement, ...Statement[]],
  previous: PreviousPayments,
): SheetContent {
  const [{ company, period }] = statements;
  const { format, workbookWords } = sheetFormat(statements[0]);
  const { exceptions } = workbookWords.sheets;
  const { payee, payeeId, whatToLookAt, finding, amount } = workbookWords;
  const builder = new SheetBuilder(exceptions);
  builder.add('title', text(exceptions));
  builder.add('subtitle', text(`${company.name} · ${format.period(period)}`));
  builder.blank();
  builder.add(
    'header',
    ...[payeeId, payee, whatToLookAt, finding].map(heading),
    figureHeading(amount),
  );
  for (const statement of statements) addExceptions(builder, statement, previous);
  if (builder.nextRow === 5) builder.add('note', text(workbookWords.noExceptions));
  return builder.content({
    widths: [{ min: 16, max: 28 }, { min: 18, max: 30 }, { min: 18, max: 34 }, 80, 16, EDGE_WIDTH],
    frozen: { rows: 4, columns: 1 },
    repeatedFrom: 4,
  });
}

function addExceptions(
  builder: SheetBuilder,
  statement: Statement,
  previous: PreviousPayments,
): void {
  const { payee, currency } = statement;
  for (const { what, about, amount } of exceptionsOf(statement, previous)) {
    const cell = amount && figure(amount, moneyFormat(currency));
    builder.add('body', text(payee.id), text(payee.name), text(what), text(about), cell);
  }
}

function exceptionsOf(statement: Statement, previous: PreviousPayments): readonly Exception[] {
  return [
    ...paymentExceptions(statement, previous),
    ...gateExceptions(statement),
    ...lineExceptions(statement),
  ];
}

function paymentExceptions(statement: Statement, previous: PreviousPayments): readonly Exception[] {
  const { workbookWords, format } = sheetFormat(statement);
  const { payment, payee } = statement;
  const before = previous.get(payee.id);
  const nothing = payment.exact.gt(ZERO)
    ? []
    : [{ what: workbookWords.paidNothing, about: '', amount: payment.exact }];
  if (!before || before.eq(payment.exact)) return nothing;
  const about = workbookWords.insteadOf(format.money(payment), format.money(before));
  const changed = { what: workbookWords.difference, about, amount: payment.exact.minus(before) };
  return [changed, ...nothing];
}

function gateExceptions(statement: Statement): readonly Exception[] {
  const { words, format } = sheetFormat(statement);
  return statement.gates.flatMap((gate) => {
    if (!gate.judged || gate.judged.met || gate.judged.cost.exact.eq(ZERO)) return [];
    const about = gateSentence(gate, format, words);
    return [{ what: gate.title, about, amount: gate.judged.cost.exact }];
  });
}

/** Lines that are no component's, and balances that are carried on. */
function lineExceptions(statement: Statement): readonly Exception[] {
  const desk = sheetFormat(statement);
  const ids = new Set(statement.components.map(({ id }) => id));
  const lines = statement.lines.flatMap((line) =>
    ids.has(line.id)
      ? []
      : [{ what: line.title, about: lineAbout(line, statement, desk), amount: line.payout.exact }],
  );
  const carried = statement.balances.filter(({ before, after }) =>
    [before, after].some(({ exact }) => !exact.eq(ZERO)),
  );
  const balances = balanceSentences({ balances: carried }, desk).map((about) => ({
    what: desk.workbookWords.balance,
    about,
  }));
  return [...lines, ...balances];
}
