// What code may not touch: evaluated text anywhere; clock, randomness, process and doubles in the
// core; the environment outside config.ts; names of kinds outside their registries.
// In: syntax nodes. Out: findings. Source: QUALITY.md ("Safe from input"), ENGINE.md section 3.

import type { Node } from 'oxc-parser';
import { eachNode, everywhere, inCore, memberName, type Rule, referenceName } from './rule.ts';
import { literalText, type SourceFile, type Visit } from './source-file.ts';

export const noEvaluatedText: Rule = eachNode(everywhere, (visit) => {
  const { node, parent } = visit;
  const name = referenceName(visit);
  const isCalled = parent?.type === 'NewExpression' || parent?.type === 'CallExpression';
  const evaluates = name === 'eval' || (name === 'Function' && isCalled && parent.callee === node);
  if (!evaluates && !/^(node:)?vm$/.test(importSource(node) ?? '')) return undefined;
  const remedy = 'formulas are read by the parser of the worksheet, never by the engine';
  return { what: 'text is run as code', remedy };
});

const OUTSIDE_WORLD = new Set(
  `process console performance crypto fetch globalThis setTimeout setInterval setImmediate
   queueMicrotask`.split(/\s+/),
);
const CHANGING_CALLS = new Set(['Math.random', 'Date.now']);

/** The core gets the clock, ids and everything else from outside as arguments. */
export const pureCore: Rule = eachNode(inCore, (visit, file) => {
  const name = outsideName(visit, file);
  if (name === undefined) return undefined;
  return { what: `the core uses ${name}`, remedy: 'pass what it gives as an argument' };
});

function outsideName(visit: Visit, file: SourceFile): string | undefined {
  const { node } = visit;
  const member = memberName(node);
  if (member !== undefined && CHANGING_CALLS.has(member)) return member;
  const isNow =
    (node.type === 'NewExpression' && node.arguments.length === 0) ||
    node.type === 'CallExpression';
  if (isNow && node.callee.type === 'Identifier' && node.callee.name === 'Date') return 'Date()';
  const name = referenceName(visit);
  return name !== undefined && OUTSIDE_WORLD.has(name) && !isDeclaredIn(file, name)
    ? name
    : undefined;
}

/** Paid money is never a double; files that count days or simulate are listed exceptions. */
export const noDoubleInCore: Rule = eachNode(inCore, (visit) => {
  const conversion = doubleConversion(visit);
  if (conversion === undefined) return undefined;
  const remedy = 'stay with Exact (exact-number.ts), or list the file with its reason as exception';
  return { what: `${conversion} makes a double`, remedy };
});

function doubleConversion(visit: Visit): string | undefined {
  const { node, parent } = visit;
  if (node.type === 'UnaryExpression' && node.operator === '+') return 'unary plus';
  if (memberName(node) === 'Number.parseFloat') return 'Number.parseFloat';
  if (node.type === 'CallExpression' && calledProperty(node.callee) === 'toNumber') {
    return 'toNumber()';
  }
  const name = referenceName(visit);
  if (name === 'parseFloat') return name;
  const isHolder = parent?.type === 'MemberExpression' && parent.object === node;
  return name === 'Number' && !isHolder ? 'Number()' : undefined;
}

const KIND_NAMES = new Set(
  `kpi okr mbo commission spiff override
   linear stepped marginal retroactive mixed pro-rata matrix`.split(/\s+/),
);

/** A kind's name stands in its own file and its registry; elsewhere the code asks the registry. */
export const noKindByName: Rule = eachNode(
  (path) => inCore(path) && !/^src\/core\/(components|curves)\//.test(path),
  ({ node }) => {
    const text = literalText(node);
    if (text === undefined || !KIND_NAMES.has(text)) return undefined;
    const remedy = 'let the kind answer through its entry in kinds.ts';
    return { what: `'${text}' is singled out by name`, remedy };
  },
);

export const environment: Rule = eachNode(
  (path) => path !== 'src/config.ts',
  ({ node }) => {
    const fromModule =
      /^(node:)?process$/.test(importSource(node) ?? '') &&
      node.type === 'ImportDeclaration' &&
      node.specifiers.some((each) => 'imported' in each && nameOf(each.imported) === 'env');
    if (!fromModule && memberName(node) !== 'process.env' && !takesApart(node)) return undefined;
    return { what: 'reads the environment', remedy: 'add the setting to src/config.ts' };
  },
);

/** `const { env } = process` */
function takesApart(node: Node): boolean {
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'ObjectPattern') return false;
  if (node.init?.type !== 'Identifier' || node.init.name !== 'process') return false;
  return node.id.properties.some((each) => each.type === 'Property' && nameOf(each.key) === 'env');
}

function importSource(node: Node): string | undefined {
  const isImport = node.type === 'ImportDeclaration' || node.type === 'ImportExpression';
  return isImport ? literalText(node.source) : undefined;
}

function calledProperty(callee: Node): string | undefined {
  return callee.type === 'MemberExpression' ? nameOf(callee.property) : undefined;
}

function nameOf(node: Node): string | undefined {
  return node.type === 'Identifier' ? node.name : literalText(node);
}

/** Whether the file gives the name a meaning of its own: a variable, a parameter or an import. */
function isDeclaredIn(file: SourceFile, name: string): boolean {
  return file.visits.some(({ node, parent }) => {
    if (node.type === 'ObjectPattern') {
      return node.properties.some(
        (each) => each.type === 'Property' && nameOf(each.value) === name,
      );
    }
    if (node.type !== 'Identifier' || node.name !== name || parent === undefined) return false;
    if (parent.type === 'VariableDeclarator') return parent.id === node;
    if (parent.type === 'AssignmentPattern') return parent.left === node;
    if (parent.type === 'ArrayPattern' || parent.type.startsWith('Import')) return true;
    return 'params' in parent && (parent.params as readonly unknown[]).includes(node);
  });
}
