// All sheets as one page that opens and prints anywhere: no script, no font, no picture from elsewhere.
import type { CellValue, Sheet, SheetColumn, Table } from '../ledger/sheet.js';
import { alignmentOf, cellText } from './cell-text.js';
import { hasGroups, headerSpans } from './header-spans.js';
import { headerText } from './header-text.js';
import { shownSheet } from './shown-table.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

const style = `body{font:14px/1.5 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;margin:2em;color:#222}
h1{font-size:20px;margin:1.5em 0 .2em;text-align:center}h2{font-size:15px;margin:1.2em 0 .4em}
p{margin:.2em 0}.subtitle{text-align:center;color:#555}.note{font-size:12px;color:#777}
table{border-collapse:collapse;margin:.6em auto}th,td{border:1px solid #d9d9d9;padding:3px 8px}
th{background:#2f5496;color:#fff}tfoot td{font-weight:bold;background:#f2f2f2}
.left{text-align:left}.center{text-align:center}.right{text-align:right;white-space:nowrap}
@page{size:A4 landscape;margin:15mm 10mm}
@media print{body{margin:0}section+section{break-before:page}thead{display:table-header-group}tr{break-inside:avoid}}`;

function* header(columns: readonly SheetColumn[]): Generator<string> {
  yield '<thead>';
  const grouped = hasGroups(columns);
  if (grouped) {
    const cells = headerSpans(columns).map((span) =>
      span.group === undefined
        ? `<th rowspan="2">${escaped(headerText(columns[span.first] as SheetColumn))}</th>`
        : `<th colspan="${span.count}">${escaped(span.group)}</th>`,
    );
    yield `<tr>${cells.join('')}</tr>`;
  }
  const leaves = columns.filter((column) => !grouped || column.group !== undefined);
  yield `<tr>${leaves.map((column) => `<th>${escaped(headerText(column))}</th>`).join('')}</tr></thead>\n`;
}

function rowHtml(columns: readonly SheetColumn[], row: readonly CellValue[], ofTotal: boolean): string {
  const cells = columns.map((column, index) => {
    const value = row[index] ?? null;
    const text = ofTotal && value === null ? '' : cellText(column.format, value);
    return `<td class="${alignmentOf(column.format)}">${escaped(text)}</td>`;
  });
  return `<tr>${cells.join('')}</tr>\n`;
}

function* tableHtml(table: Table): Generator<string> {
  if (table.heading !== undefined) yield `<h2>${escaped(table.heading)}</h2>\n`;
  yield '<table>';
  yield* header(table.columns);
  yield '<tbody>\n';
  let count = 0;
  for (const row of table.rows) {
    yield rowHtml(table.columns, row, false);
    count += 1;
  }
  if (count === 0) yield `<tr><td class="center" colspan="${table.columns.length}">本期无数据</td></tr>\n`;
  yield '</tbody>';
  if (table.total !== undefined && count > 0) yield `<tfoot>${rowHtml(table.columns, table.total, true)}</tfoot>`;
  yield '</table>\n';
}

/** One page, in pieces; every sheet begins a new sheet of paper. */
export function* htmlChunks(sheets: readonly Sheet[]): Generator<string> {
  yield '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">';
  yield `<title>${escaped(sheets[0]?.title ?? '')}</title>\n<style>${style}</style></head><body>\n`;
  for (const sheet of sheets.filter(({ isHidden }) => isHidden !== true).map(shownSheet)) {
    yield `<section><h1>${escaped(sheet.title)}</h1>\n<p class="subtitle">${escaped(sheet.subtitle)}</p>\n`;
    for (const table of sheet.tables) yield* tableHtml(table);
    for (const note of sheet.notes) yield `<p class="note">${escaped(note)}</p>\n`;
    yield '</section>\n';
  }
  yield '</body></html>\n';
}
