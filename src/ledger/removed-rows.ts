// Sheet 已移出 (§4.1): hand entries whose row is no longer in its ledger; they go back when the row returns.
import {
  numberKind,
  type RemovedEntry,
  removedColumns,
  removedSheetName,
  removedTableId,
} from '../model/hand-entries.js';
import { type Column, tableOf } from './rows.js';
import type { Format, Sheet } from './sheet.js';

type RemovedColumn = (typeof removedColumns)[number];

const looks: Readonly<Record<RemovedColumn, readonly [header: string, format: Format, width: number]>> = {
  sheet: ['工作表', 'text', 20],
  row: ['编号', 'text', 24],
  header: ['栏目', 'text', 16],
  value: ['填写内容', 'text', 36],
  since: ['移出时的数据日期', 'day', 12],
  reason: ['原因', 'text', 30],
  table: ['表', 'text', 10],
  key: ['行键', 'text', 20],
  column: ['列键', 'text', 12],
  kind: ['类型', 'text', 6],
  identity: ['登记内容', 'text', 20],
};

const hiddenFrom = removedColumns.indexOf('table');

function textOf(entry: RemovedEntry, name: RemovedColumn): string | null {
  if (name === 'kind') return typeof entry.value === 'number' ? numberKind : null;
  if (name === 'identity') return entry.identity === undefined ? null : JSON.stringify(entry.identity);
  const value = entry[name];
  return value === '' ? null : String(value);
}

export function removedSheet(entries: readonly RemovedEntry[], subtitle: string): Sheet {
  const columns = removedColumns.map((key, at): Column<RemovedEntry> => {
    const [header, format, width] = looks[key];
    const hidden = at >= hiddenFrom ? ({ hidden: true } as const) : {};
    return { key, header, format, width, ...hidden, value: (entry) => textOf(entry, key) };
  });
  return {
    name: removedSheetName,
    title: removedSheetName,
    subtitle,
    tables: [{ ...tableOf(columns, entries, { isList: true }), id: removedTableId }],
    notes: ['原台账的行不在本期名单内，或填写的列已不在，手填内容移到这里；同一编号再次出现时自动回到原处'],
    frozenColumns: 2,
  };
}
