// Checks the names of a deal's attributes: each is declared once, and what refers to one finds it.
// In: the deal mapping as read, and the units by name. Out: findings at the names.

import { diagnose } from '../diagnostic.ts';
import type { FieldsOf } from '../document/fields.ts';
import type { Findings } from '../document/findings.ts';
import { type LooseUnit, unitWord } from '../formula/loose-unit.ts';
import type { DocumentPath } from '../source.ts';
import type { dealsShape } from './document.ts';

export type DealFields = FieldsOf<typeof dealsShape>;

const PATH = ['data', 'deals'];

export function checkNames(
  findings: Findings,
  fields: DealFields,
  units: ReadonlyMap<string, LooseUnit>,
): void {
  checkDeclaredOnce(findings, fields);
  checkMatches(findings, fields);
  const known = [...units.keys()];
  const { countsOn } = fields;
  const references = [
    ...(fields.show ?? []).map((name, index) => ({ name, path: [...PATH, 'show', index] })),
    ...(countsOn === undefined ? [] : [{ name: countsOn, path: [...PATH, 'countsOn'] }]),
  ];
  for (const { name, path } of references) {
    if (known.includes(name)) continue;
    findings.unknownName('company/unknown-attribute', path, 'attribute', name, known);
  }
  const unit = countsOn === undefined ? undefined : units.get(countsOn);
  if (unit === undefined || unit === 'date' || unit === 'any') return;
  const what = `\`${countsOn}\` is ${unitWord(unit)}, and a deal counts on a date`;
  const remedy = 'name an attribute of unit date';
  findings.report('company/counts-on-date', [...PATH, 'countsOn'], what, remedy);
}

/** A table is looked up by what the deal has by then: its columns, and earlier look-ups. */
function checkMatches(findings: Findings, { attributes, lookups, stage }: DealFields): void {
  const known = [...Object.keys(attributes ?? {}), ...(stage ? ['stage'] : [])];
  for (const [index, lookup] of (lookups ?? []).entries()) {
    const path = [...PATH, 'lookups', index, 'match'];
    if (!known.includes(lookup.match)) {
      const kind = 'attribute to look up by';
      findings.unknownName('company/unknown-attribute', path, kind, lookup.match, known);
    }
    known.push(...Object.keys(lookup.attributes));
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
