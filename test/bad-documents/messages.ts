// Writes findings for a reviewer: each fixture with the line at fault, a caret under the column, and
// the whole message. In: fixtures and what opening them found. Out: the text of MESSAGES.md, and a
// table of one line for each fixture.

import type { Fixture } from './fixtures.ts';
import type { Found } from './open-fixture.ts';

export interface OpenedFixture {
  readonly fixture: Fixture;
  readonly findings: readonly Found[];
}

const LINE_LENGTH_MAX = 92;

const PREFACE = `# What OnTarget says about each bad document

Every fixture of this folder with the message it gets: the place, the line, what is wrong, why it
matters, what to write instead. A change here is a change of the product: read it as one.
Written by \`UPDATE_MESSAGES=1 npm test -- test/bad-documents.test.ts\`.
`;

/** The golden file: one section for each code, then the documents with several faults. */
export function messagesText(
  byCode: readonly OpenedFixture[],
  several: readonly OpenedFixture[],
): string {
  const sections = [...byCode, ...several].map(sectionOf);
  return [PREFACE, ...sections].join('\n');
}

/** `code  fixture  message`, aligned. */
export function messagesTable(opened: readonly OpenedFixture[]): string {
  const rows = opened.flatMap(({ fixture, findings }) =>
    findings.map(({ code, what, remedy }) => [code, fixture.shownAs, `${what} -> ${remedy}`]),
  );
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  return `${lines.map((line) => line.join('  ').trimEnd()).join('\n')}\n`;
}

function sectionOf({ fixture, findings }: OpenedFixture): string {
  const title = fixture.name.includes('--') ? fixture.name.replace('--', '/') : fixture.name;
  const blocks = findings.map(blockOf).join('\n');
  return `## ${title}\n\n${fixture.shownAs}: ${fixture.about}\n\n\`\`\`text\n${blocks}\`\`\`\n`;
}

function blockOf({ code, severity, place, what, why, remedy, line }: Found): string {
  return [
    `${place.file}:${place.line}:${place.column}: ${severity} ${code}`,
    ...(line === undefined ? [] : excerpt(line, place.column)),
    `    ${what}.`,
    `    Why: ${why}`,
    `    Instead: ${remedy}.`,
    '',
  ].join('\n');
}

/** The line with a caret below the column; of a long line the part around it. */
function excerpt(line: string, column: number): readonly string[] {
  const start = Math.max(0, column - LINE_LENGTH_MAX / 2);
  const isCut = line.length > LINE_LENGTH_MAX;
  const shown = isCut ? line.slice(start, start + LINE_LENGTH_MAX) : line;
  const before = isCut ? column - 1 - start : column - 1;
  return [`  | ${shown}`.trimEnd(), `  | ${' '.repeat(before)}^`];
}
