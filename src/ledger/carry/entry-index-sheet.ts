// The hidden sheet of a ledger workbook by which the next run finds hand entries again.
import { type EntryIndex, entryIndexSheetName, entryIndexVersion, indexRowKinds } from '../../model/entry-index.js';
import { tableOf } from '../rows.js';
import type { Sheet } from '../sheet.js';

type IndexRow = readonly [kind: string, sheet: string, table: string, key: string, content: string];

function indexRows({ asOf, sheets, layouts, forms, notes, rows }: EntryIndex): readonly IndexRow[] {
  const { mark, asOf: day, sheet: sheetKind, table: tableKind, row: rowKind, form: formKind, note } = indexRowKinds;
  return [
    [mark, '', '', '', entryIndexVersion],
    [day, '', '', '', asOf ?? ''],
    ...sheets.map((name): IndexRow => [sheetKind, name, '', '', '']),
    ...layouts.map(({ sheet, table, heading, columns }): IndexRow => {
      return [tableKind, sheet, table, '', JSON.stringify({ heading, columns })];
    }),
    ...forms.map(({ sheet, cells, texts }): IndexRow => {
      const cellList = cells.map(({ row, column, text, key }) => [row, column, text, key]);
      const textList = texts.map(({ row, column, text }) => [row, column, text]);
      return [formKind, sheet, '', '', JSON.stringify({ cells: cellList, texts: textList })];
    }),
    ...notes.map((text): IndexRow => [note, '', '', '', text]),
    ...(rows ?? []).map(({ sheet, table, key, originals }): IndexRow => {
      return [rowKind, sheet, table, key, JSON.stringify(originals)];
    }),
  ];
}

/** Stands behind all other sheets; without it every filled yellow cell would count as typed. */
export function entryIndexSheet(index: EntryIndex): Sheet {
  const columns = ['类别', '工作表', '表', '行', '内容'].map((header, at) => ({
    header,
    format: 'text' as const,
    width: 20,
    value: (row: IndexRow) => (row[at] === '' ? null : (row[at] ?? null)),
  }));
  return {
    name: entryIndexSheetName,
    title: '手填内容的位置',
    subtitle: '由本工具写入，供下次生成时找回手填内容；请勿改动或删除',
    tables: [tableOf(columns, indexRows(index))],
    notes: [],
    isHidden: true,
  };
}
