// Says in an author's words what is wrong with a text that is not YAML, and what to write instead.
// In: the parser's errors and warnings. Out: one finding for each line at fault.
// The parser speaks of implicit keys and flow collections; the clues in the line itself (a tab, no
// space after a colon) come first, its own words come last.

import { type Document, visit, type YAMLError } from 'yaml';
import { byPlace, type Diagnostic, type DiagnosticCode, diagnose } from '../core/index.ts';
import { quoteText } from './quote-text.ts';
import { DEPTH_MAX, type YamlSource } from './yaml-tree.ts';

type ErrorCode = YAMLError['code'];

interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
  /** The faulty line, and its part from the faulty column on. */
  readonly line: string;
  readonly rest: string;
}

interface SyntaxRule {
  readonly applies: (fault: Fault) => boolean;
  readonly what: (fault: Fault) => string;
  readonly remedy: (fault: Fault) => string;
}

const TAB_INDENT = /^ *\t/;
const ODD_SPACE = /^ *[\u00a0\u2000-\u200b\u3000]|:[\u00a0\u2000-\u200b\u3000]/;
const COLON_WITHOUT_SPACE = /^\s*(?:- +)*([^\s:#"'[\]{}]+):([^\s:].*)$/;
const QUOTE_BEFORE = /["']\s*$/;
const UNCLOSED_QUOTE = /^Missing closing/;
const UNCLOSED_BRACKET = /\bend with an? ([\]}])/;
const OUT_OF_STEP = /token in YAML stream/;
const MISPLACED = /same column|block sequence may not|at node end|token in YAML stream/;

const SYNTAX_RULES: readonly SyntaxRule[] = [
  {
    applies: ({ line }) => TAB_INDENT.test(line),
    what: () => 'the line is indented with a tab',
    remedy: () => 'indent with spaces only, two for each level',
  },
  {
    applies: ({ line }) => ODD_SPACE.test(line),
    what: () => 'the line has a space that only looks like one (often U+00A0, from a web page)',
    remedy: () => 'delete it and type an ordinary space',
  },
  {
    applies: ({ code }) => code === 'BAD_SCALAR_START',
    what: ({ rest }) => `a text cannot start with ${quoteText(rest.slice(0, 1))} unless quoted`,
    remedy: ({ rest }) => `put it in quotes: ${inQuotes(rest)}`,
  },
  {
    applies: ({ message }) => UNCLOSED_QUOTE.test(message),
    what: ({ rest }) => `the quote before ${quoteText(rest.slice(1))} is never closed`,
    remedy: ({ rest }) => `close it: ${inQuotes(rest.replace(/^["']/, ''))}`,
  },
  {
    applies: ({ message, line, rest }) =>
      message.endsWith('at node end') &&
      QUOTE_BEFORE.test(line.slice(0, line.length - rest.length)),
    what: ({ rest }) => `text goes on after the closing quote: ${quoteText(rest)}`,
    remedy: () => `put it all in quotes; inside '…' write '' for ', inside "…" write \\" for "`,
  },
  {
    applies: ({ code, line }) => code !== 'BAD_DQ_ESCAPE' && COLON_WITHOUT_SPACE.test(line),
    what: ({ line }) => `no space follows the colon in ${quoteText(line.trim())}`,
    remedy: ({ line }) => `write ${quoteText(line.trim().replace(/:/, ': '))}`,
  },
  {
    applies: ({ message }) =>
      message.startsWith('Implicit keys need') || message.startsWith('Implicit map keys need'),
    what: ({ line }) => `${quoteText(line.trim())} is neither a field nor a list entry`,
    remedy: () => 'write `name: value`, or `- value` in a list',
  },
  {
    applies: ({ message, rest }) => message.startsWith('Nested mappings') && /:\s/.test(rest),
    what: ({ line }) => `the line has a second colon: ${quoteText(line.trim())}`,
    remedy: ({ rest }) => `put the text in quotes: ${inQuotes(rest)}; or begin a new line`,
  },
  {
    applies: ({ message }) => message.startsWith('Nested mappings'),
    what: ({ rest }) => `${quoteText(rest)} is a value, and deeper lines follow below it`,
    remedy: () => 'start the next line in the column where this one starts, or remove the value',
  },
  {
    applies: ({ message }) => UNCLOSED_BRACKET.test(message),
    what: ({ rest }) => `the bracket before ${quoteText(rest.slice(1))} is never closed`,
    remedy: ({ message }) => `end it with \`${UNCLOSED_BRACKET.exec(message)?.[1]}\``,
  },
  {
    applies: ({ message }) => message.includes('on same line with key'),
    what: () => 'a list starts on the line of its name',
    remedy: () => 'put each entry on a line of its own below the name: `  - value`',
  },
  {
    applies: ({ code }) => code === 'BAD_DQ_ESCAPE',
    what: ({ rest }) => `${quoteText(rest.slice(0, 2))} means nothing inside double quotes`,
    remedy: () => 'write `\\\\` for a backslash, or put the text in single quotes',
  },
  {
    applies: ({ code }) => code === 'NON_STRING_KEY',
    what: ({ rest }) => `${quoteText(rest)} is used as a name, and a name is plain text`,
    remedy: ({ rest }) => `put a text with brackets in quotes: ${inQuotes(rest)}`,
  },
  {
    applies: ({ code }) => code === 'BAD_DIRECTIVE',
    what: ({ line }) => `${quoteText(line)} is an instruction to the parser, not a field`,
    remedy: () => 'remove the line, or put its text in quotes',
  },
  {
    applies: ({ message }) => message.includes('directives-end'),
    what: () => 'a line above starts with `%`, which instructs the parser',
    remedy: () => 'remove the lines that start with `%`, or put their text in quotes',
  },
  {
    applies: ({ code, rest }) => code === 'UNEXPECTED_TOKEN' && /^[\]}]/.test(rest),
    what: ({ rest }) => `no bracket was opened that ${quoteText(rest.slice(0, 1))} could close`,
    remedy: ({ rest }) => `remove it, or put a text with brackets in quotes: ${inQuotes(rest)}`,
  },
  {
    applies: ({ message }) => message.startsWith('Unexpected flow-'),
    what: ({ rest }) => `${quoteText(rest.slice(0, 1))} stands within a text that has no quotes`,
    remedy: ({ line }) => `put the whole text in quotes: ${inQuotes(textAround(line))}`,
  },
  {
    applies: ({ message }) => MISPLACED.test(message),
    what: ({ line }) => `${quoteText(line.trim())} does not fit under the lines above it`,
    remedy: () => 'start it in the same column as the entries of its level, all `- ` or all names',
  },
];

