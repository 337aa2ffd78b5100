// Checks the names of a deal's attributes: each is declared once, and what refers to one finds it.
// In: the deal mapping as read, and the units by name. Out: findings at the names.

import { diagnose } from '../diagnostic.ts';
import type { FieldsOf } from '../document/fields.ts';
import type { Findings } from '../document/findings.ts';
import { unitWord } from '../formula/loose-unit.ts';
import type { DocumentPath } from '../source.ts';
import type { Unit } from '../worksheet/operations.ts';
import type { dealsShape } from './document.ts';

export type DealFields = FieldsOf<typeof dealsShape>;

const PATH = ['data', 'deals'];

export function checkNames(
  findings: Findings,
  fields: DealFields,
  units: ReadonlyMap<string, Unit>,
): void {
  const path = PATH;
  checkDeclaredOnce(findings, fields);
  const known = [...units.keys()];
  const references = [
    ...(fields.show ?? []).map((name, index) => ({ name, path: [...path, 'show', index] })),
    ...(fields.lookups ?? []).map(({ match }, index) => ({
      name: match,
      path: [...path, 'lookups', index, 'match'],
    })),
    ...(fields.countsOn ? [{ name: fields.countsOn, path: [...path, 'countsOn'] }] : []),
  ];
  for (const { name, path: at } of references) {
    if (!units.has(name))
      findings.unknownName('company/unknown-attribute', at, 'attribute', name, known);
  }
  const date = fields.countsOn;
  if (date && units.has(date) && units.get(date) !== 'date') {
    findings.report(
      'company/counts-on-date',
      [...path, 'countsOn'],
      `\`${date}\` is ${unitWord(units.get(date) ?? 'any')}, and a deal counts on a date`,
      'name an attribute of unit date',
    );
  }
}

/** A name of two sources: which one a formula reads would depend on the order of reading. */
function checkDeclaredOnce(findings: Findings, fields: DealFields): void {
  const { document } = findings;
  const lines = new Map<string, number>();
  if (fields.stage) lines.set('stage', document.placeOf([...PATH, 'stage']).line);
  for (const path of declarations(fields)) {
    const name = String(path.at(-1));
    const first = lines.get(name);
    const place = document.placeOfKey(path);
    if (first === undefined) lines.set(name, place.line);
    else {
      const what = `the attribute \`${name}\` is declared twice (first on line ${first})`;
      findings.add(diagnose('plan/duplicate-id', place, what, 'give one of them another name'));
    }
  }
}

function declarations({ attributes, lookups, derived }: DealFields): readonly DocumentPath[] {
  return [
    ...Object.keys(attributes ?? {}).map((name) => [...PATH, 'attributes', name]),
    ...(lookups ?? []).flatMap((lookup, index) =>
      Object.keys(lookup.attributes).map((name) => [...PATH, 'lookups', index, 'attributes', name]),
    ),
    ...Object.keys(derived ?? {}).map((name) => [...PATH, 'derived', name]),
  ];
}
