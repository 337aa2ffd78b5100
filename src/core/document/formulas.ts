// Types a document's formulas against the attributes of a deal and reports each problem inside
// them at its own column. In: a formula as written. Out: the typed formula, or findings.

import { type AttributeUnits, type TypedFormula, typeFormula } from '../formula/typing.ts';
import type { DocumentPath } from '../source.ts';
import type { Unit } from '../worksheet/operations.ts';
import type { Findings } from './findings.ts';
import type { FormulaText } from './leaves.ts';

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
    for (const { what, remedy, offset } of outcome.problems) {
      findings.report('formula/units', path, what, remedy, offset);
    }
    return undefined;
  }
  const fits = attributes === undefined || isWanted(outcome.typed.unit, wanted);
  if (fits) return outcome.typed;
  const what =
    wanted === 'flag'
      ? `\`${written.text}\` gives a ${outcome.typed.unit}, and a condition is needed here`
      : `\`${written.text}\` gives a ${outcome.typed.unit}, and a number is needed here`;
  findings.report(
    'formula/units',
    path,
    what,
    wanted === 'flag' ? 'compare it with something' : 'name an attribute that holds a number',
  );
  return undefined;
}

function isWanted(unit: Unit, wanted: 'flag' | 'number' | 'any'): boolean {
  if (wanted === 'any') return true;
  const isNumber = unit !== 'flag' && unit !== 'text' && unit !== 'date';
  return wanted === 'number' ? isNumber : unit === 'flag';
}
