// Types a document's formulas against the attributes of a deal and reports each problem inside
// them at its own column. In: a formula as written. Out: the typed formula, or findings.

import { unitWord } from '../formula/loose-unit.ts';
import { type AttributeUnits, type TypedFormula, typeFormula } from '../formula/typing.ts';
import type { DocumentPath } from '../source.ts';
import type { Formula, Unit } from '../worksheet/operations.ts';
import type { Findings } from './findings.ts';
import type { FormulaText } from './leaves.ts';

/** A formula that kept its text for explanations. */
export interface SpokenFormula {
  readonly formula: Formula;
  readonly text: string;
}

/** Types a formula and keeps its text. */
export function spokenAt(
  findings: Findings,
  path: DocumentPath,
  written: FormulaText,
  attributes: AttributeUnits,
  wanted: 'flag' | 'number',
): (SpokenFormula & { readonly unit: Unit }) | undefined {
  const typed = typedAt(findings, path, written, attributes, wanted);
  return typed && { ...typed, text: written.text };
}

/** Types a formula; `wanted` is what its place needs, such as a yes-or-no condition. */
export function typedAt(
  findings: Findings,
  path: DocumentPath,
  written: FormulaText,
  attributes: AttributeUnits,
  wanted: 'flag' | 'number' | 'any',
): TypedFormula | undefined {
  const outcome = typeFormula(written.expression, attributes);
  if (!outcome.ok) {
    for (const { code = 'formula/units', what, remedy, offset } of outcome.problems) {
      findings.report(code, path, what, remedy, offset);
    }
    return undefined;
  }
  const fits = attributes === undefined || isWanted(outcome.typed.unit, wanted);
  if (fits) return outcome.typed;
  const needed = wanted === 'flag' ? 'a condition' : 'a number';
  const found = unitWord(outcome.typed.unit);
  const what = `\`${written.text}\` is ${found}, and ${needed} is needed here`;
  const remedy =
    wanted === 'flag'
      ? 'compare it with something, such as `discount > 15%`'
      : 'name an attribute that holds a number';
  findings.report('formula/units', path, what, remedy);
  return undefined;
}

function isWanted(unit: Unit, wanted: 'flag' | 'number' | 'any'): boolean {
  if (wanted === 'any') return true;
  const isNumber = unit !== 'flag' && unit !== 'text' && unit !== 'date';
  return wanted === 'number' ? isNumber : unit === 'flag';
}
