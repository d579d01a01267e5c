// A sheet on the terminal: never wider than 80 columns, numbers on the right, Chinese two columns wide.
import { Chalk, type ChalkInstance } from 'chalk';
import CliTable from 'cli-table3';
import type { CellValue, Sheet, SheetColumn, Table } from '../ledger/sheet.js';
import { alignmentOf, cellText } from './cell-text.js';
import { type FittedColumn, fitColumns, gap } from './fit-columns.js';
import { headerText } from './header-text.js';
import { shownSheet } from './shown-table.js';
import { cutDisplay, wrapDisplay } from './width.js';

export interface TerminalOptions {
  readonly color: boolean;
  /** Rows shown of every table; the rest is counted. All when absent. */
  readonly maxRows?: number;
}

const terminalWidth = 80;
const unprintable = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** One line without control characters: a cell must not be able to steer the terminal. */
function printable(text: string): string {
  return text.replace(/\s+/g, ' ').replace(unprintable, '');
}

/** Lines of the terminal's width; a blank at a break goes. */
function wrapped(text: string): string {
  return wrapDisplay(printable(text), terminalWidth)
    .map((line) => line.trimStart())
    .join('\n');
}

function cell(column: SheetColumn, value: CellValue | undefined, ofTotal: boolean): string {
  return ofTotal && (value ?? null) === null ? '' : printable(cellText(column.format, value));
}

function headText({ column }: FittedColumn): string {
  return printable(`${column.group ?? ''}${headerText(column)}`);
}

function firstRows(table: Table, maxRows: number): readonly (readonly CellValue[])[] {
  const rows: (readonly CellValue[])[] = [];
  for (const row of table.rows) {
    if (rows.length >= maxRows) break;
    rows.push(row);
  }
  return rows;
}

const noBorders = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(gap),
};

function grid(fitted: readonly FittedColumn[], lines: readonly (readonly string[])[]): string {
  const table = new CliTable({
    chars: noBorders,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: fitted.map(({ column }) => alignmentOf(column.format)),
    colWidths: fitted.map(({ width }) => width),
  });
  for (const line of lines) table.push([...line]);
  return table.toString();
}

function tableText(table: Table, options: TerminalOptions, chalk: ChalkInstance): string {
  const rows = firstRows(table, options.maxRows ?? Number.POSITIVE_INFINITY);
  const total = table.total === undefined || rows.length === 0 ? [] : [table.total];
  const cells = [
    ...rows.map((row) => table.columns.map((column, index) => cell(column, row[index], false))),
    ...total.map((row) => table.columns.map((column, index) => cell(column, row[index], true))),
  ];
  const { fitted, dropped } = fitColumns(table.columns, cells, terminalWidth);
  const body = cells.map((line) => fitted.map(({ index, width }) => cutDisplay(line[index] ?? '', width)));
  const rule = fitted.map(({ width }) => '─'.repeat(width));
  const header = fitted.map((item) => wrapDisplay(headText(item), item.width).join('\n'));
  const bold = (line: readonly string[]) => line.map((text) => (text === '' ? text : chalk.bold(text)));
  const shown = [
    header.map((text) =>
      text
        .split('\n')
        .map((part) => chalk.bold(part))
        .join('\n'),
    ),
    rule,
    ...body.slice(0, rows.length),
    ...(total.length === 0 ? [] : [rule, ...body.slice(rows.length).map(bold)]),
  ];
  const hidden = table.rowCount - rows.length;
  return [
    ...(table.heading === undefined ? [] : [chalk.bold(wrapped(table.heading))]),
    grid(fitted, shown),
    ...(rows.length === 0 ? ['本期无数据'] : []),
    ...(hidden > 0 && rows.length > 0 ? [chalk.dim(`另有 ${hidden} 行未显示`)] : []),
    ...(dropped.length > 0 ? [chalk.dim(wrapped(`屏幕放不下的列：${dropped.join('、')}`))] : []),
  ].join('\n');
}

/** Title, tables and notes as text, ending with a newline. Cells are cut with … before a column is left out (and named). */
export function renderTable(full: Sheet, options: TerminalOptions): string {
  const sheet = shownSheet(full);
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  const blocks = [
    [chalk.bold(wrapped(sheet.title)), ...(sheet.subtitle === '' ? [] : [chalk.dim(wrapped(sheet.subtitle))])].join(
      '\n',
    ),
    ...sheet.tables.map((table) => tableText(table, options, chalk)),
    ...(sheet.notes.length === 0 ? [] : [sheet.notes.map((note) => chalk.dim(wrapped(note))).join('\n')]),
  ];
  return `${blocks.join('\n\n').replace(/[ ]+$/gm, '')}\n`;
}
