import { exitCodes, UserError } from '../model/errors.js';
import type { Problem, ProblemCode } from '../model/problem.js';

/** Where a file cannot be read; everything but the file may be unknown. */
export type Place = Pick<Problem, 'file' | 'sheet' | 'line' | 'column'>;

/** The error that refuses a whole file (exit 3), with its one Problem. `message` says what to do and holds no customer's value. */
export function refusal(place: Place, code: ProblemCode, message: string): UserError {
  const where = [place.file, place.sheet, place.line, place.column].filter((part) => part !== undefined).join(':');
  return new UserError(`${where}: ${message}`, exitCodes.refused, [{ severity: 'error', code, ...place, message }]);
}

/** The refusal of a workbook that is not whole, whatever is wrong inside. */
export function damagedWorkbook(place: Place): UserError {
  return refusal(place, 'damaged-workbook', '工作簿已损坏或不完整；请重新导出，或用 Excel 打开后另存为 .xlsx');
}
