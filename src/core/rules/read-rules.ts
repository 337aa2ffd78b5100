// Reads a list of rules per deal: conditions typed against the deals' attributes, and exactly the
// last rule holding for all deals that no rule before it took.
// In: the rules as written. Out: checked rules; findings at the rules.

import type { Findings } from '../document/findings.ts';
import { spokenAt } from '../document/formulas.ts';
import { ONE } from '../exact-number.ts';
import type { AttributeUnits } from '../formula/typing.ts';
import type { DocumentPath } from '../source.ts';
import type { DealRule, RuleGives, RuleList } from './deal-rule.ts';

/** A last rule, to show what one looks like. */
const OTHERWISE: Readonly<Record<RuleGives, string>> = {
  credit: '- credit: 100%',
  rate: '- rate: 8%',
  factor: '- factor: 100%',
};

export function readRules(
  findings: Findings,
  path: DocumentPath,
  list: RuleList,
  units: AttributeUnits,
): readonly DealRule[] {
  checkOrder(findings, path, list);
  return list.rules.map(({ when: written, because, figure }, index) => {
    const when = written && spokenAt(findings, [...path, index, 'when'], written, units, 'flag');
    const isWhole = list.gives === 'credit' && figure.eq(ONE);
    const otherwise = isWhole ? 'counts in full' : 'any other deal';
    return { figure, because: because ?? written?.text ?? otherwise, ...(when && { when }) };
  });
}

function checkOrder(findings: Findings, path: DocumentPath, { gives, rules }: RuleList): void {
  const last = rules.length - 1;
  const otherwise = rules.findIndex(({ when }) => when === undefined);
  if (rules.length > 0 && otherwise < 0) {
    findings.report(
      'rules/no-otherwise',
      [...path, last],
      'the last rule has a condition, so some deals are left without a rule',
      `add a last rule without \`when\`, such as \`${OTHERWISE[gives]}\``,
    );
  } else if (otherwise < last) {
    findings.report(
      'rules/unreachable',
      [...path, otherwise + 1],
      'the rule before this one holds for all deals, so no rule from here on is ever reached',
      'give the rule before it a `when`, or move it to the end',
    );
  }
}