const FALLBACK_REMEDY = 'put a text that holds such signs in quotes, and commas between entries';

const CODE_OF: Partial<Record<ErrorCode, DiagnosticCode>> = {
  MULTIPLE_DOCS: 'yaml/many-documents',
  ALIAS_PROPS: 'yaml/alias',
  BAD_ALIAS: 'yaml/alias',
  MULTIPLE_ANCHORS: 'yaml/alias',
  MULTIPLE_TAGS: 'yaml/tag',
  TAG_RESOLVE_FAILED: 'yaml/tag',
};

const REMEDY_OF: Partial<Record<DiagnosticCode, string>> = {
  'yaml/many-documents': 'remove the line `---` or `...`, or make two files of it',
  'yaml/alias': 'write the value out; a text that starts with & or * needs quotes: `"*"`',
  'yaml/tag': 'remove it; a text that starts with ! needs quotes: `"!"`',
};

export function syntaxFindings(parsed: Document.Parsed, source: YamlSource): readonly Diagnostic[] {
  // The other warnings are about tags, which yaml-tree.ts finds by itself, and matters of taste.
  const warnings = parsed.warnings.filter(({ code }) => code === 'BAD_DIRECTIVE');
  const errors: YAMLError[] = [...parsed.errors, ...warnings];
  const exhausted = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (exhausted !== undefined) {
    const what = `the text is nested far more than ${DEPTH_MAX} levels deep`;
    const place = source.placeAt(exhausted.pos[0]);
    return [diagnose('yaml/too-deep', place, what, 'take out levels of nesting')];
  }
  const byLine = new Map<number, Diagnostic>();
  const outOfStep = errors.find(({ message }) => OUT_OF_STEP.test(message));
  for (const error of errors) {
    // Behind the first such place the parser takes every line for wrong.
    if (OUT_OF_STEP.test(error.message) && error !== outOfStep) continue;
    const finding = syntaxFinding(error, parsed, source);
    // One slip makes the parser stumble several times in a line; the first is the cause.
    if (!byLine.has(finding.place.line)) byLine.set(finding.place.line, finding);
  }
  return [...byLine.values()].sort(byPlace);
}

function syntaxFinding(
  error: YAMLError,
  parsed: Document.Parsed,
  { text, placeAt }: YamlSource,
): Diagnostic {
  const isUnclosed = UNCLOSED_QUOTE.test(error.message) || UNCLOSED_BRACKET.test(error.message);
  const offset = isUnclosed ? openingBefore(parsed, error.pos[0]) : error.pos[0];
  const place = placeAt(offset);
  const lineStart = offset - place.column + 1;
  const line = /^[^\r\n]*/.exec(text.slice(lineStart, lineStart + 1000))?.[0] ?? '';
  const fault = {
    code: error.code,
    message: error.message,
    line,
    rest: line.slice(place.column - 1),
  };
  const code = CODE_OF[error.code] ?? 'yaml/syntax';
  const rule =
    code === 'yaml/syntax' ? SYNTAX_RULES.find((each) => each.applies(fault)) : undefined;
  if (rule !== undefined) return diagnose(code, place, rule.what(fault), rule.remedy(fault));
  const what = `${quoteText(line.trim())}: ${plainMessage(error)}`;
  return diagnose(code, place, what, REMEDY_OF[code] ?? FALLBACK_REMEDY);
}

function plainMessage({ code, message }: YAMLError): string {
  if (code === 'MULTIPLE_DOCS') return 'a second document starts here';
  return message.slice(0, 1).toLowerCase() + message.slice(1);
}

/** The parser notices what is not closed at its end; the author looks for where it was opened. */
function openingBefore(parsed: Document.Parsed, end: number): number {
  let offset = end;
  visit(parsed, {
    Node: (_key, node) => {
      const opens = 'flow' in node ? node.flow : 'type' in node && node.type?.startsWith('QUOTE');
      const [start, valueEnd] = node.range ?? [0, 0];
      if (opens && start <= end && end <= valueEnd + 1) offset = start;
    },
  });
  return offset;
}

/** The value with a bracket that YAML took for a list of its own. */
function textAround(line: string): string {
  return /:\s+([^:{}[\],]+\[[^\]]*\])/.exec(line)?.[1] ?? 'name in [1, 2]';
}

function inQuotes(text: string): string {
  const value = text.trim();
  return quoteText(value.includes('"') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`);
}
