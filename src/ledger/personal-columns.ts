// Which columns of a workbook hold what belongs to a customer as a person.
import type { Sheet } from './sheet.js';

/** Employees' names stand under 员工, 转介人, 管户经理 …: they are never masked. */
const personal = /^客户(?:姓名|名称)$|^(?:联系)?电话$|^手机号?码?$|^证件号|^[账卡]号$/;

/**
 * As 工作表/列名, in the order of the workbook; columns without data and those that people fill in are left out.
 */
export function personalColumns(sheets: readonly Sheet[]): readonly string[] {
  const found = sheets
    .filter(({ isHidden }) => isHidden !== true)
    .flatMap(({ name, tables }) =>
      tables.flatMap(({ columns, rowCount }) =>
        columns.flatMap(({ header, input, isMissing }) =>
          rowCount > 0 && input !== true && isMissing !== true && personal.test(header) ? [`${name}/${header}`] : [],
        ),
      ),
    );
  return [...new Set(found)];
}
