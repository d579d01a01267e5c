// 待改清单: one row for every cell that rejected a row, and a yellow cell to type what it should say.
import { fixListHeaders, fixListSheetName, type RejectedCell } from '../model/fix-list.js';
import { tableOf } from './rows.js';
import type { Sheet } from './sheet.js';

/** More than anybody mends by hand. */
const listedCells = 5000;

/** The fix list as a sheet; `unlisted` counts rejected cells that are known of but not among `cells`. */
export function fixListSheet(cells: readonly RejectedCell[], unlisted: number): Sheet {
  const listed = cells.slice(0, listedCells);
  const more = cells.length - listed.length + unlisted;
  const table = tableOf<RejectedCell>(
    [
      { header: fixListHeaders.file, format: 'text', width: 28, value: ({ file }) => file },
      { header: fixListHeaders.sheet, format: 'text', width: 12, value: ({ sheet }) => sheet ?? null },
      { header: fixListHeaders.line, format: 'count', width: 8, value: ({ line }) => line },
      { header: fixListHeaders.column, format: 'text', width: 16, value: ({ column }) => column ?? null },
      { header: fixListHeaders.rowKey, format: 'text', width: 24, value: ({ rowKey }) => rowKey },
      { header: fixListHeaders.message, format: 'text', width: 44, value: ({ message }) => message },
      { header: fixListHeaders.found, format: 'text', width: 18, value: ({ found }) => found },
      { header: fixListHeaders.expected, format: 'text', width: 32, value: ({ expected }) => expected },
      { header: fixListHeaders.suggestion, format: 'text', width: 18, value: ({ suggestion }) => suggestion ?? null },
      { header: fixListHeaders.correction, format: 'text', width: 22, input: true, value: () => null },
      { header: fixListHeaders.sha256, format: 'text', width: 66, value: ({ sha256 }) => sha256 },
    ],
    listed,
    { isList: true },
  );
  const rest = more > 0 ? `，另有 ${more} 处没有列出` : '';
  return {
    name: fixListSheetName,
    title: '待改清单',
    subtitle: `共 ${listed.length} 处${rest}；在黄色的“更正为”一列填写，保存后加上 --apply 和本文件名再运行`,
    tables: [table],
    notes: [
      '只填“更正为”；不填的照旧拒绝。原来没有值的单元格填 -',
      '“建议”只供参考，采用时请抄入“更正为”；没有列名的行不能在这里更正，请在源文件中改正',
      '源文件不会被改动；源文件一旦重新导出，请重新生成清单',
      '可以筛选、调整列宽；工作表没有密码，撤销保护后可以排序，但不要改列名和其他列的内容',
      '个人信息已脱敏；清单仍含客户数据，用后请删除',
    ],
  };
}
