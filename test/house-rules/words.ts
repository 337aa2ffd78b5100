// One word, one meaning: names that ENGINE.md section 2 refuses, with the word to write instead.
// In: names that sources declare (not those they read). Out: findings.

import type { Node } from 'oxc-parser';
import { eachFile, type Finding, type Rule } from './rule.ts';
import { literalText, type SourceFile } from './source-file.ts';

/** Refused wherever they stand in a name: `sellerId`, `tierMultiplier`. */
const REFUSED_WORDS: Readonly<Record<string, string>> = {
  rep: 'payee',
  seller: 'payee',
  achievement: 'result',
  actuals: 'result',
  multiplier: 'accelerator, modifier or payoutFactor',
  kicker: 'accelerator, modifier or payoutFactor',
  hurdle: 'threshold or gate',
  chargeback: 'clawback',
};

/** Refused as the whole name; in longer names they have honest uses (`userAgent`). */
const REFUSED_NAMES: Readonly<Record<string, string>> = {
  agent: 'payee',
  bracket: 'tier',
  band: 'tier',
  cliff: 'threshold or gate',
  reserve: 'hold',
};

/** Too bare for a name that other files see; as property or local their context says which. */
const BARE_NAMES: Readonly<Record<string, string>> = {
  target: 'quota or targetIncentive',
  amount: 'what the money is: payout, payment, credit',
  rate: 'which rate: commissionRate, exchangeRate',
  value: 'what it is the value of',
  type: 'what it is the kind of',
};

export const refusedWord: Rule = eachFile((file) =>
  namesIn(file, declaredNames, (name) => {
    const word = wordsOf(name).find((each) => Object.hasOwn(REFUSED_WORDS, each));
    if (word !== undefined) return REFUSED_WORDS[word];
    return own(REFUSED_NAMES, name.toLowerCase().replace(/s$/, ''));
  }),
);

export const bareExport: Rule = eachFile((file) =>
  namesIn(file, exportedNames, (name) => own(BARE_NAMES, name.toLowerCase())),
);

function namesIn(
  file: SourceFile,
  pick: (node: Node) => Node[],
  insteadOf: (name: string) => string | undefined,
): Finding[] {
  return file.visits
    .flatMap(({ node }) => pick(node))
    .flatMap((node) => {
      const name = node.type === 'Identifier' ? node.name : literalText(node);
      const instead = name && insteadOf(name);
      if (!instead) return [];
      const line = file.lineOf(node.start);
      return [{ file: file.path, line, what: `the name '${name}'`, remedy: `say ${instead}` }];
    });
}

/** `payeeIds` is payee and id: a plural counts as its singular, unless it is refused itself. */
function wordsOf(name: string): string[] {
  const words = name.split(/[_-]|(?<=[a-z0-9])(?=[A-Z])/).map((each) => each.toLowerCase());
  return words.flatMap((each) => [each, each.replace(/s$/, '')]);
}

function own(table: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** All names that a node declares, as nodes. */
function declaredNames(node: Node): Node[] {
  switch (node.type) {
    case 'VariableDeclarator':
      return bindings(node.id);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'TSFunctionType':
      return [...('id' in node && node.id ? [node.id] : []), ...node.params.flatMap(bindings)];
    case 'CatchClause':
      return node.param ? bindings(node.param) : [];
    case 'ClassDeclaration':
      return node.id ? [node.id] : [];
    case 'TSTypeAliasDeclaration':
    case 'TSInterfaceDeclaration':
      return [node.id];
    case 'TSMethodSignature':
      return [node.key, ...node.params.flatMap(bindings)];
    case 'TSPropertySignature':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      return node.computed ? [] : [node.key];
    case 'CallExpression':
      return schemaFields(node.callee, node.arguments);
    default:
      return [];
  }
}

/** The variables of a pattern; `{ rep }` takes a name that was declared elsewhere. */
function bindings(pattern: Node): Node[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern];
    case 'ObjectPattern':
      return pattern.properties.flatMap(bindings);
    case 'Property':
      return pattern.shorthand ? [] : bindings(pattern.value);
    case 'ArrayPattern':
      return pattern.elements.flatMap((each) => (each ? bindings(each) : []));
    case 'AssignmentPattern':
      return bindings(pattern.left);
    case 'RestElement':
      return bindings(pattern.argument);
    default:
      return [];
  }
}

const SCHEMA_MAKERS = /^(object|strictObject|looseObject|extend|safeExtend|interface)$/;

/** The fields of `z.strictObject({ … })`: what an author may write is a declaration too. */
function schemaFields(callee: Node, passed: readonly Node[]): Node[] {
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return [];
  if (!SCHEMA_MAKERS.test(callee.property.name)) return [];
  return passed
    .flatMap((each) => (each.type === 'ObjectExpression' ? each.properties : []))
    .flatMap((each) => (each.type === 'Property' && !each.computed ? [each.key] : []));
}

/** Names that a statement exports, as other files see them. */
function exportedNames(node: Node): Node[] {
  if (node.type !== 'ExportNamedDeclaration') return [];
  const { declaration, specifiers } = node;
  const declared =
    declaration?.type === 'VariableDeclaration'
      ? declaration.declarations.flatMap((each) => bindings(each.id))
      : declaredNames(declaration ?? node).slice(0, 1);
  return [...declared, ...specifiers.map((each) => each.exported)];
}
