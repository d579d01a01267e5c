// What can only be judged when a file has been read to its end: refusals, and warnings about whole columns.
import { exitCodes, UserError } from '../model/errors.js';
import { formatYuan } from '../model/fen.js';
import type { Problem, ProblemCode } from '../model/problem.js';
import { cleanText } from './amount.js';
import type { ColumnState } from './column.js';
import type { IntakeOptions, ReadTally } from './export.js';
import type { Reading } from './reading.js';
import type { Place, RowReader } from './rows.js';

type Options = Pick<IntakeOptions, 'maxRejects' | 'acceptTotalMismatch'>;

/** Balances this small in many rows are rather 万元. */
const implausible = { largestFen: 1_000_000, rows: 20 } as const;

const columnWarnings: Partial<Record<ProblemCode, string>> = {
  'serial-date': '单元格是数字，已按 Excel 日期换算；请核对，最好把这一列设为日期格式后重新导出',
  'number-as-id': '单元格是数字，前导零可能已丢失；请核对，最好把这一列设为文本后重新导出',
  'unreadable-value': '单元格无法识别，按空值处理；这一列不影响任何结果',
  'formula-error': '单元格是 Excel 错误值，按空值处理；这一列不影响任何结果',
  'damaged-text': '单元格含有损坏的字符，按空值处理；这一列不影响任何结果',
  'date-as-text': '单元格是日期，已写成 YYYY-MM-DD 的文字；请核对',
};

/** Fills `tally.problems`. Throws UserError (exit 3) with everything that refuses the file. */
export function endReading(reading: Reading, rows: RowReader, place: Place, tally: ReadTally, options: Options): void {
  const mismatches = totalMismatches(place, tally, options);
  for (const problem of warningsOf(reading, rows, place, tally)) rows.problems.add(problem);
  if (options.acceptTotalMismatch) for (const problem of mismatches) rows.problems.add(problem);
  tally.problems.push(...rows.problems.all());
  const halves = halfColumns(rows, place, tally);
  const rejects = halves.length === 0 ? tooManyRejects(rows, place, tally, options) : [];
  const totals = options.acceptTotalMismatch ? [] : mismatches;
  // What could not be read is missing from the sum: the cells to mend, not only the difference.
  const causes = totals.length > 0 && rejects.length === 0 ? rows.rejects : [];
  const refusals = [...halves, ...rejects, ...totals, ...causes];
  const first = refusals[0];
  if (first === undefined) return;
  const where = [first.file, first.sheet, first.line, first.column].filter((part) => part !== undefined).join(':');
  throw new UserError(`${where}: ${first.message}`, exitCodes.refused, refusals);
}

function warningsOf(reading: Reading, rows: RowReader, place: Place, tally: ReadTally): readonly Problem[] {
  const found: Problem[] = [];
  const fields = new Set(rows.columns.map(({ name }) => name));
  for (const { seen, header, field } of rows.columns) {
    const doubts = field.doubts?.(codesOf(seen), { header, fields });
    if (doubts !== undefined)
      found.push({ severity: 'warning', code: 'ambiguous-code', ...place, column: header, message: doubts });
    for (const [code, { line, count }] of seen.warnings) {
      const message = `有 ${count} 个${columnWarnings[code] ?? '单元格需要核对'}`;
      found.push({ severity: 'warning', code, ...place, line, column: header, message });
    }
  }
  const dataRows = tally.records + tally.rejected;
  if (dataRows === 0) {
    const message = '认出了表头，但下面没有数据行；请核对导出条件';
    found.push({ severity: 'warning', code: 'empty-export', ...place, message });
  }
  const largest = Math.max(0, ...rows.columns.map((column) => column.seen.largestFen));
  const { kind } = reading.matcher.spec;
  const isBalance = kind === 'accounts' || kind === 'balances';
  if (isBalance && dataRows >= implausible.rows && largest > 0 && largest < implausible.largestFen) {
    const message = `没有写明金额单位，而最大的金额只有 ${formatYuan(largest)} 元，单位可能是万元；若是，请在列名后注明（万元）`;
    found.push({ severity: 'warning', code: 'implausible-unit', ...place, message });
  }
  return found;
}

function codesOf({ known }: ColumnState): ReadonlySet<string> {
  return new Set([...known.keys()].map((text) => cleanText(text).normalize('NFKC').toUpperCase()));
}

function totalMismatches(place: Place, tally: ReadTally, options: Options): readonly Problem[] {
  const mending = `有 ${tally.rejected} 行被拒绝，读不出的金额没有算进明细之和，请先解决列出的问题`;
  const refused = tally.rejected > 0 ? mending : '请重新导出；确认明细无误可加 --accept-total-mismatch';
  const way = options.acceptTotalMismatch ? '已按要求继续' : refused;
  return tally.controlTotals
    .filter((total) => !total.agrees)
    .map(({ line, column, statedFen, computedFen }): Problem => {
      const sums = `合计写的是 ${formatYuan(statedFen)} 元，明细之和是 ${formatYuan(computedFen)} 元`;
      const message = `${sums}，相差 ${formatYuan(statedFen - computedFen)} 元；${way}`;
      const severity = options.acceptTotalMismatch ? 'warning' : 'error';
      return { severity, code: 'total-mismatch', ...place, line, column, message };
    });
}

function halfColumns(rows: RowReader, place: Place, tally: ReadTally): readonly Problem[] {
  const dataRows = tally.records + tally.rejected;
  return rows.columns
    .filter((column) => column.isEssential && column.seen.unreadable * 2 > dataRows)
    .map(({ header, seen, field }): Problem => {
      const count = `${dataRows} 行中有 ${seen.unreadable} 行无法识别`;
      const message = `这一列 ${count}，可能对错了列；应为${field.expected}，请核对或用 --map 指定另一列`;
      return { severity: 'error', code: 'half-column', ...place, column: header, message };
    });
}

function tooManyRejects(rows: RowReader, place: Place, tally: ReadTally, { maxRejects }: Options): readonly Problem[] {
  const dataRows = tally.records + tally.rejected;
  const limit = 'rows' in maxRejects ? maxRejects.rows : maxRejects.share * dataRows;
  if (tally.rejected <= limit) return [];
  const stated = 'rows' in maxRejects ? `${maxRejects.rows} 行` : `${Math.round(maxRejects.share * 10_000) / 100}%`;
  const count = `${dataRows} 行数据中有 ${tally.rejected} 行被拒绝，超过上限 ${stated}`;
  const message = `${count}；请先解决下面列出的问题，或用 --max-rejects 放宽`;
  return [{ severity: 'error', code: 'too-many-rejects', ...place, message }, ...rows.rejects];
}
