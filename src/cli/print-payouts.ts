// Prints a run's payouts: one table per plan with a column per component, then what the gates cost.
// In: statements. Out: lines that line up, numbers in the company's locale.

import Table from 'cli-table3';
import type { Statement } from '../core/index.ts';
import {
  conversionSentences,
  formatter,
  gateSentence,
  jointCostSentence,
  linkSentence,
} from '../wire.ts';
import { inShortLines } from './short-lines.ts';
import type { Terminal } from './terminal.ts';

export function printPayouts(statements: readonly Statement[], terminal: Terminal): void {
  const [first] = statements;
  if (!first) return;
  terminal.print(`${first.company.name}, payouts ${first.period.id} in ${first.currency}\n`);
  const byPlan = Map.groupBy(statements, ({ plan }) => plan.id);
  for (const group of byPlan.values()) terminal.print(planTable(group));
  for (const statement of statements) terminal.print(gateLines(statement));
  for (const statement of statements) terminal.print(conversionLine(statement));
}

function planTable(statements: readonly Statement[]): string {
  const [first] = statements as [Statement];
  const format = formatter(first.locale, first.currency);
  // Every line of any of the statements is a column, so that each row adds up to its payment.
  const titles = new Map(
    statements.flatMap(({ lines }) => lines.map((line) => [columnOf(line), line.title])),
  );
  const columns = [...titles.values()];
  const table = new Table({
    head: ['Payee', ...columns, 'Payment', 'of target'].map((title) => inShortLines(cut(title))),
    colAligns: ['left', ...columns.map(() => 'right' as const), 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  for (const statement of statements) {
    const payouts = [...titles.keys()].map((column) => {
      const [first, ...others] = statement.lines.filter((line) => columnOf(line) === column);
      const paid = others.reduce((sum, { payout }) => sum?.plus(payout.exact), first?.payout.exact);
      return paid ? format.money(paid) : '';
    });
    const { payment, targetIncentive } = statement;
    const isPaidByTarget = targetIncentive.exact.gt('0');
    const share = isPaidByTarget ? format.percent(payment.exact.div(targetIncentive.exact)) : '';
    table.push([cut(statement.payee.name), ...payouts, format.money(payment.exact), share]);
  }
  return `\n${first.plan.title} (version ${first.plan.version})\n${table.toString()}\n`;
}

/** What a component pays in several segments stands in one column. */
function columnOf({ component, id }: Statement['lines'][number]): string {
  return component ?? id;
}

const NAME_LENGTH_MAX = 40;

/** One very long name would make every line of the table wrap; statements have it whole. */
function cut(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= NAME_LENGTH_MAX) return name;
  return `${characters.slice(0, NAME_LENGTH_MAX - 1).join('')}…`;
}

type Condition = Pick<Statement['gates' | 'links'][number], 'judged'>;

/** The gates and links that cost a payee something, as sentences. */
function gateLines(statement: Statement): string {
  const format = formatter(statement.locale, statement.currency);
  const isMissed = ({ judged }: Condition) => judged !== undefined && !judged.met;
  const sentences = [
    ...statement.links.filter(isMissed).map((link) => linkSentence(link, format)),
    ...statement.gates.filter(isMissed).map((gate) => gateSentence(gate, format)),
  ];
  if (sentences.length === 0) return '';
  const joint = jointCostSentence(statement, format);
  const lines = [...sentences, ...(joint ? [joint] : [])].map((each) => `  ${each}`);
  return `\n${statement.payee.name}:\n${lines.join('\n')}\n`;
}

/** What is paid in another currency than the plan's, and at which rate. */
function conversionLine(statement: Statement): string {
  const sentences = conversionSentences(statement, formatter(statement.locale, statement.currency));
  return sentences.map((sentence) => `\n${statement.payee.name}: ${sentence}\n`).join('');
}
