// How cells look (DOMAIN.md §4.1). The same object for the same look: the writer knows styles by identity.
import type { Style } from 'exceljs';
import type { Format } from '../ledger/sheet.js';
import { alignmentOf } from './cell-text.js';

export type CellStyle = Partial<Style>;

const fontName = '微软雅黑';
const line = { style: 'thin', color: { argb: 'FFD9D9D9' } } as const;
const border = { top: line, left: line, bottom: line, right: line };

const numberFormats: Readonly<Record<Format, string>> = {
  text: '@',
  count: '#,##0',
  integer: '0',
  fen: '#,##0.00',
  fenWan: '#,##0.00',
  fenWanChange: '[Red]+#,##0.00;[Color10]-#,##0.00;0.00',
  ratio: '0.00%',
  decimal: '0.00',
  tenth: '0.0',
  nav: '0.0000',
  share: '#,##0.00',
  percent: '0.00',
  day: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
};

/** The indent keeps a text off the number to its left. */
const textAlignment = { wrapText: true, indent: 1 } as const;

function perFormat(extra: CellStyle): Readonly<Record<Format, CellStyle>> {
  const style = (format: Format): CellStyle => ({
    font: { name: fontName, size: 10 },
    numFmt: numberFormats[format],
    alignment: { horizontal: alignmentOf(format), vertical: 'middle', ...(format === 'text' ? textAlignment : {}) },
    border,
    ...extra,
  });
  return {
    text: style('text'),
    count: style('count'),
    integer: style('integer'),
    fen: style('fen'),
    fenWan: style('fenWan'),
    fenWanChange: style('fenWanChange'),
    ratio: style('ratio'),
    decimal: style('decimal'),
    tenth: style('tenth'),
    nav: style('nav'),
    share: style('share'),
    percent: style('percent'),
    day: style('day'),
    moment: style('moment'),
  };
}

const centredStyles = new Map<CellStyle, CellStyle>();

/** The same look in the middle of the cell. */
export function centred(style: CellStyle): CellStyle {
  const known = centredStyles.get(style);
  if (known !== undefined) return known;
  const made: CellStyle = { ...style, alignment: { horizontal: 'center', vertical: 'middle', wrapText: true } };
  centredStyles.set(style, made);
  return made;
}

function filled(argb: string): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

export const dataStyles = perFormat({});

/** Cells that people type into: yellow, and the only ones that a protected sheet leaves open. */
export const inputStyles = perFormat({ fill: filled('FFFFF2CC'), protection: { locked: false } });

/** Empty rows that staff may fill. */
export const spareStyles = perFormat({ protection: { locked: false } });

/** A result in words is no text cell: typed over, a formula would become its own letters. */
function calculated(styles: Readonly<Record<Format, CellStyle>>): Readonly<Record<Format, CellStyle>> {
  return { ...styles, text: { ...styles.text, numFmt: 'General' } };
}

export const formulaStyles = calculated(dataStyles);

/** Links to other sheets of the workbook. */
export const linkStyles = calculated(
  perFormat({ font: { name: fontName, size: 10, underline: true, color: { argb: 'FF0563C1' } } }),
);

/** Columns that no export carries. */
export const missingStyles = perFormat({ fill: filled('FFEDEDED') });

/** The only cell of a list without rows: it runs on over the empty cells beside it. */
export const noticeStyle: CellStyle = {
  font: { name: fontName, size: 10, color: { argb: 'FF7F7F7F' } },
  numFmt: '@',
  alignment: { horizontal: 'left', vertical: 'middle' },
  border,
};

export const totalStyles = perFormat({ font: { name: fontName, size: 10, bold: true }, fill: filled('FFF2F2F2') });

/** 合计 and 小计 in a narrow column of numbers run on over the empty cells beside them. */
export const totalLabelStyle: CellStyle = {
  ...totalStyles.text,
  alignment: { horizontal: 'left', vertical: 'middle' },
};

export const totalFormulaStyle: CellStyle = { ...totalStyles.text, numFmt: 'General' };

export const titleStyle: CellStyle = {
  font: { name: fontName, size: 16, bold: true },
  numFmt: '@',
  alignment: { horizontal: 'center', vertical: 'middle' },
};

/** Where the sheet prints on several pages side by side. */
export const wideTitleStyle: CellStyle = {
  ...titleStyle,
  alignment: { horizontal: 'left', vertical: 'middle' },
};

export const subtitleStyle: CellStyle = {
  font: { name: fontName, size: 10 },
  numFmt: '@',
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true },
};

export const headingStyle: CellStyle = {
  font: { name: fontName, size: 11, bold: true },
  numFmt: '@',
  alignment: { horizontal: 'left', vertical: 'middle' },
};

export const headerStyle: CellStyle = {
  font: { name: fontName, size: 10, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: filled('FF2F5496'),
  numFmt: '@',
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border,
};

export const wideGroupStyle: CellStyle = {
  ...headerStyle,
  alignment: { horizontal: 'left', vertical: 'middle', wrapText: true, indent: 1 },
};

export const inputHeaderStyle: CellStyle = {
  ...headerStyle,
  font: { name: fontName, size: 10, bold: true, color: { argb: 'FF3F3F3F' } },
  fill: filled('FFFFF2CC'),
};

export const missingHeaderStyle: CellStyle = {
  ...headerStyle,
  font: { name: fontName, size: 10, bold: true, color: { argb: 'FF7F7F7F' } },
  fill: filled('FFD9D9D9'),
};

export const signatureStyle: CellStyle = {
  font: { name: fontName, size: 10 },
  numFmt: '@',
  alignment: { horizontal: 'left', vertical: 'bottom' },
};

export const emptyStyle: CellStyle = {
  font: { name: fontName, size: 10, color: { argb: 'FF7F7F7F' } },
  numFmt: '@',
  alignment: { horizontal: 'center', vertical: 'middle' },
  border,
};

export const noteStyle: CellStyle = {
  font: { name: fontName, size: 9, color: { argb: 'FF7F7F7F' } },
  numFmt: '@',
  alignment: { horizontal: 'left', vertical: 'top', wrapText: true },
};
