// What a true `Highlight` does to a cell: fill and letters, nothing else.
import type { Highlight } from '../ledger/sheet.js';
import type { CellStyle } from './workbook-styles.js';

/** A rule's fill is named by its background colour. */
function rule(fill: string | null, text: string | null): CellStyle {
  return {
    ...(text === null ? {} : { font: { color: { argb: text } } }),
    ...(fill === null ? {} : { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: fill } } }),
  };
}

export const highlightStyles: Readonly<Record<Highlight['look'], CellStyle>> = {
  red: rule('FFFFC7CE', 'FF9C0006'),
  amber: rule('FFFFEB9C', 'FF7F6000'),
  green: rule('FFC6EFCE', 'FF006100'),
  gold: rule('FFFFD966', 'FF3F3F3F'),
  grey: rule('FFD9D9D9', 'FF595959'),
  redText: rule(null, 'FFC00000'),
  greenText: rule(null, 'FF00803C'),
};
