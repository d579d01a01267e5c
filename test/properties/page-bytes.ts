// A table as the web page that some systems call .xls.
import type { Grid } from './grids.js';
import type { Style } from './style.js';
import { textBytes } from './text-bytes.js';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export function pageBytes(grid: Grid, style: Style, above: readonly string[]): Buffer {
  const plain: Style = { ...style, delimiter: '\t', lineEnd: '\n', encoding: 'utf-8', quotesAll: false };
  const rows = textBytes(grid, plain, above)
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const cells = line
        .split('\t')
        .map((cell) => `<td>${cell.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign)}</td>`);
      return `<tr>${cells.join('')}</tr>`;
    });
  return Buffer.from(`<html><body><table>${rows.join('\n')}</table></body></html>`, 'utf8');
}
