// How the workbook looks: one style per kind of row, tone and number format, made once and shared.
// In: what a row and a cell are. Out: exceljs style objects (it tells styles apart by object, so
// that sharing them keeps 20,000 rows quick).

import type { Borders, Fill, Font, Style } from 'exceljs';
import type { Cell, CellTone } from './cells.ts';
import type { RowLook } from './sheet-content.ts';

const INK = 'FF1B2733';
const NAVY = 'FF1F3A5F';
const GREY = 'FF5B6875';
const LINE = 'FFD5DBE1';
const PALE = 'FFEDF1F6';
const WHITE = 'FFFFFFFF';

const FONT_NAME = 'Calibri';

interface LookStyle {
  readonly font: Partial<Font>;
  readonly fill?: string;
  readonly line?: { readonly side: 'top' | 'bottom'; readonly color: string };
  /** Whether empty cells of the row are filled and lined as well. */
  readonly isAcross: boolean;
  readonly wraps: boolean;
  /** Keeps texts off the cell's edge, and so off the figure before them. */
  readonly isPadded: boolean;
  readonly height?: number;
}

const looks: Readonly<Record<RowLook, LookStyle>> = {
  title: {
    font: { size: 18, bold: true, color: { argb: NAVY } },
    isAcross: false,
    wraps: false,
    isPadded: false,
    height: 26,
  },
  subtitle: { font: { color: { argb: GREY } }, isAcross: false, wraps: false, isPadded: false },
  headline: {
    font: { size: 16, bold: true, color: { argb: NAVY } },
    fill: PALE,
    isAcross: true,
    wraps: false,
    isPadded: true,
    height: 30,
  },
  section: {
    font: { size: 13, bold: true, color: { argb: NAVY } },
    isAcross: false,
    wraps: false,
    isPadded: false,
    height: 22,
  },
  group: {
    font: { bold: true, color: { argb: NAVY } },
    fill: PALE,
    isAcross: true,
    wraps: false,
    isPadded: true,
  },
  header: {
    font: { bold: true, color: { argb: WHITE } },
    fill: NAVY,
    isAcross: true,
    wraps: true,
    isPadded: true,
    height: 20,
  },
  body: {
    font: { color: { argb: INK } },
    line: { side: 'bottom', color: LINE },
    isAcross: true,
    wraps: true,
    isPadded: true,
  },
  total: {
    font: { bold: true, color: { argb: INK } },
    fill: PALE,
    line: { side: 'top', color: NAVY },
    isAcross: true,
    wraps: false,
    isPadded: true,
  },
  note: {
    font: { italic: true, color: { argb: GREY } },
    isAcross: false,
    wraps: false,
    isPadded: false,
  },
  blank: { font: {}, isAcross: false, wraps: false, isPadded: false },
};

const tones: Readonly<Record<CellTone, Partial<Font>>> = {
  label: { color: { argb: GREY } },
  good: { bold: true, color: { argb: 'FF1E6B3A' } },
  bad: { bold: true, color: { argb: 'FF9B2C1F' } },
};

export function rowHeight(look: RowLook): number | undefined {
  return looks[look].height;
}

export function fillsAcross(look: RowLook): boolean {
  return looks[look].isAcross;
}

export function wraps(look: RowLook): boolean {
  return looks[look].wraps;
}

/** A shelf of styles for one workbook. */
export class StyleShelf {
  readonly #made = new Map<string, Partial<Style>>();

  styleOf(look: RowLook, cell: Cell | undefined): Partial<Style> {
    const { format = '', align = 'left', tone = '' } = cell ?? {};
    const key = [look, format, align, tone].join('\n');
    const known = this.#made.get(key) ?? makeStyle(look, cell);
    this.#made.set(key, known);
    return known;
  }
}

function makeStyle(look: RowLook, cell: Cell | undefined): Partial<Style> {
  const { font, fill, line, wraps: wrapText, isPadded } = looks[look];
  const { format, align = 'left', tone } = cell ?? {};
  return {
    font: { name: FONT_NAME, size: 11, ...font, ...(tone && tones[tone]) },
    alignment: {
      horizontal: align,
      vertical: verticals[look] ?? 'top',
      wrapText: wrapText && (align === 'left' || look === 'header'),
      ...(isPadded && align === 'left' && { indent: 1 }),
    },
    ...(format && { numFmt: format }),
    ...(fill && { fill: solid(fill) }),
    ...(line && { border: lineAt(line) }),
  };
}

const verticals: Partial<Record<RowLook, 'middle' | 'bottom'>> = {
  headline: 'middle',
  header: 'middle',
  section: 'bottom',
  title: 'middle',
};

function solid(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

function lineAt({ side, color }: NonNullable<LookStyle['line']>): Partial<Borders> {
  return { [side]: { style: 'thin', color: { argb: color } } };
}
