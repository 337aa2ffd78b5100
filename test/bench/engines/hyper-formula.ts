// The plan as a HyperFormula sheet: deals in columns A to E, the formulas beside them. The sheet is
// built once per number of deals; a payee's figures replace the last one's in one batch, without an
// undo list. SUMPRODUCT over columns is the fastest found: SUMIFS takes a quarter longer, a helper
// column per deal or a sheet per payee about three times as long.
// In: payees as doubles. Out: payouts.

import { HyperFormula } from 'hyperformula';
import { asDoubles, type DoublePayee, FIRST_DAY, LAST_DAY } from '../made-payees.ts';
import { type Engine, overDoubles } from './engine.ts';

const SHEET = 0;
const FIGURES = { sheet: SHEET, row: 0, col: 5 };
const PAYOUT = { sheet: SHEET, row: 0, col: 17 };

export function hyperFormula(): Engine {
  const sheets = new Map<number, HyperFormula>();
  const sheetFor = (deals: number): HyperFormula => {
    const sheet = sheets.get(deals) ?? buildSheet(deals);
    sheets.set(deals, sheet);
    return sheet;
  };
  return overDoubles('HyperFormula', asRows, (payees) =>
    payees.map(({ rows, figures }) => {
      const sheet = sheetFor(rows.length);
      sheet.batch(() => {
        sheet.setCellContents({ sheet: SHEET, row: 0, col: 0 }, rows);
        sheet.setCellContents(FIGURES, [figures]);
      });
      return sheet.getCellValue(PAYOUT) as number;
    }),
  );
}

function asRows(made: Parameters<typeof asDoubles>[0]) {
  const { deals, targetIncentive, quota }: DoublePayee = asDoubles(made);
  const rows = deals.map(({ closed, amount, stage, fit, discount }) => {
    return [closed, amount, stage, fit, discount];
  });
  return { rows, figures: [targetIncentive, quota] };
}

function buildSheet(deals: number): HyperFormula {
  const rows = Array.from({ length: deals }, (): (string | number | null)[] => [
    ...Array.from({ length: 5 }, () => null),
  ]);
  rows[0]?.push(0, 1, ...formulas(deals));
  return HyperFormula.buildFromArray(rows, {
    licenseKey: 'gpl-v3',
    useArrayArithmetic: true,
    undoLimit: 0,
  });
}

/** From column H on; F and G hold the target incentive and the quota. */
function formulas(deals: number): readonly string[] {
  const column = (letter: string): string => `${letter}1:${letter}${deals}`;
  const [closed, amount, stage, fit, discount] = ['A', 'B', 'C', 'D', 'E'].map(column);
  const isWon = `(${stage}="won")*(${closed}>=${FIRST_DAY})*(${closed}<=${LAST_DAY})`;
  const credit = `(1-0.25*(${discount}>0.15)-0.25*(${discount}>0.3))`;
  return [
    `=SUMPRODUCT(${isWon}*${amount}*${credit})`,
    `=SUMPRODUCT(${isWon})`,
    `=SUMPRODUCT(${isWon}*${fit})`,
    '=IF(I1>0,J1/I1,0)',
    '=H1/(G1*0.25)',
    '=IF(L1<0.6,0,IF(L1<1,0.4+(L1-0.6)*0.6/0.4,1+(L1-1)/0.5))',
    '=IF(K1>=0.6,M1,MIN(M1,1))',
    '=ROUND(F1*0.25*N1,2)',
    '=ROUND(H1*0.0075+MAX(H1-750000,0)*0.00625+MAX(H1-1250000,0)*0.00525,2)',
    '=ROUND(F1*0.25*2.5,2)',
    '=MIN(O1+P1,Q1)',
  ];
}
