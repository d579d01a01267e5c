// A fix list that staff have filled in, read back: rows may be sorted and columns moved, headers may not be renamed.
import { exitCodes, UserError } from '../model/errors.js';
import { fixListHeaders, fixListSheetName } from '../model/fix-list.js';
import { cellText } from './cell-text.js';
import type { Correction } from './corrections.js';
import type { Cell, HeadRow, RawFile, RawRow, RawTable } from './table.js';

const needed = ['file', 'sheet', 'line', 'column', 'rowKey', 'correction', 'sha256'] as const;
type Place = Readonly<Record<(typeof needed)[number], number>>;

/** True for a workbook that this tool wrote as a fix list, filled in or not. */
export function isFixList(raw: RawFile): boolean {
  return raw.tables.some((table) => table.sheet === fixListSheetName);
}

/** The rows with something in 更正为. Throws UserError (exit 2) for a workbook of another layout, or a row that names no place. */
export async function readFixList(raw: RawFile): Promise<readonly Correction[]> {
  const found = raw.tables.map(headerOf).find((header) => header !== undefined);
  if (found === undefined) {
    const headers = needed.map((name) => `“${fixListHeaders[name]}”`).join('、');
    throw unusable(`${raw.file}: 找不到待改清单的表头；应有 ${headers} 各一列，请用本工具写出的清单，不要改列名`);
  }
  const { table, header, place } = found;
  const corrections: Correction[] = [];
  for await (const rows of table.rows(table.layouts[0] ?? {}, header.nextLine)) {
    for (const row of rows) {
      if (cellText(row.cells[place.correction] ?? null) !== '') corrections.push(correctionOf(raw.file, row, place));
    }
  }
  return corrections;
}

function headerOf(table: RawTable): { table: RawTable; header: HeadRow; place: Place } | undefined {
  for (const header of table.head(table.layouts[0] ?? {})) {
    const texts = header.cells.map(cellText);
    const indexes = needed.map((name) => {
      const index = texts.indexOf(fixListHeaders[name]);
      return [name, index === texts.lastIndexOf(fixListHeaders[name]) ? index : -1] as const;
    });
    if (indexes.every(([, index]) => index >= 0)) return { table, header, place: Object.fromEntries(indexes) as Place };
  }
  return undefined;
}

function correctionOf(list: string, { line: listLine, cells }: RawRow, place: Place): Correction {
  const text = (name: keyof Place) => cellText(cells[place[name]] ?? null);
  const where = `${list}:${listLine}: `;
  const line = text('line');
  if (text('column') === '') throw unusable(`${where}这一行没有写明列，不能在清单里更正；请在源文件中改正`);
  if (!/^[0-9a-f]{64}$/.test(text('sha256')) || !/^[1-9]\d{0,7}$/.test(line))
    throw unusable(`${where}行号或文件指纹不完整，不知道更正属于哪一行；请重新生成清单`);
  return {
    list,
    listLine,
    file: text('file'),
    sha256: text('sha256'),
    sheet: text('sheet') === '' ? undefined : text('sheet'),
    line: Number(line),
    column: text('column'),
    rowKey: text('rowKey'),
    cell: cells[place.correction] as Cell,
  };
}

function unusable(message: string): UserError {
  return new UserError(message, exitCodes.usage);
}
