// Sheet 目录, the first of a ledger workbook: where everything stands, what it was made from, and the figures at a glance.
import { exportTitles, type FileIntake } from '../model/intake.js';
import { type Column, tableOf } from './rows.js';
import type { Sheet, Table } from './sheet.js';

/** A sheet of the workbook, or one that could not be made and why. */
export type ContentsEntry =
  | { readonly sheet: Sheet; readonly about: string }
  | { readonly name: string; readonly about: string; readonly absent: string };

/** A line of 本期概览. */
export type Figure = readonly [item: string, value: string];

export interface Contents {
  readonly branch: string;
  readonly subtitle: string;
  readonly entries: readonly ContentsEntry[];
  readonly figures: readonly Figure[];
  readonly intake: readonly FileIntake[];
  readonly notes: readonly string[];
}

type Line = readonly [place: number, name: string, about: string, rows: number | string, link: string | null];

/** Rows of the list, else of all tables; a list that says 本期无数据 has none. */
function rowsOf({ tables }: Sheet): number {
  const list = tables.find(({ isList }) => isList === true);
  if (list === undefined) return tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
  if (list.rowCount !== 1) return list.rowCount;
  const [first] = [...list.rows];
  return first?.includes('本期无数据') === true ? 0 : 1;
}

function lineOf(entry: ContentsEntry, index: number): Line {
  return 'sheet' in entry
    ? [index + 1, entry.sheet.name, entry.about, rowsOf(entry.sheet), '打开']
    : [index + 1, entry.name, entry.about, `未写出：${entry.absent}`, null];
}

/** The link of an absent sheet is empty: its 行数 is no number. */
const sheetColumns: readonly Column<Line>[] = [
  { header: '序号', format: 'count', width: 6, value: ([place]) => place },
  { key: 'sheet', header: '工作表', format: 'text', width: 26, value: ([, name]) => name },
  { header: '内容', format: 'text', width: 52, value: ([, , about]) => about },
  { key: 'rows', header: '行数', format: 'count', width: 18, value: ([, , , rows]) => rows },
  {
    key: 'link',
    header: '打开',
    format: 'text',
    width: 8,
    isLink: true,
    formula: 'IF(ISNUMBER({rows}),HYPERLINK("#\'"&{sheet}&"\'!A1","打开"),"")',
    value: ([, , , , link]) => link,
  },
];

function sheetTable(entries: readonly ContentsEntry[]): Table {
  return { ...tableOf(sheetColumns, entries.map(lineOf)), id: 'sheets' };
}

function figureTable(figures: readonly Figure[]): Table {
  return tableOf<Figure>(
    [
      { header: '指标', format: 'text', width: 26, value: ([item]) => item },
      { header: '数值', format: 'text', width: 26, value: ([, value]) => value },
    ],
    figures,
    { heading: '本期概览' },
  );
}

function sourceTable(intake: readonly FileIntake[]): Table {
  return tableOf<FileIntake>(
    [
      { header: '文件', format: 'text', width: 40, value: ({ file, sheet }) => (sheet ? `${file}〔${sheet}〕` : file) },
      { header: '类别', format: 'text', width: 16, value: ({ kind }) => exportTitles[kind] },
      { header: '读入行', format: 'count', width: 10, value: ({ rows }) => rows.read },
      { header: '采用行', format: 'count', width: 10, value: ({ rows }) => rows.used },
    ],
    intake,
    { heading: '读入的文件' },
  );
}

/** Links work inside the workbook only; nothing of a customer stands here. */
export function contentsSheet({ branch, subtitle, entries, figures, intake, notes }: Contents): Sheet {
  return {
    name: '目录',
    title: `${branch}客户经营台账`,
    subtitle,
    tables: [sheetTable(entries), figureTable(figures), sourceTable(intake)],
    notes,
  };
}
