// Writes an explanation as an indented tree for a terminal, and as JSON for programs.
// In: the explained number. Out: text. A number that was shown before is named, not repeated.

import { dealsBehind, type ExplainedNumber } from '../app/explain-number.ts';
import {
  behindInput,
  type Datum,
  type Explanation,
  exactText,
  isoDate,
  type Unit,
} from '../core/index.ts';

export function explanationText(explained: ExplainedNumber, dealsMax: number): string {
  const seen = new Set<string>();
  const lines: string[] = [];
  writeNode(explained.explanation, '', '');
  return `${lines.join('\n')}\n`;

  function writeNode(node: Explanation, first: string, rest: string): void {
    const { cell, datum } = node;
    const { clause } = cell;
    lines.push(`${first}${cell.label}: ${explained.write(datum, cell.unit)}   [${cell.id}]`);
    if (seen.has(cell.id)) {
      lines.push(`${rest}    (opened above)`);
      return;
    }
    seen.add(cell.id);
    if (node.inWords) lines.push(`${rest}    = ${node.inWords}`);
    if (node.inFigures) lines.push(`${rest}    = ${node.inFigures}`);
    lines.push(`${rest}    clause: ${clause.file}:${clause.line}`);
    for (const line of dealLines(node, explained, dealsMax)) lines.push(`${rest}    ${line}`);
    for (const line of inputLines(node, explained)) lines.push(`${rest}    ${line}`);
    node.behind.forEach((child, index) => {
      const isLast = index === node.behind.length - 1;
      writeNode(child, `${rest}${isLast ? '└─ ' : '├─ '}`, `${rest}${isLast ? '   ' : '│  '}`);
    });
  }
}

function dealLines(
  node: Explanation,
  { calculation, write }: ExplainedNumber,
  dealsMax: number,
): readonly string[] {
  const behind = dealsBehind(node, calculation);
  if (!behind) return [];
  const unit = node.deals?.figure?.unit;
  const shown = behind.counted.slice(0, dealsMax).map(({ id, datum, reason }) => {
    const figure = unit && unit !== 'flag' ? `: ${write(datum, unit)}` : '';
    return `· ${id}${figure} (${reason})`;
  });
  const more = behind.counted.length - shown.length;
  return [
    `deals that count: ${behind.counted.length}`,
    ...shown,
    ...(more > 0 ? [`· and ${more} more (--deals all lists them)`] : []),
    ...[...behind.leftOut].map(([reason, deals]) => `deals left out: ${deals.length} (${reason})`),
  ];
}

/** The rows and deals that an input was put together from. */
function inputLines({ cell }: Explanation, { calculation, write }: ExplainedNumber) {
  return behindInput(calculation, cell.id).map(({ what, datum }) =>
    datum === undefined ? `· ${what}` : `· ${what}: ${write(datum, cell.unit)}`,
  );
}

export function explanationJson(explained: ExplainedNumber, dealsMax: number): string {
  const plain = (node: Explanation): object => ({
    id: node.cell.id,
    label: node.cell.label,
    unit: node.cell.unit,
    figure: plainDatum(node.datum, node.cell.unit),
    clause: `${node.cell.clause.file}:${node.cell.clause.line}:${node.cell.clause.column}`,
    ...(node.inWords && { inWords: node.inWords }),
    ...(node.inFigures && { inFigures: node.inFigures }),
    ...dealsJson(node, explained, dealsMax),
    ...inputJson(node, explained),
    behind: node.behind.map(plain),
  });
  return `${JSON.stringify(plain(explained.explanation), null, 2)}\n`;
}

function dealsJson(node: Explanation, { calculation }: ExplainedNumber, dealsMax: number): object {
  const behind = dealsBehind(node, calculation);
  if (!behind) return {};
  const unit = node.deals?.figure?.unit;
  return {
    deals: behind.counted.slice(0, dealsMax).map(({ id, datum, reason }) => ({
      deal: id,
      ...(unit && { figure: plainDatum(datum, unit) }),
      reason,
    })),
    leftOut: Object.fromEntries([...behind.leftOut].map(([why, deals]) => [why, deals.length])),
  };
}

function inputJson({ cell }: Explanation, { calculation }: ExplainedNumber): object {
  const rows = behindInput(calculation, cell.id);
  if (rows.length === 0) return {};
  return {
    from: rows.map(({ what, datum }) => ({
      what,
      ...(datum !== undefined && { figure: plainDatum(datum, cell.unit) }),
    })),
  };
}

function plainDatum(datum: Datum, unit: Unit): string | boolean | null {
  if (datum === undefined) return null;
  if (typeof datum === 'object') return exactText(datum);
  return typeof datum === 'number' && unit === 'date'
    ? isoDate(datum)
    : (datum as string | boolean);
}
