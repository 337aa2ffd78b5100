// One source file, parsed once for all house rules: text, lines, comments, imports, syntax nodes.
// In: path and text. Out: a SourceFile. Parsed by oxc-parser, because TypeScript 7 ships no
// compiler interface for JavaScript.

import { type Comment, type Node, parseSync, visitorKeys } from 'oxc-parser';

/** A syntax node with the node that holds it. */
export interface Visit {
  readonly node: Node;
  readonly parent: Node | undefined;
}

/** One import, re-export, `import()` or `new URL('./x.ts', import.meta.url)`. */
export interface ImportEdge {
  readonly specifier: string;
  readonly line: number;
  /** `type` vanishes at run time; `deferred` runs only after both files are loaded. */
  readonly when: 'load' | 'type' | 'deferred';
}

export interface SourceFile {
  /** Path from the top of the repository, with forward slashes. */
  readonly path: string;
  readonly lines: readonly string[];
  readonly comments: readonly Comment[];
  readonly visits: readonly Visit[];
  readonly statements: readonly Node[];
  readonly imports: readonly ImportEdge[];
  readonly syntaxErrors: readonly string[];
  /** The line (from 1) of a character offset. */
  readonly lineOf: (offset: number) => number;
}

export function readSource(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(path, text, { sourceType: 'module' });
  const lineOf = lineFinder(text);
  const visits = visitsUnder(program, undefined);
  return {
    path,
    lines: text.replace(/\r?\n$/, '').split(/\r?\n/),
    comments,
    visits,
    statements: program.body,
    imports: visits.flatMap((visit) => importsOf(visit.node, lineOf)),
    syntaxErrors: errors.map((each) => each.message),
    lineOf,
  };
}

/** The text of a string literal, or of a template without holes. */
export function literalText(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type !== 'TemplateLiteral' || node.expressions.length > 0) return undefined;
  return node.quasis[0]?.value.cooked ?? undefined;
}

function visitsUnder(node: Node, parent: Node | undefined): Visit[] {
  const children = (visitorKeys[node.type] ?? []).flatMap((key) => childNodes(node, key));
  return [{ node, parent }, ...children.flatMap((child) => visitsUnder(child, node))];
}

function childNodes(node: Node, key: string): Node[] {
  const held = (node as unknown as Record<string, unknown>)[key];
  const candidates: unknown[] = Array.isArray(held) ? held : [held];
  return candidates.filter((each): each is Node => typeof each === 'object' && each !== null);
}

function lineFinder(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    const next = starts.findIndex((start) => start > offset);
    return next < 0 ? starts.length : next;
  };
}

function importsOf(node: Node, lineOf: SourceFile['lineOf']): ImportEdge[] {
  const found = importedBy(node);
  const specifier = found && literalText(found.source);
  if (found === undefined || specifier === undefined) return [];
  return [{ specifier, line: lineOf(node.start), when: found.when }];
}

function importedBy(node: Node): { source: Node; when: ImportEdge['when'] } | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return { source: node.source, when: node.importKind === 'type' ? 'type' : 'load' };
    case 'ExportAllDeclaration':
      return { source: node.source, when: node.exportKind === 'type' ? 'type' : 'load' };
    case 'ExportNamedDeclaration':
      if (node.source === null) return undefined;
      return { source: node.source, when: node.exportKind === 'type' ? 'type' : 'load' };
    case 'ImportExpression':
      return { source: node.source, when: 'deferred' };
    case 'TSImportType':
      return { source: node.source, when: 'type' };
    case 'NewExpression':
      return workerUrl(node.callee, node.arguments);
    default:
      return undefined;
  }
}

/** `new URL('./worker.ts', import.meta.url)` names a file that something else will load. */
function workerUrl(
  callee: Node,
  [source, base]: readonly Node[],
): { source: Node; when: 'deferred' } | undefined {
  const isUrl = callee.type === 'Identifier' && callee.name === 'URL';
  const isOwn = base?.type === 'MemberExpression' && base.object.type === 'MetaProperty';
  if (!isUrl || !isOwn || source === undefined) return undefined;
  return /\.[tj]s$/.test(literalText(source) ?? '') ? { source, when: 'deferred' } : undefined;
}
