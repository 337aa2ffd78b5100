// What a house rule is: a pure function from the repository to its findings, each with a remedy.
// In: parsed sources and the list of all paths. Out: findings; the runner adds the rule's name.

import type { Node } from 'oxc-parser';
import type { SourceFile, Visit } from './source-file.ts';

export interface Repository {
  /** All code under src, parsed. */
  readonly files: readonly SourceFile[];
  /** All paths that belong to the repository, whatever their kind. */
  readonly paths: readonly string[];
}

export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  readonly remedy: string;
}

export type Rule = (repository: Repository) => readonly Finding[];

/** A rule that looks at one file at a time. */
export function eachFile(check: (file: SourceFile) => readonly Finding[]): Rule {
  return ({ files }) => files.flatMap(check);
}

/** What is wrong with one node; undefined when nothing is. */
export type NodeCheck = (
  visit: Visit,
  file: SourceFile,
) => Pick<Finding, 'what' | 'remedy'> | undefined;

/** A rule that looks at one syntax node at a time, in the files that `where` picks. */
export function eachNode(where: (path: string) => boolean, check: NodeCheck): Rule {
  return eachFile((file) => {
    if (!where(file.path)) return [];
    return file.visits.flatMap((visit) => {
      const fault = check(visit, file);
      return fault ? [{ file: file.path, line: file.lineOf(visit.node.start), ...fault }] : [];
    });
  });
}

export const everywhere = (): boolean => true;
export const inCore = (path: string): boolean => path.startsWith('src/core/');

/** Parents whose property of this name is a label there, not a reference to a variable. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  MemberExpression: ['property'],
  Property: ['key'],
  PropertyDefinition: ['key'],
  MethodDefinition: ['key'],
  TSPropertySignature: ['key'],
  TSMethodSignature: ['key'],
  TSQualifiedName: ['left', 'right'],
  TSTypeReference: ['typeName'],
  ImportSpecifier: ['imported', 'local'],
  ExportSpecifier: ['exported'],
};

/** The name of a variable that a node reads; undefined for labels, types and everything else. */
export function referenceName({ node, parent }: Visit): string | undefined {
  if (node.type !== 'Identifier' || parent === undefined) return undefined;
  const fields = parent as unknown as Record<string, unknown>;
  if (fields['shorthand'] === true) return node.name;
  if (fields['computed'] === true) return node.name;
  const isLabel = LABELS[parent.type]?.some((each) => fields[each] === node);
  return isLabel ? undefined : node.name;
}

/** `Math.random` for a member expression with a plain object and property. */
export function memberName(node: Node): string | undefined {
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return undefined;
  if (node.property.type === 'Identifier' && !node.computed) {
    return `${node.object.name}.${node.property.name}`;
  }
  return node.property.type === 'Literal'
    ? `${node.object.name}.${node.property.value}`
    : undefined;
}
